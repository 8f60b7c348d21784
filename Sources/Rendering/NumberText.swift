/// Appends a number with at most `decimals` decimals, no exponent, no trailing zeros, never `-0`.
func appendNumber(_ value: Double, decimals: Int = 3, to text: inout String) {
    guard value.isFinite else {
        text += "0"
        return
    }
    let factor: Double = decimals == 3 ? 1000 : decimals == 2 ? 100 : decimals == 4 ? 10000 : 1
    let scaled = (value * factor).rounded()
    guard abs(scaled) < 9e15 else {
        text += "\(value)"
        return
    }
    var whole = Int64(scaled)
    if whole < 0 {
        text += "-"
        whole = -whole
    }
    let unit = Int64(factor)
    text += String(whole / unit)
    var rest = whole % unit
    if rest != 0 {
        var digits = String(rest)
        while digits.count < String(unit).count - 1 { digits = "0" + digits }
        while rest % 10 == 0 {
            digits.removeLast()
            rest /= 10
        }
        text += "." + digits
    }
}
