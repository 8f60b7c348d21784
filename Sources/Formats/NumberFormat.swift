/// Writes numbers as a d3-format specifier says (https://d3js.org/d3-format).
public struct NumberFormat: Sendable {
    private var specifier: NumberFormatSpecifier
    private let locale: NumberLocale
    private let type: UInt8
    private let precision: Int
    /// Written after the number; set where a fixed SI prefix was asked for.
    private var fixedPrefix: (factor: Double, symbol: String)?
    private var leavesZeroBare = false

    static let prefixes = ["y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y"]

    /// Nil where the text is no specifier.
    public init?(_ specifier: String, locale: NumberLocale = .unitedStates) {
        guard let parsed = NumberFormatSpecifier(specifier) else { return nil }
        self.init(parsed, locale: locale)
    }

    public init(_ specifier: NumberFormatSpecifier, locale: NumberLocale = .unitedStates) {
        var specifier = specifier
        if specifier.type == "n" {
            specifier.comma = true
            specifier.type = "g"
        }
        let known: Set<Character> = ["%", "b", "c", "d", "e", "f", "g", "o", "p", "r", "s", "X", "x"]
        let type: Character
        if let given = specifier.type, known.contains(given) {
            type = given
        } else {
            // Without a type: twelve significant digits, without the zeros at the end.
            specifier.precision = specifier.precision ?? 12
            specifier.trim = true
            type = "g"
        }
        if specifier.zero || (specifier.fill == "0" && specifier.align == "=") {
            specifier.zero = true
            specifier.fill = "0"
            specifier.align = "="
        }
        let given = specifier.precision ?? 6
        precision = ["g", "p", "r", "s"].contains(type) ? max(1, min(21, given)) : max(0, min(20, given))
        self.type = type.asciiValue ?? UInt8(ascii: "g")
        self.specifier = specifier
        self.locale = locale
    }

    /// Every number with the SI prefix that suits `value`, as d3's `formatPrefix`.
    public init(_ specifier: NumberFormatSpecifier, prefixFor value: Double, locale: NumberLocale = .unitedStates) {
        var specifier = specifier
        specifier.type = "f"
        self.init(specifier, locale: locale)
        let step = NumberFormat.prefixIndex(value)
        let factor = DecimalDigits.powerOfTen(-3 * step)
        fixedPrefix = (factor, NumberFormat.prefixes[step + 8])
    }

    /// Numbers counted in a unit, as `5 billion`; zero stands without it.
    ///
    /// - Parameter factor: what one unit is worth.
    public init(
        _ specifier: NumberFormatSpecifier, in unit: String, worth factor: Double, locale: NumberLocale = .unitedStates
    ) {
        self.init(specifier, locale: locale)
        fixedPrefix = (1 / factor, unit)
        leavesZeroBare = true
    }

    /// The format that tells the ticks of an axis apart (d3-scale's `tickFormat`).
    ///
    /// - Parameters:
    ///   - step: distance between ticks.
    ///   - largest: the greatest magnitude on the axis.
    ///   - specifier: as the document gives it; nil for d3's default.
    public static func ticks(
        step: Double, largest: Double, specifier text: String?, locale: NumberLocale = .unitedStates
    ) -> NumberFormat? {
        guard var specifier = NumberFormatSpecifier(text ?? ",f") else { return nil }
        let stepExponent = DecimalDigits(shortest: step.magnitude)?.exponent
        switch specifier.type {
        case "s" where specifier.precision == nil:
            if let stepExponent { specifier.precision = max(0, prefixIndex(largest) * 3 - stepExponent) }
            return NumberFormat(specifier, prefixFor: largest, locale: locale)
        case nil, "e", "g", "p", "r":
            if specifier.precision == nil, let stepExponent,
                let exponent = DecimalDigits(shortest: (largest.magnitude - step.magnitude).magnitude)?.exponent
            {
                specifier.precision = max(0, exponent - stepExponent) + 1 - (specifier.type == "e" ? 1 : 0)
            }
        case "f", "%":
            if specifier.precision == nil, let stepExponent {
                specifier.precision = max(0, -stepExponent - (specifier.type == "%" ? 2 : 0))
            }
        default: break
        }
        return NumberFormat(specifier, locale: locale)
    }

    /// The thousands that an SI prefix takes out of a number: −8 to 8.
    private static func prefixIndex(_ value: Double) -> Int {
        let exponent = DecimalDigits(shortest: value.magnitude)?.exponent ?? 0
        return max(-8, min(8, CivilTime.floorDivide(exponent, 3)))
    }

    public func format(_ value: Double) -> String {
        if leavesZeroBare, value == 0 { return text(0).prefix { $0 != Character(locale.decimal) }.description }
        if let fixedPrefix { return text(fixedPrefix.factor * value) + fixedPrefix.symbol }
        return text(value)
    }

    private func text(_ value: Double) -> String {
        if type == UInt8(ascii: "c") {
            let shown = value.isNaN ? "NaN" : NumberFormat.plain(value.magnitude)
            // As it is, with the sign of a program.
            return assemble(negative: false, digits: "", tail: (value < 0 ? "-" : "") + shown)
        }
        var negative = value < 0 || (value == 0 && value.sign == .minus)
        guard !value.isNaN else { return assemble(negative: false, digits: "", tail: locale.nan) }
        var prefixSymbol = ""
        var body = magnitude(value.magnitude, prefixSymbol: &prefixSymbol)
        if specifier.trim { body = NumberFormat.trimmed(body) }
        if negative, specifier.sign != "+", body.utf8.allSatisfy({ $0 == 0x30 || $0 == 0x2E }) { negative = false }
        // The digits before the point may be grouped and padded; what follows is taken as it stands.
        var digits = body[...]
        var tail = ""
        if [UInt8(ascii: "b"), UInt8(ascii: "o"), UInt8(ascii: "x"), UInt8(ascii: "X")].contains(type) == false,
            let end = body.firstIndex(where: { !($0.isASCII && $0.isNumber) })
        {
            digits = body[..<end]
            tail = body[end] == "." ? locale.decimal + body[body.index(after: end)...] : String(body[end...])
        }
        return assemble(negative: negative, digits: String(digits), tail: tail + prefixSymbol)
    }

    private func assemble(negative: Bool, digits: String, tail: String) -> String {
        var prefix = negative ? (specifier.sign == "(" ? "(" : locale.minus) : ""
        if !negative, specifier.sign == "+" || specifier.sign == " " { prefix = String(specifier.sign) }
        switch (specifier.symbol, type) {
        case ("$", _): prefix += locale.currency.prefix
        case ("#", UInt8(ascii: "b")): prefix += "0b"
        case ("#", UInt8(ascii: "o")): prefix += "0o"
        case ("#", UInt8(ascii: "x")), ("#", UInt8(ascii: "X")): prefix += "0x"
        default: break
        }
        var suffix = tail
        if specifier.symbol == "$" {
            suffix += locale.currency.suffix
        } else if type == UInt8(ascii: "%") || type == UInt8(ascii: "p") {
            suffix += locale.percent
        }
        if negative, specifier.sign == "(" { suffix += ")" }
        var digits = digits
        if specifier.comma, !specifier.zero { digits = locale.grouped(digits) }
        let length = prefix.count + digits.count + suffix.count
        let missing = max(0, (specifier.width ?? 0) - length)
        var padding = String(repeating: specifier.fill, count: missing)
        if specifier.comma, specifier.zero {
            digits = locale.grouped(padding + digits, width: missing > 0 ? (specifier.width ?? 0) - suffix.count : .max)
            padding = ""
        }
        let result: String
        switch specifier.align {
        case "<": result = prefix + digits + suffix + padding
        case "=": result = prefix + padding + digits + suffix
        case "^": result = padding.prefix(missing / 2) + prefix + digits + suffix + padding.dropFirst(missing / 2)
        default: result = padding + prefix + digits + suffix
        }
        guard !locale.numerals.isEmpty else { return result }
        return result.map { character in
            character.isASCII
                ? character.wholeNumberValue.map { locale.numerals[$0] } ?? String(character) : String(character)
        }.joined()
    }

    private func magnitude(_ value: Double, prefixSymbol: inout String) -> String {
        switch type {
        case UInt8(ascii: "%"): return NumberFormat.fixed(value * 100, places: precision)
        case UInt8(ascii: "f"): return NumberFormat.fixed(value, places: precision)
        case UInt8(ascii: "e"): return NumberFormat.exponential(value, places: precision)
        case UInt8(ascii: "g"): return NumberFormat.general(value, significant: precision)
        case UInt8(ascii: "p"): return NumberFormat.rounded(value * 100, significant: precision)
        case UInt8(ascii: "r"): return NumberFormat.rounded(value, significant: precision)
        case UInt8(ascii: "s"): return withPrefix(value, symbol: &prefixSymbol)
        case UInt8(ascii: "b"): return NumberFormat.whole(value, radix: 2)
        case UInt8(ascii: "o"): return NumberFormat.whole(value, radix: 8)
        case UInt8(ascii: "x"): return NumberFormat.whole(value, radix: 16)
        case UInt8(ascii: "X"): return NumberFormat.whole(value, radix: 16).uppercased()
        default:
            // `d` never takes to exponents, and writes what has no end as a locale would.
            if value.isInfinite { return "∞" }
            guard let whole = DecimalDigits(shortest: (value + 0.5).rounded(.down)) else {
                return NumberFormat.plain(value)
            }
            return NumberFormat.positional(whole)
        }
    }

    private static func whole(_ value: Double, radix: Int) -> String {
        let whole = (value + 0.5).rounded(.down)
        guard whole.isFinite else { return plain(whole) }
        // Dividing by a power of two is exact.
        var (rest, digits) = (whole, "")
        while rest >= 9.2e18 {
            let digit = Int(rest.truncatingRemainder(dividingBy: Double(radix)))
            digits = String(digit, radix: radix) + digits
            rest = (rest / Double(radix)).rounded(.down)
        }
        return String(UInt64(rest), radix: radix) + digits
    }

    /// ECMAScript's `Number::toString`, of a magnitude.
    static func plain(_ value: Double) -> String {
        guard let decimal = DecimalDigits(shortest: value) else { return value.isNaN ? "NaN" : "Infinity" }
        if decimal.exponent >= 21 || decimal.exponent < -6 {
            let tail = decimal.digits.count > 1 ? "." + text(decimal.digits.dropFirst()) : ""
            return text(decimal.digits.prefix(1)) + tail + exponentText(decimal.exponent)
        }
        return positional(decimal)
    }

    private static func positional(_ decimal: DecimalDigits) -> String {
        let digits = decimal.digits
        if decimal.exponent < 0 {
            return "0." + String(repeating: "0", count: -decimal.exponent - 1) + text(digits[...])
        }
        if digits.count > decimal.exponent + 1 {
            return text(digits.prefix(decimal.exponent + 1)) + "." + text(digits.dropFirst(decimal.exponent + 1))
        }
        return text(digits[...]) + String(repeating: "0", count: decimal.exponent + 1 - digits.count)
    }

    private static func text(_ digits: ArraySlice<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }

    private static func exponentText(_ exponent: Int) -> String {
        "e" + (exponent < 0 ? "-" : "+") + String(exponent.magnitude)
    }

    static func fixed(_ value: Double, places: Int) -> String {
        guard value < 1e21, let parts = DecimalDigits.fixed(value, places: places) else { return plain(value) }
        return text(parts.whole[...]) + (places > 0 ? "." + text(parts.fraction[...]) : "")
    }

    static func exponential(_ value: Double, places: Int) -> String {
        guard let decimal = DecimalDigits(value, significant: places + 1) else { return plain(value) }
        let tail = places > 0 ? "." + text(decimal.digits.dropFirst()) : ""
        return text(decimal.digits.prefix(1)) + tail + exponentText(decimal.exponent)
    }

    static func general(_ value: Double, significant: Int) -> String {
        guard let decimal = DecimalDigits(value, significant: significant) else { return plain(value) }
        if decimal.exponent < -6 || decimal.exponent >= significant {
            let tail = significant > 1 ? "." + text(decimal.digits.dropFirst()) : ""
            return text(decimal.digits.prefix(1)) + tail + exponentText(decimal.exponent)
        }
        return positional(decimal)
    }

    static func rounded(_ value: Double, significant: Int) -> String {
        guard let decimal = DecimalDigits(value, significant: significant) else { return plain(value) }
        return positional(decimal)
    }

    private func withPrefix(_ value: Double, symbol: inout String) -> String {
        guard let decimal = DecimalDigits(value, significant: precision) else { return NumberFormat.plain(value) }
        let step = max(-8, min(8, CivilTime.floorDivide(decimal.exponent, 3)))
        symbol = NumberFormat.prefixes[step + 8]
        let whole = decimal.exponent - step * 3 + 1
        let digits = decimal.digits
        if whole == digits.count { return NumberFormat.text(digits[...]) }
        if whole > digits.count {
            return NumberFormat.text(digits[...]) + String(repeating: "0", count: whole - digits.count)
        }
        if whole > 0 {
            return NumberFormat.text(digits.prefix(whole)) + "." + NumberFormat.text(digits.dropFirst(whole))
        }
        // Smaller than the smallest prefix: fewer digits are left.
        let left = DecimalDigits(value, significant: max(1, precision + whole - 1))?.digits ?? digits
        return "0." + String(repeating: "0", count: -whole) + NumberFormat.text(left[...])
    }

    /// Without the zeros at the end of the fraction, before an exponent if there is one.
    private static func trimmed(_ text: String) -> String {
        guard let point = text.firstIndex(of: ".") else { return text }
        let end = text[point...].firstIndex { $0 == "e" || $0.isLetter } ?? text.endIndex
        var fraction = text[point..<end]
        while fraction.last == "0" { fraction.removeLast() }
        if fraction == "." { fraction = "" }
        return String(text[..<point]) + fraction + text[end...]
    }
}

extension DecimalDigits {
    /// 10 to a whole power, exactly where doubles can hold it.
    static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }
}
