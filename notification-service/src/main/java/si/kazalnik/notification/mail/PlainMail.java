package si.kazalnik.notification.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import si.kazalnik.notification.wording.MailContent;
import si.kazalnik.notification.wording.MailContent.Fact;
import si.kazalnik.notification.wording.MailContent.Link;
import si.kazalnik.notification.wording.MailContent.Row;
import si.kazalnik.notification.wording.MailContent.Section;
import si.kazalnik.notification.wording.MailContent.Table;

/** The mail as plain text: the same words in the same order, 72 columns. */
final class PlainMail {

  private static final int NARROWEST_LABEL = 18;

  private final Locale locale;
  private final List<String> lines = new ArrayList<>();

  private PlainMail(Locale locale) {
    this.locale = locale;
  }

  static String render(MailContent content) {
    PlainMail mail = new PlainMail(Locale.forLanguageTag(content.language()));
    if (content.heading() != null) {
      mail.paragraph(content.heading());
    }
    content.sections().forEach(mail::section);
    MailContent.More more = content.more();
    if (more != null) {
      mail.paragraph(more.text());
      more.titles().forEach(title -> mail.lines.addAll(Wrap.lines("- " + title, "", "  ")));
      mail.paragraph(more.url());
    }
    if (content.others() != null || content.next() != null) {
      mail.paragraph((or(content.others()) + " " + or(content.next())).strip());
    }
    mail.lines.add("-- ");
    mail.lines.addAll(Wrap.lines("Kazalnik, " + content.strategy(), "", ""));
    mail.lines.addAll(Wrap.lines(content.footer(), "", ""));
    return String.join("\n", mail.lines) + "\n";
  }

  private static String or(@org.jspecify.annotations.Nullable String text) {
    return text == null ? "" : text;
  }

  private void section(Section section) {
    lines.addAll(
        Wrap.lines(section.mark().shape() + " " + section.verdict().toUpperCase(locale), "", "  "));
    paragraph(section.title());
    paragraph(section.sentence());
    Link link = section.link();
    if (link != null) {
      lines.add(link.text() + ":");
      paragraph(link.url());
    }
    int width =
        section.facts().stream()
            .mapToInt(fact -> fact.label().length() + 2)
            .reduce(NARROWEST_LABEL, Math::max);
    section.facts().forEach(fact -> fact(fact, width));
    lines.add("");
    if (section.table() != null) {
      table(section.table());
    }
  }

  private void fact(Fact fact, int width) {
    String indent = " ".repeat(width);
    String text = fact.strong() + fact.plain();
    String said = fact.soft().isEmpty() ? text : text + " " + fact.soft();
    String label = Wrap.padded(fact.label(), width);
    if (fact.links().isEmpty()) {
      lines.addAll(Wrap.lines(said, label, indent));
      return;
    }
    String start = label;
    for (Link link : fact.links()) {
      lines.addAll(Wrap.lines(link.text(), start, indent));
      lines.add(indent + link.url());
      start = indent;
    }
  }

  private void table(Table table) {
    lines.addAll(Wrap.lines(table.title().toUpperCase(locale), "", ""));
    int when = width(table.head().when(), table.rows().stream().map(Row::when).toList());
    int value = width(table.head().value(), table.rows().stream().map(Row::value).toList());
    int expected =
        width(table.head().expected(), table.rows().stream().map(Row::expected).toList());
    lines.add(
        Wrap.padded(table.head().when(), when)
            + Wrap.indented(table.head().value(), value)
            + Wrap.indented(table.head().expected(), expected)
            + "   "
            + table.head().verdict());
    for (Row row : table.rows()) {
      lines.add(
          Wrap.padded(row.when(), when)
              + Wrap.indented(row.value(), value)
              + Wrap.indented(row.expected(), expected)
              + "   "
              + row.mark().shape()
              + " "
              + row.verdict());
    }
    lines.add("");
  }

  private static int width(String head, List<String> cells) {
    return Math.max(head.length(), cells.stream().mapToInt(String::length).max().orElse(0)) + 3;
  }

  private void paragraph(String text) {
    lines.addAll(Wrap.lines(text, "", ""));
    lines.add("");
  }
}
