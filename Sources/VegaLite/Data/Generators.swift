import Documents
import Tables

/// Data that is made rather than read.
enum Generators {
    static let mostRows = 10_000_000.0

    /// `{start, stop, step, as}`: numbers from `start` up to, not including, `stop`.
    static func sequence(_ node: DocumentNode, path: String) throws(Diagnostics) -> Table {
        var reader = DocumentReader(node, path: path, noun: "`sequence`")
        let start = reader.number("start") ?? 0, step = reader.number("step") ?? 1
        let stop = reader.number("stop")
        if !reader.has("stop") { reader.report(nil, "`stop` is missing") }
        if step == 0 { reader.report("step", "`step` is not 0") }
        let name = reader.text("as") ?? "data"
        reader.finish()
        // A step that leads away from the end makes nothing.
        let count = max(0, (((stop ?? start) - start) / step).rounded(.up))
        if !(count <= mostRows), step != 0 {
            reader.report(nil, "`sequence` makes more than \(Int(mostRows)) numbers")
        }
        try reader.problems.throwIfErrors()
        let numbers = (0..<Int(max(0, count))).map { start + Double($0) * step }
        var table = Table(rowCount: numbers.count)
        table.set(name, Table.Column(.numbers(numbers)))
        return table
    }
}
