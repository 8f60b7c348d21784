import Documents
import Tables

/// `window`: ranks, neighbours and running aggregates over sorted rows of a group.
package struct WindowTransform: Transform {
    package static let key = "window"
    package static let properties = ["window", "frame", "ignorePeers", "groupby", "sort"]

    package enum Operation: Sendable, Hashable {
        case window(WindowOperation)
        case aggregate(AggregateOperation)
    }

    package struct Field: Sendable, Hashable {
        package var operation: Operation
        package var field: String?
        package var name: String
        /// Of `ntile`, `lag`, `lead`, `nth_value`.
        package var parameter: Double?

        package init(_ operation: Operation, _ field: String? = nil, as name: String, parameter: Double? = nil) {
            self.operation = operation
            self.field = field
            self.name = name
            self.parameter = parameter
        }
    }

    package var fields: [Field]
    /// Rows before and after; nil for all of them.
    package var frame: (before: Int?, after: Int?)
    package var ignoresPeers: Bool
    package var groupby: [String]
    package var sort: [SortField]

    package init(
        _ fields: [Field], frame: (before: Int?, after: Int?) = (nil, 0), ignoresPeers: Bool = false,
        groupby: [String] = [],
        sort: [SortField] = []
    ) {
        self.fields = fields
        self.frame = frame
        self.ignoresPeers = ignoresPeers
        self.groupby = groupby
        self.sort = sort
    }

    package init(_ reader: inout TransformReader) {
        fields = []
        frame = reader.frame() ?? (nil, 0)
        ignoresPeers = reader.boolean("ignorePeers") ?? false
        groupby = reader.strings("groupby") ?? []
        sort = reader.sortFields()
        guard let list = reader["window"]?.array else {
            reader.problem("`window` is a list of objects with `op` and `as`", at: "window")
            return
        }
        let known = WindowOperation.allCases.map(\.rawValue) + AggregateOperation.allCases.map(\.rawValue)
        for (index, item) in list.enumerated() {
            var inner = TransformReader(
                item, path: "\(reader.path).window[\(index)]", known: ["op", "field", "as", "param"],
                of: "a window field")
            let parameter = inner.number("param")
            if let name = inner.word("op", of: known) {
                let field = inner.optionalField()
                let operation: Operation? =
                    WindowOperation(rawValue: name).map { .window($0) }
                    ?? AggregateOperation(rawValue: name).map { .aggregate($0) }
                if case .aggregate(let aggregate)? = operation, field == nil, !aggregate.needsNoField,
                    aggregate != .values
                {
                    inner.problem("`\(name)` needs a `field`")
                } else if let operation, case .aggregate(.count) = operation {
                    // Rows are counted whatever the field; documents name one that is not there.
                    fields.append(Field(operation, nil, as: inner.string("as") ?? "count"))
                } else if let operation {
                    fields.append(
                        Field(
                            operation, field, as: inner.string("as") ?? (field.map { "\(name)_\($0)" } ?? name),
                            parameter: parameter))
                }
            } else if item["op"] == nil {
                inner.problem("`op` is missing")
            }
            reader.add(inner.diagnostics)
        }
    }

    /// Aggregates over moving frames are worked out anew for each row; more steps than this are refused.
    static let mostWork = 1_000_000_000

    package func apply(to table: Table, in context: inout TransformContext) throws(Diagnostic) -> Table {
        let grouping = try Grouping(table, by: groupby)
        for field in sort { _ = try table.column(for: field.field) }
        let order = RowOrder(sort, in: table)
        let groups = grouping.rows.map { order.sorted($0) }
        var result = table
        for field in fields {
            // A count looks at no field, though one may be named.
            var named = field.field
            if case .aggregate(let aggregate) = field.operation, aggregate.needsNoField { named = nil }
            let column: Table.Column? = if let name = named { try table.column(for: name) } else { nil }
            var values = [DataValue](repeating: .null, count: table.rowCount)
            for rows in groups {
                switch field.operation {
                case .window(let operation): rank(operation, field, rows, order, column, into: &values)
                case .aggregate(let operation): try aggregate(operation, rows, order, column, table, into: &values)
                }
            }
            result.set(field.name, Table.Column(values))
        }
        return result
    }

    /// The frame of the row at a place among the sorted rows, widened to rows that sort alike.
    private func frame(at place: Int, _ rows: [Int], peers: [Range<Int>]) -> Range<Int> {
        var from = frame.before.map { max(0, place - $0) } ?? 0
        var to = frame.after.map { min(rows.count, place + $0 + 1) } ?? rows.count
        if !ignoresPeers, !peers.isEmpty {
            from = peers[min(from, rows.count - 1)].lowerBound
            to = peers[max(0, to - 1)].upperBound
        }
        return from..<max(from, to)
    }

    /// For each place, the places that sort alike; empty where nothing is sorted.
    private func peers(_ rows: [Int], _ order: RowOrder) -> [Range<Int>] {
        guard !order.isEmpty else { return [] }
        var peers: [Range<Int>] = []
        peers.reserveCapacity(rows.count)
        var start = 0
        while start < rows.count {
            var end = start + 1
            while end < rows.count, order.compare(rows[start], rows[end]) == 0 { end += 1 }
            for _ in start..<end { peers.append(start..<end) }
            start = end
        }
        return peers
    }

    private func rank(
        _ operation: WindowOperation, _ field: Field, _ rows: [Int], _ order: RowOrder, _ column: Table.Column?,
        into values: inout [DataValue]
    ) {
        let count = rows.count
        let peers = peers(rows, order)
        let parameter = Int(max(-1e9, min(1e9, field.parameter ?? 1)))
        var dense = 0
        for (place, row) in rows.enumerated() {
            // Without a sort every row is its own peer.
            let alike = peers.isEmpty ? place..<(place + 1) : peers[place]
            if alike.lowerBound == place { dense += 1 }
            switch operation {
            case .row_number: values[row] = .number(Double(place + 1))
            case .rank: values[row] = .number(Double(alike.lowerBound + 1))
            case .dense_rank: values[row] = .number(Double(dense))
            case .percent_rank: values[row] = .number(count > 1 ? Double(alike.lowerBound) / Double(count - 1) : 0)
            case .cume_dist: values[row] = .number(Double(alike.upperBound) / Double(count))
            case .ntile:
                let tiles = max(1, parameter)
                values[row] = .number((Double(tiles) * Double(alike.upperBound) / Double(count)).rounded(.up))
            case .lag, .lead:
                let from = operation == .lag ? place - parameter : place + parameter
                if from >= 0, from < count, let column { values[row] = column[rows[from]] }
            case .first_value, .last_value, .nth_value:
                let frame = frame(at: place, rows, peers: peers)
                guard let column, !frame.isEmpty else { continue }
                let from =
                    operation == .first_value
                    ? frame.lowerBound
                    : operation == .last_value ? frame.upperBound - 1 : frame.lowerBound + parameter - 1
                if frame.contains(from) { values[row] = column[rows[from]] }
            }
        }
    }

    private func aggregate(
        _ operation: AggregateOperation, _ rows: [Int], _ order: RowOrder, _ column: Table.Column?, _ table: Table,
        into values: inout [DataValue]
    ) throws(Diagnostic) {
        let peers = peers(rows, order)
        let numbers = column?.numbers ?? []
        // Sums and counts over any frame are differences of running ones; where all numbers are whole that is exact.
        var sums: [Double] = [0], valid: [Int] = [0]
        var exact = true
        if operation == .sum || operation == .mean || operation == .average, let column, column.count > 0 {
            for row in rows {
                let number = numbers[row]
                exact = exact && (number.isNaN || (number == number.rounded() && number.magnitude < 1e9))
                sums.append((sums.last ?? 0) + (number.isNaN ? 0 : number))
                valid.append((valid.last ?? 0) + (number.isNaN ? 0 : 1))
            }
        }
        var last: (frame: Range<Int>, value: DataValue)?
        var work = 0
        for (place, row) in rows.enumerated() {
            let frame = frame(at: place, rows, peers: peers)
            if let last, last.frame == frame {
                values[row] = last.value
                continue
            }
            let value: DataValue
            switch operation {
            case .count: value = .number(Double(frame.count))
            case .sum, .mean,
                .average where (exact || frame.lowerBound == 0) && sums.count > 1:
                let count = valid[frame.upperBound] - valid[frame.lowerBound]
                let sum = sums[frame.upperBound] - sums[frame.lowerBound]
                value = count == 0 ? .null : .number(operation == .sum ? sum : sum / Double(count))
            case .min,
                .max
            where last.map { $0.frame.lowerBound == frame.lowerBound && $0.frame.upperBound <= frame.upperBound }
                ?? false:
                // The frame only grew.
                var best = last?.value.number
                for place in (last?.frame.upperBound ?? 0)..<frame.upperBound where !numbers[rows[place]].isNaN {
                    let number = numbers[rows[place]]
                    best = best.map { operation == .min ? Swift.min($0, number) : Swift.max($0, number) } ?? number
                }
                value = best.map { .number($0) } ?? .null
            default:
                work += frame.count
                if work > Self.mostWork {
                    throw Diagnostic(
                        "`window` of \(rows.count) rows with `\(operation.rawValue)` is too much work",
                        advice: "take a smaller `frame`")
                }
                value = operation.value(of: rows[frame], column: column, numbers: numbers, in: table, parameter: 0.5)
            }
            values[row] = value
            last = (frame, value)
        }
    }
}

extension TransformReader {
    /// `frame`: two numbers or nulls; nil where there is none. The rows before are counted positively.
    mutating func frame(_ key: String = "frame") -> (before: Int?, after: Int?)? {
        guard let found = node[key], !found.isNull else { return nil }
        guard let ends = found.array, ends.count == 2, ends.allSatisfy({ $0.isNull || ($0.number?.isFinite ?? false) })
        else {
            problem("`\(key)` is a list of two, each a number of rows or null", at: key)
            return nil
        }
        func rows(_ node: DocumentNode) -> Int? { node.number.map { Int(Swift.max(-1e9, Swift.min(1e9, $0))) } }
        // Vega takes the size of either end, so that `[-2, 2]` is two before and two after.
        return (rows(ends[0]).map { abs($0) }, rows(ends[1]).map { abs($0) })
    }
}
