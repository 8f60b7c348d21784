import Testing

@testable import Tables

/// Node 20: `Number(text)` and `String(number)`.
struct NumberTextTests {
    @Test(arguments: [
        ("12", 12.0), (" 12 ", 12), ("", 0), ("  ", 0), ("0x1F", 31), ("0b101", 5), ("0o17", 15), ("1e3", 1000),
        (".5", 0.5), ("5.", 5), ("-0", 0), ("+7", 7), ("Infinity", .infinity), ("-Infinity", -.infinity),
        ("1e400", .infinity), ("\t3\n", 3),
    ])
    func numbers(_ text: String, _ wanted: Double) { #expect(NumberReading.javaScriptNumber(text) == wanted) }

    @Test(arguments: ["x", "1x", "1,5", "--1", "1 2", "infinity", "0x", "1e", "e5", ".", "-", "0x1G", "1_000", "NaN"])
    func noNumbers(_ text: String) { #expect(NumberReading.javaScriptNumber(text).isNaN) }

    @Test(arguments: [
        (0.1, "0.1"), (1, "1"), (-1.5, "-1.5"), (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.5e-6, "0.0000015"),
        (1e-7, "1e-7"), (123_456.789, "123456.789"), (.leastNonzeroMagnitude, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (.infinity, "Infinity"), (-.infinity, "-Infinity"), (.nan, "NaN"), (4.35, "4.35"),
        (1 / 3, "0.3333333333333333"),
    ])
    func texts(_ number: Double, _ wanted: String) { #expect(NumberWriting.javaScript(number) == wanted) }
}
