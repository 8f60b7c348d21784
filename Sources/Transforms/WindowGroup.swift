import Documents
import Tables

/// The rows of one group in their order, and which of them each row looks at.
struct WindowGroup {
    let rows: [Int]
    let frame: WindowFrame
    let ignoresPeers: Bool
    /// For each place, the places that sort alike; empty where nothing is sorted: every row is its own peer then.
    private let peers: [Range<Int>]

    init(rows: [Int], order: RowOrder, frame: WindowFrame, ignoresPeers: Bool) {
        self.rows = rows
        self.frame = frame
        self.ignoresPeers = ignoresPeers
        var peers: [Range<Int>] = []
        if !order.isEmpty {
            peers.reserveCapacity(rows.count)
            var start = 0
            while start < rows.count {
                var end = start + 1
                while end < rows.count, order.compare(rows[start], rows[end]) == 0 { end += 1 }
                for _ in start..<end { peers.append(start..<end) }
                start = end
            }
        }
        self.peers = peers
    }

    /// The frame of the row at a place, widened to rows that sort alike.
    func frame(at place: Int) -> Range<Int> {
        let span = frame.places(around: place, of: rows.count)
        guard !ignoresPeers, !peers.isEmpty, !rows.isEmpty else { return span }
        let from = peers[min(span.lowerBound, rows.count - 1)].lowerBound
        return from..<max(from, peers[max(0, span.upperBound - 1)].upperBound)
    }

    func rank(
        _ operation: WindowOperation, _ parameter: Double?, _ column: Table.Column?, into values: inout [DataValue]
    ) {
        let count = rows.count
        let parameter = Int(max(-1e9, min(1e9, parameter ?? 1)))
        var dense = 0
        for (place, row) in rows.enumerated() {
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
                let frame = frame(at: place)
                guard let column, !frame.isEmpty else { continue }
                let from =
                    operation == .first_value
                    ? frame.lowerBound
                    : operation == .last_value ? frame.upperBound - 1 : frame.lowerBound + parameter - 1
                if frame.contains(from) { values[row] = column[rows[from]] }
            }
        }
    }

    /// An aggregate of the frame of each row.
    func aggregate(
        _ operation: AggregateOperation, _ column: Table.Column?, weight: Double, _ table: Table,
        into values: inout [DataValue]
    ) throws(Diagnostic) {
        let numbers = column?.numbers ?? []
        var moving = MovingAggregate(operation, rows: rows, numbers: numbers)
        var last: (frame: Range<Int>, value: DataValue)?
        for (place, row) in rows.enumerated() {
            let frame = frame(at: place)
            if let last, last.frame == frame {
                values[row] = last.value
                continue
            }
            let value: DataValue
            if let quick = moving.value(over: frame) {
                value = quick
            } else {
                try moving.spend(operation == .values ? frame.count * 500 : frame.count)
                value = operation.value(
                    of: rows[frame], column: column, numbers: numbers, in: table, parameter: weight)
            }
            values[row] = value
            last = (frame, value)
        }
    }
}
