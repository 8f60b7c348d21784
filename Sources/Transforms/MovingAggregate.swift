import Documents
import Tables

/// Aggregates of frames that move along sorted rows, without looking at every row of each frame anew where that can be.
struct MovingAggregate {
    private let operation: AggregateOperation
    private let rows: [Int]
    private let numbers: [Double]
    /// Running sums and counts of valid numbers, one more than rows.
    private var sums: [Double] = []
    private var valid: [Int] = []
    /// Whether differences of running sums lose nothing: all numbers are whole and not too large.
    private var isExact = true
    /// The frame that was asked for last, and the places that may still be the least or greatest of one.
    private var last = 0..<0
    private var candidates: [Int] = []
    private var head = 0
    private var work = 0

    /// Steps that aggregates which are worked out anew for each row may take.
    static let mostWork = 200_000_000

    init(_ operation: AggregateOperation, rows: [Int], numbers: [Double]) {
        self.operation = operation
        self.rows = rows
        self.numbers = numbers
        guard operation == .sum || operation == .mean || operation == .average, !numbers.isEmpty else { return }
        var sum = 0.0, count = 0
        sums = [0]
        valid = [0]
        for row in rows {
            let number = numbers[row]
            if !number.isNaN {
                isExact = isExact && number == number.rounded() && number.magnitude < 1e9
                sum += number
                count += 1
            }
            sums.append(sum)
            valid.append(count)
        }
    }

    /// The aggregate of the rows at those places; nil where there is no quick way.
    mutating func value(over frame: Range<Int>) -> DataValue? {
        switch operation {
        case .count: return .number(Double(frame.count))
        case .sum, .mean, .average:
            guard !sums.isEmpty, isExact || frame.lowerBound == 0 else { return nil }
            let count = valid[frame.upperBound] - valid[frame.lowerBound]
            let sum = sums[frame.upperBound] - sums[frame.lowerBound]
            return count == 0 ? .null : .number(operation == .sum ? sum : sum / Double(count))
        case .min, .max: return numbers.isEmpty ? nil : extreme(over: frame)
        default: return nil
        }
    }

    /// The least or greatest of a frame that moves forwards, by a queue of those that no later one outdoes (Lemire
    /// 2006).
    private mutating func extreme(over frame: Range<Int>) -> DataValue? {
        guard frame.lowerBound >= last.lowerBound, frame.upperBound >= last.upperBound else { return nil }
        for place in last.upperBound..<frame.upperBound {
            let number = numbers[rows[place]]
            if number.isNaN { continue }
            while candidates.count > head, let kept = candidates.last,
                operation == .min ? numbers[rows[kept]] >= number : numbers[rows[kept]] <= number
            {
                candidates.removeLast()
            }
            candidates.append(place)
        }
        last = frame
        while head < candidates.count, candidates[head] < frame.lowerBound { head += 1 }
        return head < candidates.count ? .number(numbers[rows[candidates[head]]]) : .null
    }

    /// To be called before so many rows are looked at.
    mutating func spend(_ count: Int) throws(Diagnostic) {
        work += count
        if work > Self.mostWork {
            throw Diagnostic(
                "`window` of \(rows.count) rows with `\(operation.rawValue)` is too much work",
                advice: "take a smaller `frame`")
        }
    }
}
