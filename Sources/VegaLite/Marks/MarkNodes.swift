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

    /// Items beyond these many are numbered: their values would hardly tell them apart.
    static let mostWithLabels = 5000
    /// Nodes beyond these many carry no data, lest every one hold its own; instances hold columns, and always do.
    static let mostWithData = 20_000

    init(_ encoder: MarkEncoder) {
        let unit = encoder.unit
        let place = encoder.path.isEmpty ? "" : encoder.path + "/"
        prefix = "\(encoder.name)/\(place)\(unit.mark.name)"
        role = Role(rawValue: "mark-\(unit.mark.name)")
        rows = encoder.rows
        var fields: [(String, Table.Column)] = []
        for channel in Channel.allCases {
            guard let definition = unit.encoding[channel], definition.isField,
                let column = encoder.table.column(definition.column)
            else { continue }
            let name = definition.field ?? definition.column
            if !fields.contains(where: { $0.0 == name }) { fields.append((name, column)) }
        }
        self.fields = fields
        let names = ["id", "about", "measure", "source"]
        factColumn = names.allSatisfy { encoder.table.column($0) != nil } ? encoder.table.column("id") : nil
        var columns: [Table.Column] = []
        for channel in [Channel.x, .y, .color, .xOffset, .yOffset, .shape] {
            guard let definition = unit.encoding[channel], definition.isField,
                definition.isDiscrete || definition.timeUnit != nil || definition.type == .temporal,
                let column = encoder.table.column(definition.column)
            else { continue }
            columns.append(column)
        }
        let cellText = encoder.cell.values.map(\.asText)
        if encoder.count > MarkNodes.mostWithLabels || columns.isEmpty && cellText.isEmpty {
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
        if case .number(let number) = value, number.magnitude > 1e10, let moment = TimeParts.text(of: number) {
            return moment
        }
        return value.asText
    }

    func id(_ index: Int) -> String { "\(prefix)[\(index < labels.count ? labels[index] : String(index))]" }

    func datum(_ index: Int) -> Datum {
        if fields.isEmpty || index >= rows.count || rows.count > MarkNodes.mostWithData { return Datum() }
        return Datum(
            fields.map { name, column in
                Datum.Field(name, MarkNodes.value(column[rows[index]]))
            })
    }

    private static func value(_ value: DataValue) -> Datum.Value {
        switch value {
        case .null: .null
        case .boolean(let flag): .boolean(flag)
        case .number(let number): number.isFinite ? .number(number) : .null
        case .string(let text): .string(text)
        case let other: .string(other.json)
        }
    }

    /// Whether items are told apart by number alone and rest on no facts, so that they can be instances.
    var areAlike: Bool { labels.isEmpty && factColumn == nil && rows.count > MarkNodes.mostWithLabels }

    /// The items as instances, with the data of all of them.
    func instances(
        _ instances: [Instances.Instance], outlines: [PathData], appearances: [Instances.Appearance]
    ) -> Node? {
        let columns = fields.map { name, column in
            switch column.storage {
            case .numbers(let values): Instances.Column(name, .numbers(values))
            case .strings(let values): Instances.Column(name, .strings(values))
            case .values(let values): Instances.Column(name, .values(values.map(MarkNodes.value)))
            }
        }
        return .instances(
            Instances(
                name: prefix, role: role, outlines: outlines, appearances: appearances, instances: instances,
                columns: columns,
                rows: rows))
    }

    func facts(_ index: Int) -> [String] {
        guard let factColumn, index < rows.count, case .string(let id) = factColumn[rows[index]] else { return [] }
        return [id]
    }
}
