import Documents
import Tables

/// With what, and at which keys besides those of the data, missing values are filled: what a transform and an
/// encoding's `impute` have in common (https://vega.github.io/vega-lite/docs/impute.html).
package struct ImputeParameters: Sendable, Hashable {
    package enum Method: String, Sendable, CaseIterable { case value, median, max, min, mean }

    package var method = Method.value
    package var value = DataValue.null
    package var keyValues: [DataValue] = []
    package var frame = WindowFrame.everything

    private static let mostKeys = 1_000_000.0

    package init() {}

    package init(_ reader: inout DocumentReader) {
        method = reader.word("method", of: Method.self) ?? .value
        // A null that is written is one; where nothing is, Vega takes 0.
        value = reader.dataValue("value") ?? (reader.has("value") ? .null : .number(0))
        frame = reader.frame() ?? .everything
        guard let keys = reader.value("keyvals") else { return }
        if let list = keys.array {
            keyValues = list.map { DataValue($0) }
        } else {
            keyValues = reader.object("keyvals", noun: "`keyvals`") { Self.sequence(&$0) } ?? []
        }
    }

    /// `{start, stop, step}`: numbers from `start` up to, not including, `stop`.
    private static func sequence(_ reader: inout DocumentReader) -> [DataValue] {
        let start = reader.number("start") ?? 0, step = reader.number("step") ?? 1
        guard let stop = reader.number("stop"), step != 0 else {
            reader.report(nil, "`keyvals` needs `stop`, and a `step` that is not 0")
            return []
        }
        let count = ((stop - start) / step).rounded(.up)
        guard count.isFinite, count <= mostKeys else {
            reader.report(nil, "`keyvals` makes more than \(Int(mostKeys)) keys")
            return []
        }
        guard count > 0 else { return [] }
        return (0..<Int(count)).map { .number(start + Double($0) * step) }
    }
}
