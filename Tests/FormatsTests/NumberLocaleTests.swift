import Testing

@testable import Formats

/// `format(-1234567.891, specifier)` in an expression of Vega (vl-convert 1.9.0.post1) with `format_locale` `de-
/// DE`, `fr-FR`, `en-IN`, `ru-RU` and `en-US`.
struct NumberLocaleTests {
    @Test(arguments: [
        (
            NumberLocale(decimal: ",", thousands: ".", currency: ("", "\u{A0}€")),
            ["−1.234.567,89\u{A0}€", "−1.234.568", "−123456789,1%", "−1234567,9"]
        ),
        (
            NumberLocale(decimal: ",", thousands: "\u{A0}", currency: ("", "\u{A0}€"), percent: "\u{202F}%"),
            ["−1\u{A0}234\u{A0}567,89\u{A0}€", "−1\u{A0}234\u{A0}568", "−123456789,1\u{202F}%", "−1234567,9"]
        ),
        (
            NumberLocale(grouping: [3, 2, 2, 2, 2, 2, 2, 2, 2, 2], currency: ("₹", "")),
            ["−₹12,34,567.89", "−12,34,568", "−123456789.1%", "−1234567.9"]
        ),
        (
            NumberLocale(decimal: ",", thousands: "\u{A0}", currency: ("", "\u{A0}\u{20BD}")),
            ["−1\u{A0}234\u{A0}567,89\u{A0}₽", "−1\u{A0}234\u{A0}568", "−123456789,1%", "−1234567,9"]
        ),
        (NumberLocale.unitedStates, ["−$1,234,567.89", "−1,234,568", "−123456789.1%", "−1234567.9"]),
    ])
    func numbers(_ locale: NumberLocale, _ wanted: [String]) throws {
        let found = try ["$,.2f", ",.0f", ".1%", "+.1f"].map { specifier in
            try #require(NumberFormat(specifier, locale: locale)).format(-1_234_567.891)
        }
        #expect(found == wanted)
    }

    @Test func numeralsThatAreNotTenAreLeft() {
        #expect(NumberLocale(numerals: ["a", "b"]).numerals.isEmpty)
        #expect(
            NumberFormat("d", locale: NumberLocale(numerals: Array("零一二三四五六七八九").map { String($0) }))?.format(205)
                == "二零五")
    }

    @Test func groupsThatAreNoneAreLeft() {
        #expect(NumberFormat(",d", locale: NumberLocale(grouping: [0]))?.format(12345) == "12345")
    }
}
