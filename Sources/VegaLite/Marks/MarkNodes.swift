import Documents
import SceneGraph
import Tables

/// Names, data and facts of a mark's items.
struct MarkNodes {
    let prefix: String
    let role: Role
    private let labels: [String]
    private let fields: [(name: String, column: Table.Column)]
    private let factColumn: Table.Column?
    private let rows: [Int]

    /// Items beyond these many carry no data: a cloud of points is read as a whole.
    static let mostWithData = 20_000

    init(_ encoder: MarkEncoder, cell: Compilation.Cell) {
        let unit = encoder.unit
        let place = encoder.path.isEmpty ? "" : encoder.path + "/"
        prefix = "\(encoder.name)/\(place)\(unit.mark.rawValue)"
        role = Role(rawValue: "mark-\(unit.mark.rawValue)")
        rows = encoder.rows
        var fields: [(String, Table.Column)] = []
        if encoder.count <= MarkNodes.mostWithData {
            for channel in Channel.allCases {
                guard let definition = unit.encoding[channel], definition.isField, let column = encoder.table.column(definition.column) else { continue }
                let name = definition.field ?? definition.column
                if !fields.contains(where: { $0.0 == name }) { fields.append((name, column)) }
            }
        }
        self.fields = fields
        let names = ["id", "about", "measure", "source"]
        factColumn = names.allSatisfy { encoder.table.column($0) != nil } ? encoder.table.column("id") : nil
        var columns: [Table.Column] = []
        for channel in [Channel.x, .y, .color, .xOffset, .yOffset, .shape] {
            guard let definition = unit.encoding[channel], definition.isField,
                definition.isDiscrete || definition.timeUnit != nil || definition.type == .temporal,
                let column = encoder.table.column(definition.column) else { continue }
            columns.append(column)
        }
        let cellText = cell.values.map(\.asText)
        if encoder.count > 5000 || columns.isEmpty && cellText.isEmpty {
            labels = []
        } else {
            var seen: [String: Int] = [:]
            labels = encoder.rows.enumerated().map { index, row in
                var text = (cellText + columns.map { MarkNodes.label($0[row]) }).joined(separator: ",")
                if text.isEmpty { text = "\(index)" }
                let count = seen[text, default: 0]
                seen[text] = count + 1
                return count == 0 ? text : "\(text)#\(count + 1)"
            }
        }
    }

    private static func label(_ value: DataValue) -> String {
        if case .number(let number) = value, number.magnitude > 1e10, let moment = TimeParts.text(of: number) { return moment }
        return value.asText
    }

    func id(_ index: Int) -> String { "\(prefix)[\(index < labels.count ? labels[index] : String(index))]" }

    func datum(_ index: Int) -> Datum {
        if fields.isEmpty || index >= rows.count { return Datum() }
        return Datum(
            fields.map { name, column in
                let value: Datum.Value = switch column[rows[index]] {
                case .null: .null
                case .boolean(let flag): .boolean(flag)
                case .number(let number): number.isFinite ? .number(number) : .null
                case .string(let text): .string(text)
                case let other: .string(other.json)
                }
                return Datum.Field(name, value)
            })
    }

    func facts(_ index: Int) -> [String] {
        guard let factColumn, index < rows.count, case .string(let id) = factColumn[rows[index]] else { return [] }
        return [id]
    }
}
