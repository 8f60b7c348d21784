import Documents

/// One column that a window makes: an operation, a field, a name.
package struct WindowField: Sendable, Hashable {
    package enum Operation: Sendable, Hashable {
        case rank(WindowOperation)
        case aggregate(AggregateOperation)
    }

    package var operation: Operation
    package var field: String?
    package var name: String
    /// Of `ntile`, `lag`, `lead`, `nth_value` and the exponential averages.
    package var parameter: Double?

    package init(_ operation: Operation, _ field: String? = nil, as name: String, parameter: Double? = nil) {
        self.operation = operation
        self.field = field
        self.name = name
        self.parameter = parameter
    }

    /// Reads `{op, field, param, as}`; nil where it is wrong, which is told.
    package init?(_ reader: inout DocumentReader) {
        let word = reader.text("op"), field = reader.fieldOfOperation()
        let parameter = reader.number("param"), name = reader.text("as")
        guard let word else {
            if !reader.has("op") { reader.report(nil, "`op` is missing") }
            return nil
        }
        let usual = field.map { "\(word)_\($0)" } ?? word
        if let rank = WindowOperation(rawValue: word) {
            if rank.needsField, field == nil {
                reader.report(nil, "`\(word)` needs a `field`")
                return nil
            }
            self.init(.rank(rank), field, as: name ?? usual, parameter: parameter)
        } else if let aggregate = AggregateOperation(rawValue: word) {
            guard reader.hasWhatItNeeds(aggregate, field: field, parameter: parameter) else { return nil }
            // Rows are counted whatever the field; documents name one that is not there.
            let isCount = aggregate == .count
            self.init(
                .aggregate(aggregate), isCount ? nil : field, as: name ?? (isCount ? "count" : usual),
                parameter: parameter)
        } else {
            let known = WindowOperation.allCases.map(\.rawValue) + AggregateOperation.allCases.map(\.rawValue)
            reader.report(
                "op", "`\(word.prefix(80))` is no op", advice: DocumentReader.advice(for: word, among: known))
            return nil
        }
    }
}
