#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The decimal digits of a magnitude: `digits[0].digits[1…] × 10^exponent`.
struct DecimalDigits {
    /// Characters `0` to `9`; at least one.
    var digits: [UInt8]
    /// The power of ten of the first digit; 0 for zero.
    var exponent: Int

    /// The fewest digits that read back as the same number. Nil where the value is not finite.
    init?(shortest value: Double) {
        guard value.isFinite else { return nil }
        var digits: [UInt8] = []
        var beforePoint = 0
        var seenPoint = false
        var power = 0
        var powerSign = 1
        var seenExponent = false
        for character in value.magnitude.description.utf8 {
            switch character {
            case UInt8(ascii: "."): seenPoint = true
            case UInt8(ascii: "e"): seenExponent = true
            case UInt8(ascii: "-"): powerSign = -1
            case UInt8(ascii: "+"): break
            default:
                if seenExponent {
                    power = power * 10 + Int(character - 0x30)
                } else {
                    digits.append(character)
                    if !seenPoint { beforePoint += 1 }
                }
            }
        }
        exponent = beforePoint - 1 + powerSign * power
        while digits.count > 1, digits.first == 0x30 {
            digits.removeFirst()
            exponent -= 1
        }
        while digits.count > 1, digits.last == 0x30 { digits.removeLast() }
        if digits == [0x30] || digits.isEmpty { exponent = 0 }
        self.digits = digits.isEmpty ? [0x30] : digits
    }

    /// So many significant digits, rounded from the exact binary value; a tie goes away from zero, as ECMAScript's
    /// `toExponential` has it. Nil where the value is not finite.
    init?(_ value: Double, significant count: Int) {
        guard value.isFinite else { return nil }
        let count = max(1, min(count, 400))
        // printf is exact but breaks ties to even, so it gets digits to spare and the rounding is done here. Sixty
        // further digits tell every double from a tie.
        let exact = DecimalDigits.printed(value.magnitude, fraction: count - 1 + 60)
        digits = Array(exact.digits.prefix(count))
        exponent = exact.exponent
        if count < exact.digits.count, exact.digits[count] >= 0x35 { roundUp() }
        if value == 0 { exponent = 0 }
    }

    /// So many digits after the point, rounded as above. Nil where the value is not finite.
    static func fixed(_ value: Double, places: Int) -> (whole: [UInt8], fraction: [UInt8])? {
        guard value.isFinite, let shortest = DecimalDigits(shortest: value) else { return nil }
        let places = max(0, min(places, 100))
        let significant = shortest.exponent + 1 + places
        var digits: [UInt8]
        var exponent: Int
        if significant < 0 || value == 0 {
            return ([0x30], [UInt8](repeating: 0x30, count: places))
        } else if significant == 0 {
            // The first digit decides whether the last place becomes 1.
            let exact = printed(value.magnitude, fraction: 60)
            digits = exact.exponent == shortest.exponent && exact.digits[0] >= 0x35 ? [0x31] : [0x30]
            exponent = shortest.exponent + 1
            if digits == [0x30] { return ([0x30], [UInt8](repeating: 0x30, count: places)) }
        } else {
            guard let rounded = DecimalDigits(value, significant: significant) else { return nil }
            digits = rounded.digits
            exponent = rounded.exponent
            while digits.count < exponent + 1 + places { digits.append(0x30) }
        }
        if exponent < 0 {
            let zeros = [UInt8](repeating: 0x30, count: -exponent - 1)
            return ([0x30], Array((zeros + digits).prefix(places)))
        }
        let whole = Array(digits.prefix(exponent + 1))
        var fraction = Array(digits.dropFirst(exponent + 1).prefix(places))
        while fraction.count < places { fraction.append(0x30) }
        return (whole, fraction)
    }

    private mutating func roundUp() {
        var index = digits.count - 1
        while index >= 0 {
            if digits[index] == 0x39 {
                digits[index] = 0x30
                index -= 1
            } else {
                digits[index] += 1
                return
            }
        }
        digits.insert(0x31, at: 0)
        digits.removeLast()
        exponent += 1
    }

    private static func printed(_ magnitude: Double, fraction: Int) -> (digits: [UInt8], exponent: Int) {
        var buffer = [CChar](repeating: 0, count: fraction + 16)
        let written = withVaList([CInt(fraction), magnitude]) { vsnprintf(&buffer, buffer.count, "%.*e", $0) }
        var digits: [UInt8] = []
        digits.reserveCapacity(fraction + 1)
        var exponent = 0
        var sign = 1
        var seenExponent = false
        for character in buffer.prefix(max(0, Int(written))) {
            let byte = UInt8(bitPattern: character)
            switch byte {
            case UInt8(ascii: "e"): seenExponent = true
            case UInt8(ascii: "-"): sign = -1
            case 0x30...0x39:
                if seenExponent { exponent = exponent * 10 + Int(byte - 0x30) } else { digits.append(byte) }
            default: break
            }
        }
        return (digits.isEmpty ? [0x30] : digits, sign * exponent)
    }
}
