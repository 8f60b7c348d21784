extension Color {
    /// A colour as CSS writes it: a name, `#rgb`, `#rrggbb`, with alpha too, `rgb()`, `rgba()`, `hsl()`, `hsla()`,
    /// `transparent`. Nil when it is none of these.
    public init?(css text: String) {
        let word = text.lowercased().filter { $0 != " " && $0 != "\t" }
        if word.hasPrefix("#") {
            self.init(hexDigits: word.dropFirst())
        } else if let open = word.firstIndex(of: "("), word.hasSuffix(")") {
            let parts = text[text.index(after: text.firstIndex(of: "(") ?? text.startIndex)...].dropLast()
                .split { $0 == "," || $0 == " " || $0 == "/" }.map(String.init)
            self.init(function: String(word[..<open]), parts: parts)
        } else if word == "transparent" {
            self = .clear
        } else if let hex = Color.named[word] {
            self.init(hex: hex)
        } else {
            return nil
        }
    }

    private init?(hexDigits digits: Substring) {
        guard digits.allSatisfy(\.isHexDigit) else { return nil }
        var values = digits.compactMap { $0.hexDigitValue }
        if values.count == 3 || values.count == 4 { values = values.flatMap { [$0, $0] } }
        guard values.count == 6 || values.count == 8 else { return nil }
        func byte(_ index: Int) -> Double { Double(values[index] * 16 + values[index + 1]) / 255 }
        self.init(red: byte(0), green: byte(2), blue: byte(4), alpha: values.count == 8 ? byte(6) : 1)
    }

    private init?(function: String, parts: [String]) {
        guard parts.count == 3 || parts.count == 4 else { return nil }
        func number(_ index: Int, percentOf whole: Double) -> Double? {
            var part = Substring(parts[index])
            if part.hasSuffix("%") {
                part = part.dropLast()
                return Double(part).map { $0 / 100 * whole }
            }
            if part.hasSuffix("deg") { part = part.dropLast(3) }
            return Double(part)
        }
        let alpha = parts.count == 4 ? number(3, percentOf: 1) : 1
        guard let alpha else { return nil }
        switch function {
        case "rgb", "rgba":
            guard let red = number(0, percentOf: 255), let green = number(1, percentOf: 255),
                let blue = number(2, percentOf: 255)
            else { return nil }
            self.init(red: red / 255, green: green / 255, blue: blue / 255, alpha: alpha)
        case "hsl", "hsla":
            guard let hue = number(0, percentOf: 360), let saturation = number(1, percentOf: 1),
                let lightness = number(2, percentOf: 1), hue.isFinite
            else { return nil }
            self.init(hue: hue, saturation: saturation, lightness: lightness, alpha: alpha)
        default: return nil
        }
    }

    /// Hue in degrees, saturation and lightness 0 to 1 (CSS Color 4, section 7).
    public init(hue: Double, saturation: Double, lightness: Double, alpha: Double = 1) {
        func part(_ n: Double) -> Double {
            let k = (n + hue / 30).truncatingRemainder(dividingBy: 12)
            let turn = k < 0 ? k + 12 : k
            return lightness - saturation * min(lightness, 1 - lightness) * max(-1, min(turn - 3, min(9 - turn, 1)))
        }
        self.init(red: part(0), green: part(8), blue: part(4), alpha: alpha)
    }
}
