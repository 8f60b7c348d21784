/// The small report that `dossier new` writes: one fact file, one chart, one page of text, to be overwritten.
public enum ReportTemplate {
    /// Paths below the new folder, and what they hold.
    public static let files: [(path: String, text: String)] = [
        ("briefing.md", briefing),
        ("figures/visits.vl.json", figure),
        ("Data/sources.yaml", sources),
        ("Data/facts/visits.yaml", facts),
        (".gitignore", "out/\n"),
    ]

    private static let briefing = """
        ---
        title: A briefing of your own
        subtitle: Replace these lines, the facts and the figure
        authors: [Your name]
        date: 2026-01-01
        language: en
        page: a4
        theme: dossier
        checks: strict
        key_figures:
          - fact: visits-2025
            label: visits in 2025, an invented number
        ---

        What stands before the first heading is the summary. A number in the text finds its fact by itself: visits to
        the library rose from 4,000 in 2024 to 5,000 in 2025. [](fact:visits-growth) is written by its fact.

        ## A section

        A figure is an image whose target is a figure file; [](#visits) is how the text refers to it.

        ![Visits of both years.](figures/visits.vl.json)

        """

    private static let figure = """
        {
          "$schema": "https://vega.github.io/schema/vega-lite/v5.json",
          "title": {"text": "Visits grew by {fact:visits-growth}", "subtitle": "Visits to the library a year"},
          "data": {"facts": {"about": "Town library", "measure": "visits"}},
          "mark": "bar",
          "encoding": {
            "x": {"field": "value", "type": "quantitative", "title": "visits"},
            "y": {"field": "date", "type": "ordinal", "timeUnit": "utcyear", "title": null}
          },
          "usermeta": {"dossier": {"note": "Example data."}}
        }

        """

    private static let sources = """
        sources:
          - id: example
            producer: Town library
            title: Yearly report (an example)

        """

    private static let facts = """
        # One fact a record. Beside the keys here there are: period (in place of date), qualifier (about, at-least,
        # at-most), uncertainty {lower, upper}, status, words, derived_from and
        # formula (in place of value), notes, rank, decimals.
        # An event has a date and no value. The cells of a table are facts too, as gdp/FRA/2023:
        #   - {table: gdp.csv, key: [iso3, year], value: gdp, unit: US$, source: example}
        # Figures read CSV, JSON, XLSX, ODS, SQLite, Parquet …; `dossier fetch` saves what they name by https addresses.
        facts:
          - id: visits-2024
            title: Visits to the library, 2024
            about: Town library
            measure: visits
            value: 4000
            unit: visits
            date: 2024
            source: example
            locator: {section: "Visits", paragraph: 1}

          - id: visits-2025
            title: Visits to the library, 2025
            about: Town library
            measure: visits
            value: 5000
            unit: visits
            date: 2025
            source: example
            locator: {section: "Visits", paragraph: 1}

          - id: visits-growth
            title: Growth of visits to the library
            about: Town library
            measure: growth of visits
            unit: "%"
            period: 2024/2025
            derived_from: [visits-2024, visits-2025]
            formula: "(`visits-2025` - `visits-2024`) / `visits-2024` * 100"

        """
}
