package si.kazalnik.ingestion.json;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An object whose members are sorted by code point of their names; no name occurs twice. */
public final class JsonObject implements Json {

  private static final Comparator<Member> BY_NAME =
      (a, b) -> CodePoints.compare(a.name(), b.name());

  private final List<Member> members;

  private JsonObject(List<Member> members) {
    this.members = members;
  }

  /**
   * One member.
   *
   * @param name without lone surrogates
   */
  public record Member(String name, Json value) {}

  /** Sorts what was read; the first name that occurs twice is the other outcome. */
  public static Reading of(List<Member> unsorted) {
    List<Member> members = new ArrayList<>(unsorted);
    members.sort(BY_NAME);
    for (int i = 1; i < members.size(); i++) {
      if (members.get(i).name().equals(members.get(i - 1).name())) {
        return new Reading(new JsonObject(members), Optional.of(members.get(i).name()));
      }
    }
    return new Reading(new JsonObject(members), Optional.empty());
  }

  /**
   * An object as it was read.
   *
   * @param twice a name that occurs twice, which makes the object unusable
   */
  public record Reading(JsonObject object, Optional<String> twice) {}

  /** The member's value; null where it is absent or JSON's {@code null}, which mean the same. */
  public @Nullable Json get(String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        return member.value() == Literal.NULL ? null : member.value();
      }
    }
    return null;
  }

  /** Every member in the order of the names. */
  public void forEach(BiConsumer<String, Json> action) {
    members.forEach(member -> action.accept(member.name(), member.value()));
  }

  /** Number of members. */
  public int size() {
    return members.size();
  }

  /** The members in the order of their names. */
  public List<Member> members() {
    return members;
  }

  @Override
  public String kind() {
    return "an object";
  }
}
