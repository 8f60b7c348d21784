import Formats

/// The one unit that all numbers of an axis of ours are counted in: `3 billion` reads faster than `3,000,000,000`, and
/// `2 × 10⁻⁶` than `0.000002`.
enum AxisUnit {
    /// Nil where the numbers are best written out.
    static func format(_ ticks: (step: Double, largest: Double), in locale: Locales) -> NumberFormat? {
        let (step, largest) = (ticks.step.magnitude, ticks.largest)
        guard step.isFinite, largest.isFinite, step > 0, step <= largest else { return nil }
        if largest < 1e-4 {
            let exponent = floorOfLogarithm(largest)
            guard exponent > -300 else { return nil }
            return counted(step, " × 10" + superscript(exponent), exponent, locale)
        }
        for unit in locale.units where largest >= power(unit.exponent) {
            // More than two decimals would be the longer text again.
            guard step * 100 >= power(unit.exponent) else { return nil }
            return counted(step, unit.word, unit.exponent, locale)
        }
        return nil
    }

    /// As many decimals as tell the ticks apart.
    private static func counted(_ step: Double, _ word: String, _ exponent: Int, _ locale: Locales) -> NumberFormat {
        var specifier = NumberFormatSpecifier()
        specifier.type = "f"
        specifier.comma = true
        specifier.precision = max(0, exponent - floorOfLogarithm(step * 1.000001))
        return NumberFormat(specifier, in: word, worth: power(exponent), locale: locale.number)
    }

    private static func power(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? 1 }

    private static func floorOfLogarithm(_ value: Double) -> Int {
        var exponent = 0
        var rest = value
        while rest >= 10, exponent < 400 { (rest, exponent) = (rest / 10, exponent + 1) }
        while rest < 1, exponent > -400 { (rest, exponent) = (rest * 10, exponent - 1) }
        return exponent
    }

    private static func superscript(_ exponent: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(String(exponent).map { $0.wholeNumberValue.map { digits[$0] } ?? "⁻" })
    }
}
