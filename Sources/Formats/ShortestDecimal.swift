/// A finite number as the decimal digits that people see: the shortest that name the same `Double`.
///
/// Rounding works on these digits, not on the binary value, so that 1.005 rounds to 1.01 as a reader expects. A half
/// rounds away from zero.
public struct ShortestDecimal: Sendable, Hashable {
    public var isNegative: Bool
    /// Most significant first, no zeros at either end; empty for zero.
    public private(set) var digits: [UInt8]
    /// Where the decimal point stands: the number is `0.d₁d₂d₃… × 10^exponent`.
    public private(set) var exponent: Int

    /// Nil when the number is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        isNegative = value < 0
        digits = []
        exponent = 0
        var pointSeen = false
        var written = 0
        var power = 0
        let text = Array("\(value.magnitude)".utf8)
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: ".") {
                pointSeen = true
            } else if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
                power = Int(String(decoding: text[(index + 1)...], as: UTF8.self)) ?? 0
                break
            } else {
                digits.append(byte - UInt8(ascii: "0"))
                if !pointSeen { written += 1 }
            }
            index += 1
        }
        exponent = written + power
        normalize()
    }

    /// Digits after the decimal point.
    public var decimals: Int { max(0, digits.count - exponent) }

    /// The same rounded to that many digits after the point; a negative count rounds to tens, hundreds and so on.
    public func rounded(decimals: Int) -> ShortestDecimal {
        let (sum, overflow) = exponent.addingReportingOverflow(decimals)
        if overflow { return self }
        return keeping(sum)
    }

    /// The same rounded to that many significant digits, one at least.
    public func rounded(significant: Int) -> ShortestDecimal { keeping(max(1, significant)) }

    private func keeping(_ count: Int) -> ShortestDecimal {
        guard count < digits.count else { return self }
        var result = self
        guard count >= 0 else {
            result.digits = []
            result.normalize()
            return result
        }
        let up = digits[count] >= 5
        result.digits.removeSubrange(count...)
        if up {
            var place = count - 1
            while place >= 0, result.digits[place] == 9 {
                result.digits[place] = 0
                place -= 1
            }
            if place >= 0 {
                result.digits[place] += 1
            } else {
                result.digits.insert(1, at: 0)
                result.exponent += 1
            }
        }
        result.normalize()
        return result
    }

    private mutating func normalize() {
        while digits.last == 0 { digits.removeLast() }
        let zeros = digits.prefix { $0 == 0 }.count
        digits.removeFirst(zeros)
        exponent -= zeros
        if digits.isEmpty {
            exponent = 0
            isNegative = false
        }
    }

    /// With a comma between thousands and a true minus sign: `−1,234.5`.
    ///
    /// - Parameter decimals: digits after the point, zeros added where there are fewer; nil for as many as there are.
    public func grouped(decimals: Int? = nil) -> String {
        let shown = decimals.map { rounded(decimals: max(0, $0)) } ?? self
        var text = shown.isNegative ? "−" : ""
        if shown.exponent <= 0 {
            text += "0"
        } else {
            for place in 0..<shown.exponent {
                if place > 0, (shown.exponent - place) % 3 == 0 { text += "," }
                text += place < shown.digits.count ? String(shown.digits[place]) : "0"
            }
        }
        let fraction = decimals.map { max(0, $0) } ?? shown.decimals
        if fraction > 0 {
            text += "."
            for offset in 0..<fraction {
                let place = shown.exponent + offset
                text += place >= 0 && place < shown.digits.count ? String(shown.digits[place]) : "0"
            }
        }
        return text
    }

    /// The number itself.
    public var value: Double {
        let mantissa = digits.map { String($0) }.joined()
        return (isNegative ? -1 : 1) * (Double("0.\(mantissa.isEmpty ? "0" : mantissa)e\(exponent)") ?? 0)
    }
}
