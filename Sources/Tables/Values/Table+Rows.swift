extension Table.Column {
    /// The values one by one.
    public var values: [DataValue] {
        switch storage {
        case .numbers(let values): values.map { $0.isMissing ? .null : .number($0) }
        case .strings(let values): values.map { .string($0) }
        case .values(let values): values
        }
    }

    /// The closest storage that holds the values: numbers where all are numbers or null, strings where all are strings.
    public init(_ values: [DataValue]) {
        var numbers = true
        var strings = true
        var anyNumber = false
        for value in values {
            switch value {
            case .number: strings = false; anyNumber = true
            case .string: numbers = false
            case .null: strings = false
            default: strings = false; numbers = false
            }
            if !numbers, !strings { break }
        }
        if strings, !values.isEmpty {
            self.init(.strings(values.map { $0.string ?? "" }))
        } else if numbers, anyNumber {
            self.init(.numbers(values.map { $0.number ?? .missing }))
        } else {
            self.init(.values(values))
        }
    }

    /// Numbers for arithmetic: text is read as a number, null is `Double.missing`, what is no number is NaN.
    public var numbers: [Double] {
        switch storage {
        case .numbers(let values): values
        case .strings(let values): values.map { $0.isEmpty ? .missing : NumberReading.javaScriptNumber($0) }
        case .values(let values): values.map { $0.asNumber ?? .missing }
        }
    }

    /// The rows of that index, in that order; an index that is no row gives null.
    public func rows(_ indices: [Int]) -> Table.Column {
        let count = count
        switch storage {
        case .numbers(let values):
            return Table.Column(.numbers(indices.map { $0 >= 0 && $0 < count ? values[$0] : .missing }), isTime: isTime)
        case .strings(let values):
            if indices.allSatisfy({ $0 >= 0 && $0 < count }) {
                return Table.Column(.strings(indices.map { values[$0] }))
            }
            return Table.Column(.values(indices.map { self[$0] }))
        case .values: return Table.Column(.values(indices.map { self[$0] }))
        }
    }
}

extension Table {
    /// A table of objects; columns in order of first appearance. A member that an object lacks is null.
    public init(rows: [[DataValue.Field]]) {
        var builder = RowsBuilder()
        for row in rows { builder.append(row) }
        self = builder.table()
    }

    /// One row as an object.
    public func row(_ index: Int) -> DataValue {
        .object(zip(names, columns).map { DataValue.Field($0, $1[index]) })
    }

    /// The rows of that index, in that order.
    public func rows(_ indices: [Int]) -> Table {
        var result = Table(rowCount: indices.count)
        for (name, column) in zip(names, columns) { result.set(name, column.rows(indices)) }
        return result
    }

    /// The same without some columns.
    public func removing(_ leaving: [String]) -> Table {
        var result = Table(rowCount: rowCount)
        for (name, column) in zip(names, columns) where !leaving.contains(name) { result.set(name, column) }
        return result
    }

    /// The rows of several tables after each other; columns in order of first appearance.
    public func appending(_ other: Table) -> Table {
        var result = Table(rowCount: rowCount + other.rowCount)
        for name in names + other.names.filter({ !names.contains($0) }) {
            let first = column(name), second = other.column(name)
            switch (first?.storage, second?.storage) {
            case (.numbers(let a), .numbers(let b)):
                result.set(name, Column(.numbers(a + b), isTime: first?.isTime == true && second?.isTime == true))
            case (.strings(let a), .strings(let b)): result.set(name, Column(.strings(a + b)))
            default:
                let head = first?.values ?? Array(repeating: .null, count: rowCount)
                let tail = second?.values ?? Array(repeating: .null, count: other.rowCount)
                result.set(name, Column(head + tail))
            }
        }
        return result
    }
}

/// Collects rows of objects into columns.
struct RowsBuilder {
    private var names: [String] = []
    private var positions: [String: Int] = [:]
    private var columns: [[DataValue]] = []
    private var count = 0
    /// More columns than this are not made: rows with ever new names would need rows × names of memory.
    static let mostCells = 400_000_000

    mutating func append(_ row: [DataValue.Field]) {
        for (order, field) in row.enumerated() {
            // Rows mostly have the same names in the same order.
            let index: Int
            if order < names.count, names[order] == field.name {
                index = order
            } else if let known = positions[field.name] {
                index = known
            } else {
                index = names.count
                guard (index + 1) * (count + 1) < Self.mostCells else { continue }
                positions[field.name] = index
                names.append(field.name)
                columns.append([])
            }
            while columns[index].count < count { columns[index].append(.null) }
            if columns[index].count == count {
                columns[index].append(field.value)
            } else {
                columns[index][count] = field.value
            }
        }
        count += 1
    }

    consuming func table() -> Table {
        var table = Table(rowCount: count)
        for (name, column) in zip(names, columns) {
            var column = column
            while column.count < count { column.append(.null) }
            table.set(name, Table.Column(column))
        }
        return table
    }
}
