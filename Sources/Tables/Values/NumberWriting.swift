/// Numbers as JavaScript writes them: the shortest decimal that reads back the same.
public enum NumberWriting {
    /// ECMAScript, section 6.1.6.1.20 (`Number::toString`).
    public static func javaScript(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value < 0 ? "-Infinity" : "Infinity" }
        if value == 0 { return "0" }
        if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
        // Swift's description has the same shortest digits; only the layout differs.
        var digits = ""
        var exponent = 0
        var beforePoint = 0
        var seenPoint = false
        var seenExponent = false
        var exponentText = ""
        for character in value.magnitude.description.utf8 {
            switch character {
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"): seenExponent = true
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "-"): exponentText.append("-")
            default:
                let digit = Character(Unicode.Scalar(character))
                if seenExponent {
                    exponentText.append(digit)
                } else {
                    digits.append(digit)
                    if !seenPoint { beforePoint += 1 }
                }
            }
        }
        exponent = (Int(exponentText) ?? 0) + beforePoint
        while digits.hasPrefix("0"), digits.count > 1 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.hasSuffix("0"), digits.count > 1 { digits.removeLast() }
        let sign = value < 0 ? "-" : ""
        let count = digits.count
        if count <= exponent, exponent <= 21 { return sign + digits + String(repeating: "0", count: exponent - count) }
        if exponent > 0, exponent <= 21 { return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent) }
        if exponent > -6, exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + digits }
        let power = exponent - 1
        let mantissa = count == 1 ? digits : String(digits.prefix(1)) + "." + digits.dropFirst()
        return sign + mantissa + "e" + (power < 0 ? "-" : "+") + String(power.magnitude)
    }
}
