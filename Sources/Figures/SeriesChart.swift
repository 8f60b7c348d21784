import Phrases
import SceneGraph

/// A plain bar or line chart as its data: what a program that draws charts itself needs to draw it again.
public struct SeriesChart: Sendable, Hashable {
    public enum Form: Sendable, Hashable {
        /// Bars along the page (`horizontal`) or up it.
        case bars(horizontal: Bool, Arrangement)
        case lines(points: Bool, smooth: Bool)
    }

    /// How the bars of one category stand to each other.
    public enum Arrangement: Sendable, Hashable {
        case sideBySide, stacked
        /// Stacked to the same length: shares.
        case shares
    }

    public struct Series: Sendable, Hashable {
        public var name: String
        public var color: Color
        /// One for each category; nil where there is none.
        public var values: [Double?]
        /// Colours of single bars that differ from the series'.
        public var colors: [Int: Color]
        /// What stands at the bars, by category; empty where nothing does.
        public var labels: [Int: String]

        public init(
            name: String, color: Color, values: [Double?], colors: [Int: Color] = [:], labels: [Int: String] = [:]
        ) {
            self.name = name
            self.color = color
            self.values = values
            self.colors = colors
            self.labels = labels
        }
    }

    public struct ValueAxis: Sendable, Hashable {
        public var minimum: Double?
        public var maximum: Double?
        public var isShown: Bool
        public var hasGrid: Bool
        /// As spreadsheets write formats: `#,##0`, `0%`.
        public var format: String

        public init(minimum: Double?, maximum: Double?, isShown: Bool, hasGrid: Bool, format: String) {
            self.minimum = minimum
            self.maximum = maximum
            self.isShown = isShown
            self.hasGrid = hasGrid
            self.format = format
        }
    }

    public var form: Form
    /// In the order of the page: from the left, or from the top.
    public var categories: [String]
    public var categoryTitle: String
    public var valueTitle: String
    public var axis: ValueAxis
    public var series: [Series]

    public init(
        form: Form, categories: [String], categoryTitle: String, valueTitle: String, axis: ValueAxis, series: [Series]
    ) {
        self.form = form
        self.categories = categories
        self.categoryTitle = categoryTitle
        self.valueTitle = valueTitle
        self.axis = axis
        self.series = series
    }
}

/// Why a figure is no `SeriesChart`.
public struct NoSeriesChart: Error, Sendable, Hashable {
    /// Follows "because": `its value axis is logarithmic`.
    public var reason: String
    /// Where in the document; empty for the whole.
    public var path: String

    public init(_ reason: String, path: String = "") {
        self.reason = reason
        self.path = path
    }
}

extension SeriesChart.ValueAxis {
    /// How spreadsheets write numbers that read so.
    public static func format(ofLabels labels: [String]) -> String {
        if let counted = counted(labels) { return counted }
        let places =
            labels.compactMap { label in
                label.firstIndex(of: ".").map { label[$0...].dropFirst().prefix(while: \.isNumber).count }
            }.max() ?? 0
        let fraction = places > 0 && places < 10 ? "." + String(repeating: "0", count: places) : ""
        if labels.contains(where: { $0.hasSuffix("%") }) { return "0\(fraction)%" }
        return labels.contains { $0.contains(",") } ? "#,##0\(fraction)" : places > 0 ? "0\(fraction)" : "General"
    }

    /// Numbers counted in thousands of thousands, as `5 billion` is: a comma behind the digits divides by a thousand.
    private static func counted(_ labels: [String]) -> String? {
        let numbers = labels.map { $0.prefix { !$0.isLetter } }
        let words = Set(zip(labels, numbers).map { $0.0.dropFirst($0.1.count) }.filter { !$0.isEmpty })
        guard words.count == 1, let word = words.first,
            let unit = Phrases.all.lazy.flatMap(\.numbers.units).first(where: { $0.word == " " + word }),
            unit.exponent % 3 == 0
        else { return nil }
        let places =
            numbers.compactMap { number in
                number.lastIndex { $0 == "." || $0 == "," }.map {
                    number[$0...].dropFirst().prefix(while: \.isNumber).count
                }
            }.max() ?? 0
        let digits = "0" + (places > 0 && places < 3 ? "." + String(repeating: "0", count: places) : "")
        return "[=0]0;\(digits)\(String(repeating: ",", count: unit.exponent / 3))\" \(word)\""
    }
}
