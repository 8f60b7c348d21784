import Formats
import Phrases

/// How the numbers of a key are written: a divisor that its title tells, and digits after the point.
struct KeyNumbers: Sendable, Hashable {
    /// 1, a thousand million and so on.
    var divisor = 1.0
    /// `million`, for the title; empty for 1.
    var word = ""
    var decimals = 0
    private var format: NumberFormat?
    private let marks: Phrases.Numbers

    /// What writes all of these apart, with as few digits as that takes.
    init(
        _ values: [Double], format specifier: String? = nil, _ marks: Phrases.Numbers = Phrases.of("en").numbers
    ) {
        self.marks = marks
        format = specifier.flatMap { NumberFormat($0) }
        if format != nil { return }
        let largest = values.map(abs).max() ?? 0
        for (factor, name) in [(1e12, marks.trillion), (1e9, marks.billion), (1e6, marks.million)]
        where largest >= factor {
            (divisor, word) = (factor, name)
            break
        }
        decimals = values.map { ShortestDecimal($0 / divisor)?.rounded(significant: 6).decimals ?? 0 }.max() ?? 0
        decimals = min(6, decimals)
    }

    func written(_ value: Double, rounding: FloatingPointRoundingRule = .toNearestOrAwayFromZero) -> String {
        if let format { return format.format(value) }
        var unit = 1.0
        for _ in 0..<decimals { unit *= 10 }
        let scaled = value / divisor
        // An end that already has no more digits stays; 0.1 × 10 is not always 1.
        let near = (scaled * unit).rounded()
        let rounded = abs(scaled * unit - near) < 1e-6 ? near / unit : (scaled * unit).rounded(rounding) / unit
        let digits = ShortestDecimal(rounded)?.grouped(decimals: decimals) ?? "\(rounded)"
        if marks.decimal == "." && marks.group == "," { return digits }
        return String(digits.map { $0 == "." ? "\u{1}" : $0 }).replacing(",", with: marks.group)
            .replacing("\u{1}", with: marks.decimal)
    }

    static func == (a: KeyNumbers, b: KeyNumbers) -> Bool {
        (a.divisor, a.decimals, a.word) == (b.divisor, b.decimals, b.word)
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(divisor)
        hasher.combine(decimals)
    }
}

extension Classification {
    /// What writes the breaks apart.
    func numbers(format: String?, _ marks: Phrases.Numbers = Phrases.of("en").numbers) -> KeyNumbers {
        KeyNumbers(breaks.isEmpty ? [least, greatest] : breaks, format: format, marks)
    }

    /// The ends of the classes as they are written: the least value, the breaks, the greatest. The least is rounded
    /// down and the greatest up.
    func ends(_ numbers: KeyNumbers) -> [String] {
        [numbers.written(min(least, breaks.first ?? least), rounding: .down)]
            + breaks.map { numbers.written($0) }
            + [numbers.written(max(greatest, breaks.last ?? greatest), rounding: .up)]
    }

    /// Each class in words: `20–25`. The first and last of breaks set by hand are open.
    func ranges(_ numbers: KeyNumbers) -> [String] {
        let ends = ends(numbers)
        return (0..<classCount).map { index in
            if method == .manual, classCount > 1 {
                if index == 0 { return "under " + ends[1] }
                if index == classCount - 1 { return ends[index] + " and over" }
            }
            // A minus sign and a dash do not stand together.
            let dash = ends[index].hasPrefix("−") || ends[index + 1].hasPrefix("−") ? " to " : "–"
            return ends[index] == ends[index + 1] ? ends[index] : ends[index] + dash + ends[index + 1]
        }
    }

    /// `quantiles, n = 183`, with what ties or the midpoint changed.
    func sentence(_ words: Phrases.Map = Phrases.of("en").map, wanted: Int, midpoint text: String?) -> String {
        var sentence =
            switch method {
            case .quantile: words.quantiles
            case .equal: words.equalIntervals
            case .jenks: words.naturalBreaks
            case .manual: words.manualBreaks
            }
        if let text, let midpoint {
            sentence += " " + Phrases.fill(breaks.contains(midpoint) ? words.eitherSideOf : words.about, text)
        }
        return sentence + ", n = " + (ShortestDecimal(Double(count))?.grouped() ?? "\(count)")
    }
}
