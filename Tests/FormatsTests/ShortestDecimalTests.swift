import Testing

@testable import Formats

/// Python 3: `decimal.Decimal(repr(number)).quantize(…, ROUND_HALF_UP)`: the digits that people see are rounded,
/// not the binary number.
struct ShortestDecimalTests {
    @Test(
        arguments: [
            (0, "0", "0.0", "0.00"),
            (1.005, "1", "1.0", "1.01"),
            (2.675, "3", "2.7", "2.68"),
            (0.045, "0", "0.0", "0.05"),
            (1234.5, "1,235", "1,234.5", "1,234.50"),
            (99.995, "100", "100.0", "100.00"),
            (1e-7, "0", "0.0", "0.00"),
            (123456789, "123,456,789", "123,456,789.0", "123,456,789.00"),
            (0.1, "0", "0.1", "0.10"),
            (-3.15, "−3", "−3.2", "−3.15"),
        ] as [(Double, String, String, String)])
    func rounding(_ number: Double, _ whole: String, _ tenths: String, _ hundredths: String) throws {
        let decimal = try #require(ShortestDecimal(number))
        #expect(decimal.grouped(decimals: 0) == whole)
        #expect(decimal.grouped(decimals: 1) == tenths)
        #expect(decimal.grouped(decimals: 2) == hundredths)
    }

    @Test(arguments: [
        (1234.5, 1, "1,000"), (1234.5, 3, "1,230"), (0.012345, 2, "0.012"), (99.96, 3, "100"), (7, 5, "7"),
    ])
    func significantDigits(_ number: Double, _ digits: Int, _ wanted: String) throws {
        #expect(try #require(ShortestDecimal(number)).rounded(significant: digits).grouped() == wanted)
    }
}
