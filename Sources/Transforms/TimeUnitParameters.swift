import Documents
import Expressions
import Tables

/// How a document names a unit of time: by name, or as an object with `unit`, `step`, `utc`, `binned`, `maxbins`
/// (https://vega.github.io/vega-lite/docs/timeunit.html).
package struct TimeUnitParameters: Sendable, Hashable {
    /// Nil where the unit is to be found from the data.
    package var unit: TimeUnit?
    /// As many units as may be where one is found.
    package var maxbins: Double

    package static let usualMost = 40.0

    package init(_ unit: TimeUnit?, maxbins: Double = TimeUnitParameters.usualMost) {
        self.unit = unit
        self.maxbins = maxbins
    }

    /// Reads a text or an object; nil where it is wrong, which is told.
    package static func read(_ key: String, of reader: inout DocumentReader) -> TimeUnitParameters? {
        guard let node = reader.value(key) else { return nil }
        if let name = node.string { return unit(name, at: key, of: &reader).map { TimeUnitParameters($0) } }
        guard node.object != nil else {
            reader.report(key, "`\(key)` is a text or an object, not \(node.kind)")
            return nil
        }
        return reader.object(key, noun: "`\(key)`") { TimeUnitParameters(&$0) } ?? nil
    }

    private init?(_ reader: inout DocumentReader) {
        let step = reader.number("step", in: 1...1_000_000) ?? 1
        let name = reader.text("unit")
        let isUTC = reader.boolean("utc") ?? false, isBinned = reader.boolean("binned") ?? false
        maxbins = reader.number("maxbins", in: 1...1_000_000) ?? Self.usualMost
        guard let name else { return }
        guard var unit = Self.unit(name, step: Int(step), at: "unit", of: &reader) else { return nil }
        unit.isUTC = unit.isUTC || isUTC
        unit.isBinned = unit.isBinned || isBinned
        self.unit = unit
    }

    private static func unit(
        _ name: String, step: Int = 1, at key: String, of reader: inout DocumentReader
    ) -> TimeUnit? {
        if let unit = TimeUnit(name, step: step) { return unit }
        reader.report(
            key, "`\(name.prefix(80))` is not a unit of time",
            advice: suggestion(for: name, among: TimeUnit.names).map { "did you mean `\($0)`?" }
                ?? "for example: year, yearmonth, yearmonthdate, month, day, hours")
        return nil
    }
}

extension Table.Column {
    /// Moments in milliseconds: numbers as they are, texts read as dates.
    package var moments: [Double] {
        if case .numbers(let values) = storage { return values }
        return read(as: .date(format: nil)).numbers
    }
}
