#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif
import Documents

/// How numbers are put into bins (https://vega.github.io/vega-lite/docs/bin.html).
package struct BinParameters: Sendable, Hashable {
    package var maxbins: Double
    package var base: Double
    package var divide: [Double]
    package var minstep: Double
    package var nice: Bool
    package var step: Double?
    package var steps: [Double]
    package var anchor: Double?
    package var extent: ClosedRange<Double>?

    package static let properties = [
        "anchor", "base", "binned", "divide", "extent", "maxbins", "minstep", "nice", "step", "steps",
    ]

    package init(maxbins: Double = 10) {
        self.maxbins = maxbins
        base = 10
        divide = [5, 2]
        minstep = 0
        nice = true
        steps = []
    }

    /// From `true` or an object.
    ///
    /// - Parameter maxbins: where the document does not say; Vega-Lite takes 10, and 6 for rows, columns and shapes.
    package init(_ node: DocumentNode?, maxbins: Double = 10, path: String, diagnostics: inout Diagnostics) {
        self.init(maxbins: maxbins)
        guard let node, node.object != nil else { return }
        var reader = TransformReader(node, path: path, known: Self.properties, of: "`bin`")
        if let value = reader.number("maxbins") {
            if value >= 1 {
                self.maxbins = min(value, 100_000)
            } else {
                reader.problem("`maxbins` is at least 1", at: "maxbins")
            }
        }
        if let value = reader.number("base") {
            if value > 1 { base = value } else { reader.problem("`base` is more than 1", at: "base") }
        }
        if let value = reader.numbers("divide") { divide = value.filter { $0 > 1 } }
        if let value = reader.number("minstep"), value >= 0 { minstep = value }
        if let value = reader.boolean("nice") { nice = value }
        if let value = reader.number("step") {
            if value > 0 { step = value } else { reader.problem("`step` is more than 0", at: "step") }
        }
        if let value = reader.numbers("steps") { steps = value.filter { $0 > 0 }.sorted() }
        anchor = reader.number("anchor")
        if node["extent"]?.array != nil { extent = reader.span("extent") }
        diagnostics.add(reader.diagnostics)
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
        var size: Double
        if let step {
            size = step
        } else if let smallest = steps.first {
            let target = span / maxbins
            size = steps.last { $0 <= target } ?? smallest
        } else {
            let logarithm = log(base)
            let level = (log(maxbins) / logarithm).rounded(.up)
            size = max(minstep, pow(base, (log(span) / logarithm).rounded(.toNearestOrAwayFromZero) - level))
            if !(size > 0) || !size.isFinite { size = 1 }
            while (span / size).rounded(.up) > maxbins { size *= base }
            for part in divide {
                let smaller = size / part
                if smaller >= minstep, smaller > 0, span / smaller <= maxbins { size = smaller }
            }
        }
        // A step so small that adding it changes nothing would make endless bins.
        let smallest = max(start.magnitude, stop.magnitude) * 1e-12
        if size < smallest { size = smallest }
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
        if let anchor, anchor.isFinite {
            let shift = anchor - (start + size * ((anchor - start) / size).rounded(.down))
            start += shift
            stop += shift
        }
        return Bins(start: start, stop: stop, step: size)
    }
}

/// Bins of one width, side by side.
package struct Bins: Sendable, Hashable {
    package var start: Double
    package var stop: Double
    package var step: Double

    /// The lower end of the bin that a number falls in; the last bin holds its upper end too. NaN gives NaN.
    package func lowerEnd(_ value: Double) -> Double {
        guard value.isFinite else { return value }
        let last = start + step * (((stop - start) / step - 1e-9).rounded(.up) - 1)
        let inside = max(start, min(value, last))
        return start + step * (1e-14 + (inside - start) / step).rounded(.down)
    }

    /// Every boundary, from `start` to `stop`.
    package var boundaries: [Double] {
        let count = max(0, min(100_000, ((stop - start) / step).rounded()))
        guard count.isFinite else { return [start, stop] }
        return (0...Int(count)).map { start + step * Double($0) }
    }
}
