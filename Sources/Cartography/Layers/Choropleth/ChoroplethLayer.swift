import Documents
import SceneGraph

/// Areas coloured by classes of a value.
struct ChoroplethLayer: MapLayer {
    static let word = "choropleth"

    /// The areas.
    var data: Dataset
    var source: ValueSource
    /// The column that names the area of a row.
    var keyColumn: ColumnName
    /// The column of numbers.
    var valueColumn: ColumnName
    /// The property of an area that the key is; nil for the first of ISO codes and names that has it.
    var join: ColumnName?
    var classes: ClassWish
    /// Above the key: what is shown.
    var title: String
    var unit: String
    /// d3-format specifier of the key's numbers.
    var format: String?
    /// What the key calls areas without a value.
    var missing: String
    /// Codes of the countries whose areas are shown; all where there is none.
    var countries: [Code]
    /// Rows that are none of these areas: totals, regions.
    var exclude: [Code]
    var labels: AreaLabels
    /// Where the document has it.
    var path: String
    /// What it shows, once it is prepared.
    var shown: ClassedAreas?

    init?(_ reader: inout DocumentReader) {
        path = reader.path
        data = reader.dataset("countries-world")
        let source = reader.values()
        let key = reader.column(
            "key", facts: "about", required: "the column of the table that has the codes or names of the areas")
        let value = reader.column(
            "value", facts: "value", required: "the column of the table that has the numbers")
        join = reader.column("join")
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        missing = reader.text("missing") ?? "No data"
        countries = reader.codes("countries")
        exclude = reader.codes("exclude")
        labels = reader.areaLabels()
        classes = ClassWish(&reader)
        guard let source, let key, let value else { return nil }
        (self.source, keyColumn, valueColumn) = (source, key, value)
    }

    var dataset: Dataset? { data }
    var states: Dataset? { data }
    var comparesAreas: Bool { true }
    var values: ValueSource? { source }

    mutating func prepare(in canvas: inout MapCanvas) { shown = classed(in: &canvas) }
}
