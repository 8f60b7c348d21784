import Documents
import Facts
import SceneGraph

/// Whether bars are as long as what they stand for: of one measure, in one picture, twice as much is twice as long.
struct BarLengths {
    private struct Bar {
        var id: String
        var value: Double
        var fact: String?
        var box: Rectangle
    }

    let file: String
    let location: SourceLocation
    private(set) var problems: [Diagnostic] = []

    init(_ scene: Scene, facts: FactBase, document: Document) {
        file = document.file
        location = (document.root["encoding"] ?? document.root["layer"] ?? document.root).location
        visit(scene.root, facts)
    }

    private mutating func visit(_ node: Node, _ facts: FactBase) {
        let bars = node.children.filter { $0.role == "mark-bar" }
        if bars.count > 1 {
            check(bars, facts)
        } else {
            for child in node.children where !child.children.isEmpty { visit(child, facts) }
        }
    }

    private mutating func check(_ nodes: [Node], _ facts: FactBase) {
        var byUnit: [String: [Bar]] = [:]
        for node in nodes {
            if node.facts.count == 1, let fact = facts[node.facts[0]], let value = fact.value?.number {
                byUnit[fact.unit ?? "", default: []].append(
                    Bar(id: node.id, value: value, fact: fact.id, box: node.bounds))
            }
        }
        if byUnit.isEmpty {
            checkData(nodes)
            return
        }
        for bars in byUnit.values where bars.count > 1 { compare(bars) }
    }

    /// Bars of no fact: one of their fields has to be as long as they are.
    private mutating func checkData(_ nodes: [Node]) {
        let names = Set(nodes.flatMap { $0.datum.fields.map(\.name) })
        let columns = names.sorted().compactMap { name -> [Bar]? in
            let bars = nodes.compactMap { node -> Bar? in
                guard case .number(let value)? = node.datum[name] else { return nil }
                return Bar(id: node.id, value: value, fact: nil, box: node.bounds)
            }
            return bars.count == nodes.count ? bars : nil
        }
        guard !columns.isEmpty else { return }
        // Most bars are as long as a field; some, of spans, as the difference of two. A cut axis alone is told.
        let fits = columns.map { fit($0) }
        guard !fits.contains(where: { $0 == .proportional }) else { return }
        if let start = fits.compactMap({ if case .cut(let start) = $0 { start } else { nil } }).first { tellCut(start) }
    }

    private enum Fit: Equatable {
        case proportional
        /// The axis begins at that value.
        case cut(Double)
        /// Ids of the bars that stand out.
        case uneven([Int], Double)
        case unknown
    }

    private mutating func compare(_ bars: [Bar]) {
        switch fit(bars) {
        case .proportional, .unknown: break
        case .cut(let start): tellCut(start)
        case .uneven(let places, let ratio):
            for place in places {
                let bar = bars[place]
                let length = BarLengths.lengths(bars)[place]
                let share = (length / (ratio * bar.value) - 1) * 100
                problems.append(
                    Diagnostic(
                        "the bar of `\(bar.fact ?? bar.id)` is \(Int(share.magnitude.rounded()))% too "
                            + "\(share > 0 ? "long" : "short") for its value",
                        cause: .difference, file: file, at: location, path: bar.id,
                        advice: "draw its value, on a scale that begins at zero"))
            }
        }
    }

    private mutating func tellCut(_ start: Double) {
        problems.append(
            Diagnostic(
                "the axis of the bars does not begin at zero", cause: .difference, file: file, at: location,
                path: "encoding",
                advice:
                    "it begins at about \(FigureTexts.written((start * 100).rounded() / 100)): "
                    + "take `domain`, `domainMin` and `zero: false` out of its scale, or draw points"
            ))
    }

    /// Along the direction in which they differ.
    private static func lengths(_ bars: [Bar]) -> [Double] {
        let widths = bars.map(\.box.width), heights = bars.map(\.box.height)
        func spread(_ lengths: [Double]) -> Double { (lengths.max() ?? 0) - (lengths.min() ?? 0) }
        return spread(widths) >= spread(heights) ? widths : heights
    }

    private func fit(_ bars: [Bar]) -> Fit {
        let lengths = BarLengths.lengths(bars)
        guard bars.count > 1, let longest = lengths.max(), longest > 4 else { return .unknown }
        let values = bars.map { $0.value.magnitude }
        guard let most = values.max(), most > 0 else { return .unknown }
        let ratios = zip(lengths, values).filter { $0.1 > 0 }.map { $0.0 / $0.1 }.sorted()
        guard !ratios.isEmpty else { return .unknown }
        let middle = ratios[ratios.count / 2]
        // A unit of the drawing is what rounding and a stroke may take.
        func isOff(_ index: Int, _ ratio: Double) -> Bool {
            (lengths[index] - ratio * values[index]).magnitude > max(1, 0.01 * longest)
        }
        let strange = bars.indices.filter { isOff($0, middle) }
        if strange.isEmpty { return .proportional }
        // The same for all, but from another beginning?
        if let low = values.indices.min(by: { values[$0] < values[$1] }),
            let high = values.indices.max(by: { values[$0] < values[$1] }),
            values[high] > values[low], lengths[high] > lengths[low]
        {
            let slope = (lengths[high] - lengths[low]) / (values[high] - values[low])
            let start = values[low] - lengths[low] / slope
            let isLinear = bars.indices.allSatisfy {
                (lengths[$0] - slope * (values[$0] - start)).magnitude <= max(1, 0.01 * longest)
            }
            if isLinear, bars.count > 2 || start > 0 { return .cut(start) }
        }
        return .uneven(strange, middle)
    }
}
