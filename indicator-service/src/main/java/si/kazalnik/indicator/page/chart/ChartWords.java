package si.kazalnik.indicator.page.chart;

import si.kazalnik.indicator.page.text.Dates;
import si.kazalnik.indicator.page.text.Figures;
import si.kazalnik.indicator.page.text.Periods;
import si.kazalnik.indicator.page.text.Words;

/** What a drawing needs to write in it. */
public record ChartWords(Words words, Figures figures, Dates dates, Periods periods) {}
