import Testing

@testable import Formats

struct NumberFormatTests {
    static func format(_ value: Double, _ specifier: String, locale: NumberLocale = .unitedStates) -> String? {
        NumberFormat(specifier, locale: locale)?.format(value)
    }

    /// From d3-format's documentation.
    @Test func documentedExamples() {
        #expect(Self.format(0.123, ".0%") == "12%")
        #expect(Self.format(-3.5, "($.2f") == "($3.50)")
        #expect(Self.format(42, "+20") == "                 +42")
        #expect(Self.format(42, ".^20") == ".........42.........")
        #expect(Self.format(42e6, ".2s") == "42M")
        #expect(Self.format(48879, "#x") == "0xbeef")
        #expect(Self.format(4223, ",.2r") == "4,200")
        #expect(Self.format(1500, "s") == "1.50000k")
        #expect(Self.format(1500, "~s") == "1.5k")
    }

    @Test func negativeNumbersHaveAMinusSign() {
        #expect(Self.format(-5, "d") == "\u{2212}5")
        #expect(Self.format(-0.4, "d") == "0")
    }

    @Test func tiesGoAwayFromZero() {
        #expect(Self.format(0.5, ".0f") == "1")
        #expect(Self.format(2.5, ".0f") == "3")
        // 1.005 is less than it looks.
        #expect(Self.format(1.005, ".2f") == "1.00")
    }

    @Test func locales() {
        let german = NumberLocale(decimal: ",", thousands: ".", grouping: [3], currency: ("", "\u{a0}€"))
        #expect(Self.format(1_234_567.891, "$,.2f", locale: german) == "1.234.567,89\u{a0}€")
        let indian = NumberLocale(grouping: [3, 2, 2, 2, 2, 2, 2, 2], currency: ("₹", ""))
        #expect(Self.format(12_345_678, "$,d", locale: indian) == "₹1,23,45,678")
        let arabic = NumberLocale(
            decimal: "٫", thousands: "٬", numerals: ["٠", "١", "٢", "٣", "٤", "٥", "٦", "٧", "٨", "٩"])
        #expect(Self.format(1234.5, ",.1f", locale: arabic) == "١٬٢٣٤٫٥")
    }

    @Test func ticks() {
        #expect(NumberFormat.ticks(step: 0.1, largest: 1, specifier: nil)?.format(0.30000000000000004) == "0.3")
        #expect(NumberFormat.ticks(step: 5000, largest: 20000, specifier: "s")?.format(15000) == "15k")
        #expect(NumberFormat.ticks(step: 500, largest: 2000, specifier: "s")?.format(500) == "0.5k")
        #expect(NumberFormat.ticks(step: 0.05, largest: 1, specifier: "%")?.format(0.25) == "25%")
        #expect(NumberFormat.ticks(step: 20000, largest: 100_000, specifier: nil)?.format(60000) == "60,000")
        #expect(NumberFormat.ticks(step: 0, largest: 0, specifier: nil)?.format(0) == "0")
    }

    @Test func wrongSpecifiersAreNil() {
        for text in ["abc", ".f", "..2f", "2.2.2", "%%", "f2", "é"] { #expect(NumberFormat(text) == nil, "\(text)") }
    }

    @Test func hostileWidthsAndPrecisionsAreBounded() {
        #expect((Self.format(1, "999999999999d")?.count ?? 0) <= 2000)
        #expect((Self.format(1, ".99999999f")?.count ?? 0) <= 2000)
        for type in ["e", "f", "g", "r", "s", "p", "%", "d", "x", "c", "", "b", "o"] {
            for value in [
                Double.nan, .infinity, -.infinity, 1e308, -1e308, .leastNonzeroMagnitude, 0, -0.0, 9.3e18, 1e21,
            ] {
                for options in ["", ",", "020,.3", "(.0", "+~", "$.20", "^30", "="] {
                    _ = Self.format(value, options + type)
                }
            }
        }
    }
}
