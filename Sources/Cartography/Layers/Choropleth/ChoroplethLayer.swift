import Documents
import Geography
import SceneGraph

/// Areas coloured by classes of a value.
struct ChoroplethLayer: MapLayer {
    static let word = "choropleth"

    var area: AreaSource
    /// The column of numbers.
    var valueColumn: ColumnName
    var classes: ClassWish
    /// Above the key: what is shown.
    var title: String
    var unit: String
    /// d3-format specifier of the key's numbers.
    var format: String?
    /// What the key calls areas without a value, where not as the language has it.
    var missing: String?
    var labels: AreaLabels
    /// Where the document has it.
    var path: String
    /// What it shows, once it is prepared.
    var shown: ClassedAreas?

    init?(_ reader: inout DocumentReader) {
        path = reader.path
        let area = AreaSource(&reader)
        let value = reader.column(
            "value", facts: "value", required: "the column of the table that has the numbers")
        title = reader.text("title") ?? ""
        unit = reader.text("unit") ?? ""
        format = reader.numberFormat()
        missing = reader.text("missing")
        labels = reader.areaLabels()
        classes = ClassWish(&reader)
        guard let area, let value else { return nil }
        (self.area, valueColumn) = (area, value)
    }

    var dataset: Dataset? { area.data }
    var isGround: Bool { true }
    var states: Dataset? { area.data }
    var comparesAreas: Bool { true }
    var values: ValueSource? { area.source }

    /// The areas that have a value.
    func extent(on canvas: inout MapCanvas) -> [Geometry] {
        guard let shown, let (topology, members) = canvas.topology(area.data) else { return [] }
        return members.members.enumerated().compactMap { position, member in
            shown.values[canvas.shownCode(member.id, member.properties, position: position)] == nil
                ? nil : topology.geometry(of: member.shape)
        }
    }

    mutating func prepare(in canvas: inout MapCanvas) { shown = classed(in: &canvas) }
}
