import Testing

@testable import Formats

/// Fill, alignment and signs as d3-format writes them: `format(value, specifier)` in an expression of Vega (vl-
/// convert 1.9.0.post1).
struct NumberFormatFillTests {
    @Test(arguments: [
        (">12,.1f", "        42.5", "       −42.5"),
        ("<12,.1f", "42.5        ", "−42.5       "),
        ("^12,.1f", "    42.5    ", "   −42.5    "),
        ("=12,.1f", "        42.5", "−       42.5"),
        ("012,.1f", "00,000,042.5", "−00,000,042.5"),
        ("*>12", "*******42.55", "******−42.55"),
        ("_^12d", "_____43_____", "____−43_____"),
        ("-", "42.55", "−42.55"),
        ("+", "+42.55", "−42.55"),
        (" ", " 42.55", "−42.55"),
        ("(", "42.55", "(42.55)"),
    ])
    func widths(_ specifier: String, _ positive: String, _ negative: String) throws {
        let format = try #require(NumberFormat(specifier))
        #expect(format.format(42.55) == positive)
        #expect(format.format(-42.55) == negative)
    }

    @Test(
        arguments: [
            (.nan, "", "NaN"),
            (.nan, ".2f", "NaN"),
            (.nan, "d", "NaN"),
            (.nan, "08.1f", "00000NaN"),
            (.nan, "$,", "$NaN"),
            (.nan, "%", "NaN%"),
            (.infinity, "", "Infinity"),
            (.infinity, ".2f", "Infinity"),
            (.infinity, "d", "∞"),
            (.infinity, "08.1f", "Infinity"),
            (.infinity, "$,", "$Infinity"),
            (.infinity, "%", "Infinity%"),
            (-.infinity, "", "−Infinity"),
            (-.infinity, ".2f", "−Infinity"),
            (-.infinity, "d", "−∞"),
            (-.infinity, "08.1f", "−Infinity"),
            (-.infinity, "$,", "−$Infinity"),
            (-.infinity, "%", "−Infinity%"),
            (-0.0, "", "0"),
            (-0.0, ".2f", "0.00"),
            (-0.0, "d", "0"),
            (-0.0, "08.1f", "000000.0"),
            (-0.0, "$,", "$0"),
            (-0.0, "%", "0.000000%"),
        ] as [(Double, String, String)])
    func oddNumbers(_ number: Double, _ specifier: String, _ wanted: String) throws {
        #expect(try #require(NumberFormat(specifier)).format(number) == wanted)
    }

    /// `d3.formatPrefix(specifier, value)` of d3-format's documentation.
    @Test(arguments: [
        (",.0", 1e-6, 0.00042, "420µ"), (",.0", 1e-6, 0.0042, "4,200µ"), (".1", 1e6, 1_500_000, "1.5M"),
        (".0", 1e3, 999, "1k"),
    ])
    func onePrefixForAll(_ specifier: String, _ prefix: Double, _ number: Double, _ wanted: String) throws {
        let format = NumberFormat(try #require(NumberFormatSpecifier(specifier)), prefixFor: prefix)
        #expect(format.format(number) == wanted)
    }

    @Test func partsOfASpecifier() throws {
        let specifier = try #require(NumberFormatSpecifier("*^+$012,.3~f"))
        #expect(specifier.fill == "*")
        #expect(specifier.width == 12)
        #expect(specifier.precision == 3)
    }
}
