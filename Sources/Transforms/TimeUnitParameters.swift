import Documents
import Expressions
import Tables

extension TimeUnit {
    /// From a name or an object `{unit, step, utc, binned, maxbins}`; nil where it is wrong, which is told, or where
    /// only `maxbins` is given.
    package init?(_ node: DocumentNode, path: String, diagnostics: inout Diagnostics) {
        func unknown(_ name: String, _ place: DocumentNode, _ path: String) {
            diagnostics.add(
                Diagnostic(
                    "`\(name)` is not a unit of time", at: place.location, path: path,
                    advice: suggestion(for: name, among: TimeUnit.names).map { "did you mean `\($0)`?" }
                        ?? "for example: year, yearmonth, yearmonthdate, month, day, hours"))
        }
        if let name = node.string {
            guard let unit = TimeUnit(name) else {
                unknown(name, node, path)
                return nil
            }
            self = unit
            return
        }
        guard node.object != nil else {
            diagnostics.add(
                Diagnostic("`timeUnit` is a text or an object, not \(node.kind)", at: node.location, path: path))
            return nil
        }
        var reader = TransformReader(
            node, path: path, known: ["unit", "step", "utc", "binned", "maxbins"], of: "`timeUnit`")
        let step = reader.integer("step", 1...1_000_000) ?? 1
        let name = reader.string("unit")
        let isUTC = reader.boolean("utc") ?? false, isBinned = reader.boolean("binned") ?? false
        _ = reader.number("maxbins")
        diagnostics.add(reader.diagnostics)
        guard let name else { return nil }
        guard var unit = TimeUnit(name, step: step) else {
            unknown(name, node["unit"] ?? node, path + ".unit")
            return nil
        }
        unit.isUTC = unit.isUTC || isUTC
        unit.isBinned = unit.isBinned || isBinned
        self = unit
    }
}

extension Table.Column {
    /// Moments in milliseconds: numbers as they are, texts read as dates.
    package var moments: [Double] {
        if case .numbers(let values) = storage { return values }
        return read(as: .date(format: nil)).numbers
    }
}
