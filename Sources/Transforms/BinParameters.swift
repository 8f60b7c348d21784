#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Documents
import Tables

/// How numbers are put into bins (https://vega.github.io/vega-lite/docs/bin.html).
package struct BinParameters: Sendable, Hashable {
    /// Nil where the document does not say: Vega-Lite takes 10, and 6 for rows, columns and shapes.
    package var maxbins: Double?
    package var base: Double = 10
    package var divide: [Double] = [5, 2]
    package var minstep: Double = 0
    package var nice = true
    package var step: Double?
    package var steps: [Double] = []
    package var anchor: Double?
    package var extent: ClosedRange<Double>?
    /// A selection or parameter whose value is the extent.
    package var extentParameter: String?
    /// The field holds the lower ends of bins already.
    package var isBinned = false

    /// More bins than these are cut down to them.
    private static let most = 100_000.0

    package init(maxbins: Double? = nil, step: Double? = nil, extent: ClosedRange<Double>? = nil) {
        self.maxbins = maxbins
        self.step = step
        self.extent = extent
    }

    /// Reads an object; sizes that make no bins are told.
    package init(_ reader: inout DocumentReader) {
        if let value = reader.number("maxbins") {
            if value >= 1 {
                maxbins = min(value, Self.most)
            } else {
                reader.report("maxbins", "`maxbins` is at least 1")
            }
        }
        if let value = reader.number("base") {
            if value > 1 { base = value } else { reader.report("base", "`base` is more than 1") }
        }
        if let value = reader.numbers("divide") { divide = value.filter { $0 > 1 } }
        if let value = reader.number("minstep"), value >= 0 { minstep = value }
        if let value = reader.boolean("nice") { nice = value }
        if let value = reader.number("step") {
            if value > 0 { step = value } else { reader.report("step", "`step` is more than 0") }
        }
        if let value = reader.numbers("steps") { steps = value.filter { $0 > 0 } }
        anchor = reader.number("anchor")
        isBinned = reader.boolean("binned") ?? false
        readExtent(&reader)
    }

    private mutating func readExtent(_ reader: inout DocumentReader) {
        guard let node = reader.value("extent") else { return }
        guard node.object != nil else {
            extent = reader.span("extent")
            return
        }
        extentParameter = reader.object("extent", noun: "`extent`") { inner in
            inner.allow("encoding", "field")
            return inner.required("param", naming: "a parameter")
        }
    }

    /// Reads `true` or an object; `false`, null and nothing are no bins, and other kinds are told.
    package static func read(_ key: String, of reader: inout DocumentReader) -> BinParameters? {
        guard let node = reader.value(key) else { return nil }
        if let flag = node.boolean { return flag ? BinParameters() : nil }
        if node.string == "binned" {
            var parameters = BinParameters()
            parameters.isBinned = true
            return parameters
        }
        guard node.object != nil else {
            reader.report(key, "`\(key)` is true, `binned` or an object, not \(node.kind)")
            return nil
        }
        return reader.object(key, noun: "`\(key)`") { BinParameters(&$0) }
    }

    /// What tells these bins from others in the name of a column: `maxbins_10`.
    package var name: String {
        func text(_ number: Double) -> String { NumberWriting.javaScript(number) }
        var parts: [String] = []
        func add(_ key: String, _ values: [Double]) {
            if !values.isEmpty { parts.append("\(key)_\(values.map(text).joined(separator: "_"))") }
        }
        add("anchor", anchor.map { [$0] } ?? [])
        add("base", base == 10 ? [] : [base])
        add("divide", divide == [5, 2] ? [] : divide)
        add("extent", extent.map { [$0.lowerBound, $0.upperBound] } ?? [])
        if let extentParameter { parts.append("extent_\(extentParameter)") }
        add("maxbins", maxbins.map { [$0] } ?? [])
        add("minstep", minstep == 0 ? [] : [minstep])
        if !nice { parts.append("nice_false") }
        add("step", step.map { [$0] } ?? [])
        add("steps", steps)
        return parts.joined(separator: "_")
    }

    /// The bins for values in a span.
    ///
    /// The step is the smallest power of the base, divided by one of `divide`, that makes no more than `maxbins`.
    package func bins(over extent: ClosedRange<Double>) -> Bins {
        let extent = self.extent ?? extent
        var start = extent.lowerBound, stop = extent.upperBound
        guard start.isFinite, stop.isFinite else { return Bins(start: 0, stop: 1, step: 1) }
        var span = stop - start
        if span == 0 { span = start.magnitude }
        if span == 0 || !span.isFinite { span = 1 }
        var size = width(of: span)
        // A step so small that adding it changes nothing would make endless bins.
        size = max(size, max(start.magnitude, stop.magnitude) * 1e-12)
        if span / size > 1e7 { size = span / 1e7 }
        if nice {
            let digits = log(size) / log(base)
            let precision = digits >= 0 ? 0 : Int(-digits) + 1
            let tolerance = pow(base, Double(-precision - 1))
            let aligned = (start / size + tolerance).rounded(.down) * size
            start = start < aligned ? aligned - size : aligned
            stop = (stop / size).rounded(.up) * size
        }
        if stop == start { stop = start + size }
        var end = start + ((stop - start) / size).rounded(.up) * size
        if let anchor, anchor.isFinite {
            let shift = anchor - (start + size * ((anchor - start) / size).rounded(.down))
            start += shift
            stop += shift
            end += shift
        }
        return Bins(start: start, stop: stop, step: size, end: end)
    }

    /// The width of the bins that cut a span.
    private func width(of span: Double) -> Double {
        if let step { return step }
        let most = maxbins ?? 10
        if !steps.isEmpty {
            // The last of those before the first that is wide enough: they need not rise.
            let wide = steps.firstIndex { $0 >= span / most } ?? steps.count
            return steps[max(0, wide - 1)]
        }
        let logarithm = log(base)
        let level = (log(most) / logarithm).rounded(.up)
        let power = log(span) / logarithm
        var size = max(minstep, pow(base, (power + 0.5).rounded(.down) - level))
        if !(size > 0) || !size.isFinite { size = 1 }
        while (span / size).rounded(.up) > most { size *= base }
        for part in divide {
            let smaller = size / part
            if smaller >= minstep, smaller > 0, span / smaller <= most { size = smaller }
        }
        return size
    }
}
