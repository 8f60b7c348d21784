import Formats
import Tables

/// What changes while an expression runs over rows: the row, what is left to spend, the state of `random()`.
final class ExpressionFrame {
    let table: Table?
    let environment: ExpressionEnvironment
    var row = 0
    var datum: ExpressionValue = .undefined
    var random: SeededGenerator
    private var spent = 0
    private var numberFormats: [String: NumberFormat] = [:]
    private var timeFormats: [String: TimeFormat] = [:]
    private var patterns: [String: RegularExpression] = [:]

    /// Elements and characters that functions may make for one value, and for a whole table.
    static let mostAtOnce = 2_000_000
    static let mostTogether = 400_000_000

    init(table: Table?, environment: ExpressionEnvironment) {
        self.table = table
        self.environment = environment
        random = SeededGenerator(seed: environment.seed)
    }

    /// To be called before so many elements or characters are made or looked at.
    func spend(_ count: Int, for function: String) throws {
        guard count <= Self.mostAtOnce else {
            throw ExpressionProblem("`\(function)` would make more than \(Self.mostAtOnce) values")
        }
        spent += max(0, count)
        if spent > Self.mostTogether {
            throw ExpressionProblem("`\(function)` makes too many values over the whole table")
        }
    }

    func numberFormat(_ specifier: String) throws -> NumberFormat {
        if let known = numberFormats[specifier] { return known }
        guard let format = NumberFormat(specifier, locale: environment.numberLocale) else {
            throw ExpressionProblem(
                "`\(specifier)` is not a number format", advice: "see https://d3js.org/d3-format, for example `,.2f`")
        }
        if numberFormats.count < 100 { numberFormats[specifier] = format }
        return format
    }

    func timeFormat(_ specifier: String) -> TimeFormat {
        if let known = timeFormats[specifier] { return known }
        let format = TimeFormat(specifier, locale: environment.timeLocale)
        if timeFormats.count < 100 { timeFormats[specifier] = format }
        return format
    }

    func pattern(_ source: String, flags: String = "") throws -> RegularExpression {
        let key = flags + "/" + source
        if let known = patterns[key] { return known }
        do {
            let pattern = try RegularExpression(source, flags: flags)
            if patterns.count < 100 { patterns[key] = pattern }
            return pattern
        } catch {
            throw ExpressionProblem(error.message)
        }
    }
}

/// Random numbers that are the same on every run (SplitMix64; Steele, Lea and Flood 2014).
package struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 up to, not including, 1.
    package mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
