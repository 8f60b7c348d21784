import Documents
import Scales
import SceneGraph

/// The classes and their colours that a document asks for.
struct ClassWish: Sendable {
    var method = ClassMethod.quantile
    var count = 5
    var breaks: [Double] = []
    var midpoint: Double?
    var colors = ClassColors.list([])

    /// `method`, `classes`, `breaks`, `midpoint`, `scheme`, `reverse`.
    init(_ reader: inout DocumentReader) {
        readMethod(&reader)
        readCount(&reader)
        midpoint = reader.number("midpoint")
        if midpoint != nil { keepMidpointBetweenClasses(&reader) }
        readBreaks(&reader)
        readColors(&reader)
    }

    private static let synonyms = [
        "quantiles": "quantile", "fisher": "jenks", "natural-breaks": "jenks", "fisher-jenks": "jenks",
        "equal-interval": "equal", "equal-intervals": "equal", "fixed": "manual",
    ]

    private mutating func readMethod(_ reader: inout DocumentReader) {
        guard let name = reader.text("method") else {
            if reader.has("breaks"), !reader.has("method") { method = .manual }
            return
        }
        if let known = ClassMethod(rawValue: name) {
            method = known
            return
        }
        let known = ClassMethod.allCases.map(\.rawValue)
        reader.report(
            "method", "unknown method `\(name)`",
            advice: ClassWish.synonyms[name.lowercased()].map { "did you mean `\($0)`?" }
                ?? DocumentReader.advice(for: name, among: known))
    }

    private mutating func readCount(_ reader: inout DocumentReader) {
        count = reader.wholeNumber("classes", in: 2...11) ?? count
        if reader.has("classes"), method == .manual {
            reader.report("classes", "the breaks say how many classes there are; leave `classes` out")
        }
    }

    private mutating func keepMidpointBetweenClasses(_ reader: inout DocumentReader) {
        guard count % 2 == 1, method == .quantile || method == .jenks else { return }
        if reader.has("classes") {
            reader.report(
                "classes", "an odd number of classes has no break at the midpoint",
                advice: "take an even number, or `method: equal`, where one class lies about the midpoint")
        } else {
            count = 6
        }
    }

    private mutating func readBreaks(_ reader: inout DocumentReader) {
        guard reader.has("breaks") else {
            _ = reader.value("breaks")
            if method == .manual { reader.report("method", "`manual` needs `breaks: [10, 20, 50]`") }
            return
        }
        guard let values = reader.numbers("breaks") else { return }
        if method != .manual {
            reader.report(
                "breaks", "`\(method.rawValue)` finds its own breaks",
                advice: "leave `method` out, or say `method: manual`")
        } else if values.isEmpty {
            reader.report("breaks", "breaks are numbers between the classes: `breaks: [10, 20, 50]`")
        } else if zip(values, values.dropFirst()).contains(where: { $0 >= $1 }) {
            reader.report("breaks", "breaks rise: each is more than the one before")
        } else if values.count > 10 {
            reader.report(
                "breaks", "\(values.count) breaks make more classes than a reader can tell apart; 10 at most")
        }
        breaks = values
        if let midpoint, let first = values.first, let last = values.last, midpoint < first || midpoint > last {
            reader.report("midpoint", "the midpoint lies outside the breaks")
        }
    }

    private mutating func readColors(_ reader: inout DocumentReader) {
        let isDiverging = midpoint != nil
        let reversed = reader.boolean("reverse") ?? false
        if let usual = ColorScheme(named: isDiverging ? "purpleorange" : "yellowgreenblue") {
            colors = .scheme(usual, reversed: reversed)
        }
        guard let node = reader.value("scheme") else { return }
        if let items = node.array {
            if let list = readList(items, &reader) { colors = .list(reversed ? list.reversed() : list) }
            return
        }
        guard let name = node.string, let scheme = ColorScheme(named: name) else {
            let name = node.string ?? node.kind
            reader.report(
                "scheme", "unknown scheme `\(name)`",
                advice: DocumentReader.advice(for: name, among: ColorScheme.names))
            return
        }
        if scheme.kind == .categorical || scheme.kind == .cyclical {
            reader.report(
                "scheme", "`\(name)` has no order from less to more",
                advice: isDiverging
                    ? "such as purpleorange or blueorange" : "such as yellowgreenblue, viridis or blues")
        } else if isDiverging, scheme.kind == .sequential {
            reader.report(
                "scheme", "`\(name)` has no middle for the midpoint",
                advice: "such as purpleorange, blueorange or redblue")
        }
        colors = .scheme(scheme, reversed: reversed)
    }

    private func readList(_ items: [DocumentNode], _ reader: inout DocumentReader) -> [Color]? {
        var list: [Color] = []
        for (index, item) in items.enumerated() {
            guard let color = item.string.flatMap({ Color(css: $0) }) else {
                reader.report(
                    item, "`\(item.string ?? item.kind)` is no colour",
                    path: "\(reader.path(of: "scheme"))[\(index)]")
                return nil
            }
            list.append(color)
        }
        let wanted = method == .manual ? breaks.count + 1 : count
        if list.count != wanted { reader.report("scheme", "\(list.count) colours for \(wanted) classes") }
        return list
    }
}
