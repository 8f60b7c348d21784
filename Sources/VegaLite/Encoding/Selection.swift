import Documents
import Expressions
import Formats
import Tables
import Transforms

/// A selection parameter in its initial state: what of it the document says is picked before any reader touches it.
struct Selection: RowSelection {
    /// What a channel or field of an interval spans, or which values of it are picked.
    struct Extent: Sendable {
        /// The column's name in the data, and the unit of time that the selection sees it in.
        var field: String
        var timeUnit: TimeUnit?
        var values: [DataValue]
        /// Between the least and the greatest; otherwise any of the values.
        var isRange: Bool

        func holds(_ value: DataValue) -> Bool {
            guard isRange, let low = values.first?.asNumber, let high = values.last?.asNumber else {
                return values.contains(value)
            }
            guard var number = value.asNumber ?? value.string.flatMap(DateReading.milliseconds) else { return false }
            if case .string(let text) = value, let moment = DateReading.milliseconds(text) { number = moment }
            return number >= min(low, high) && number <= max(low, high)
        }
    }

    let name: String
    var isInterval: Bool
    /// A reader would move the axes rather than pick.
    var isBoundToScales: Bool
    /// Of an interval, by channel.
    var extents: [(channel: String, extent: Extent)] = []
    /// Of points: one is enough.
    var points: [[Extent]] = []
    /// How an interval's rectangle looks.
    var look = PropertyBag<BackgroundProperty>()

    var isEmpty: Bool { extents.isEmpty && points.isEmpty }

    /// A selection of points: each tells the values of fields, and a row is picked that agrees with one of them in all.
    init(_ name: String, points: [[DataValue.Field]]) {
        self.name = name
        isInterval = false
        isBoundToScales = false
        self.points = points.map { $0.map { Extent(field: $0.name, values: [$0.value], isRange: false) } }
    }

    /// - Parameter encoding: of the view that the parameter stands in, which says what its channels are of.
    init?(_ param: DocumentNode, encoding: DocumentNode?) {
        guard let name = param["name"]?.string, let select = param["select"] else { return nil }
        self.name = name
        isInterval = (select.string ?? select["type"]?.string) == "interval"
        isBoundToScales = param["bind"]?.string == "scales"
        for member in select["mark"]?.object?.members ?? [] {
            if let name = BackgroundProperty(rawValue: member.key) { look[name] = Setting(member.value) }
        }
        func extent(_ key: String, _ values: [DataValue], isRange: Bool) -> Extent {
            let definition = encoding?[key]
            guard let field = definition?["field"]?.string else {
                return Extent(field: key, values: values, isRange: isRange)
            }
            // What is wrong with it is told where the channel is read.
            var reader = DocumentReader(definition ?? DocumentNode(.null), noun: "a channel")
            let unit = TimeUnitParameters.read("timeUnit", of: &reader)?.unit
            return Extent(field: field, timeUnit: unit, values: values, isRange: isRange)
        }
        func constant(_ node: DocumentNode) -> DataValue {
            let value = DataValue(node)
            return Moments.moment(value).map { .number($0) } ?? value
        }
        guard let value = param["value"], !value.isNull else { return }
        if isInterval {
            for member in value.object?.members ?? [] {
                guard let list = member.value.array else { continue }
                var values = list.map(constant)
                // Texts of a temporal channel are moments.
                if values.count == 2, encoding?[member.key]?["type"]?.string == "temporal" {
                    values = values.map { $0.string.flatMap(DateReading.milliseconds).map { .number($0) } ?? $0 }
                }
                let isRange = values.count == 2 && values.allSatisfy { if case .number = $0 { true } else { false } }
                extents.append((member.key, extent(member.key, values, isRange: isRange)))
            }
            return
        }
        let fields =
            select["fields"]?.array?.compactMap(\.string) ?? select["encodings"]?.array?.compactMap(\.string) ?? []
        for item in value.array ?? [value] {
            if let members = item.object?.members, Moments.moment(DataValue(item)) == nil {
                points.append(members.map { extent($0.key, [constant($0.value)], isRange: false) })
            } else if fields.count == 1 {
                points.append([extent(fields[0], [constant(item)], isRange: false)])
            }
        }
    }

    /// For each row whether it is picked.
    func test(_ table: Table) -> [Bool] {
        func column(_ extent: Extent) -> (Int) -> DataValue? {
            guard let column = table.column(extent.field) ?? table.field(extent.field) else { return { _ in nil } }
            guard let unit = extent.timeUnit else { return { column[$0] } }
            let moments = Moments.times(column).numbers
            return { .number(unit.floor(moments[$0])) }
        }
        func holds(_ list: [Extent]) -> [Bool] {
            var result = [Bool](repeating: true, count: table.rowCount)
            for extent in list {
                let value = column(extent)
                for row in result.indices where result[row] {
                    if let found = value(row) { result[row] = extent.holds(found) }
                }
            }
            return result
        }
        if isInterval { return holds(extents.map(\.extent)) }
        var result = [Bool](repeating: false, count: table.rowCount)
        for point in points {
            for (row, isPicked) in holds(point).enumerated() where isPicked { result[row] = true }
        }
        return result
    }

    /// As expressions see it: the values by field and by channel.
    var value: DataValue {
        var fields: [DataValue.Field] = []
        for (channel, extent) in extents {
            fields.append(DataValue.Field(extent.field, .array(extent.values)))
            if channel != extent.field { fields.append(DataValue.Field(channel, .array(extent.values))) }
        }
        for extent in points.joined() {
            if let index = fields.firstIndex(where: { $0.name == extent.field }),
                case .array(let known) = fields[index].value
            {
                fields[index].value = .array(known + extent.values)
            } else {
                fields.append(DataValue.Field(extent.field, .array(extent.values)))
            }
        }
        return .object(fields)
    }

    var span: [DataValue]? { domain(channel: nil, field: nil) }

    /// What a scale's domain takes from the interval, by channel or by field.
    func domain(channel: String?, field: String?) -> [DataValue]? {
        guard isInterval else { return nil }
        let found = extents.first {
            channel != nil ? $0.channel == channel : field != nil ? $0.extent.field == field : true
        }
        return found?.extent.values
    }
}
