import Formats
import Testing

@Suite struct QuantityTests {
    @Test(arguments: [
        (Quantity(4380, unit: "km"), "4,380 kilometres", "4,380 km", "4,380"),
        (Quantity(1_564_116, unit: "km²"), "1.56 million square kilometres", "1.56 million km²", "1.56 million"),
        (Quantity(13198, unit: "students"), "13,198 students", "13,198", "13,198"),
        (Quantity(2, unit: "countries"), "two countries", "2", "2"),
        (Quantity(1, unit: "countries"), "one country", "1", "1"),
        (Quantity(5, unit: "fora"), "five fora", "5", "5"),
        (Quantity(1, unit: "km"), "1 kilometre", "1 km", "1"),
        (Quantity(16.9, unit: "×"), "16.9 times", "×16.9", "×16.9"),
        (Quantity(4.81, unit: "%"), "4.81 per cent", "4.81%", "4.81%"),
        (Quantity(-3.5, unit: "$"), "−3.5 dollars", "−$3.5", "−$3.5"),
        (
            Quantity(1242, unit: "students per year", qualifier: .about), "about 1,242 students per year", "≈ 1,242",
            "≈ 1,242"
        ),
        (Quantity(999_999_999, unit: "km"), "1 billion kilometres", "1 billion km", "1 billion"),
        (Quantity(999_999, unit: "km"), "999,999 kilometres", "999,999 km", "999,999"),
        (Quantity(0, unit: "km"), "0 kilometres", "0 km", "0"),
        (Quantity(.nan, unit: "km"), "no value", "no value", "no value"),
        (Quantity(42), "42", "42", "42"),
    ]) func written(quantity: Quantity, prose: String, label: String, short: String) {
        #expect(quantity.written(.prose) == prose)
        #expect(quantity.written(.label) == label)
        #expect(quantity.written(.short) == short)
    }

    @Test func digitsRoundAsPeopleDo() {
        #expect(ShortestDecimal(1.005)?.grouped(decimals: 2) == "1.01")
        #expect(ShortestDecimal(0.5)?.grouped(decimals: 0) == "1")
        #expect(ShortestDecimal(0.04)?.grouped(decimals: 0) == "0")
        #expect(ShortestDecimal(9.996)?.grouped(decimals: 2) == "10.00")
        #expect(ShortestDecimal(1e21)?.grouped() == "1,000,000,000,000,000,000,000")
        #expect(ShortestDecimal(1e-7)?.grouped() == "0.0000001")
        #expect(ShortestDecimal(-0.0)?.grouped() == "0")
        #expect(ShortestDecimal(1234.5)?.rounded(significant: 2).grouped() == "1,200")
        #expect(ShortestDecimal(1234.5)?.rounded(decimals: -4).grouped() == "0")
        #expect(ShortestDecimal(.leastNonzeroMagnitude)?.value == Double.leastNonzeroMagnitude)
        #expect(ShortestDecimal(.infinity) == nil)
        #expect(ShortestDecimal(12.5)?.rounded(decimals: .max).grouped() == "12.5")
    }

    @Test(arguments: [
        (0, "zero"), (23, "twenty-three"), (100, "one hundred"), (105, "one hundred and five"),
        (1_000_001, "one million and one"),
        (13198, "thirteen thousand one hundred and ninety-eight"), (-7, "minus seven"),
    ]) func words(number: Int, expected: String) {
        #expect(NumberWords.words(for: number) == expected)
    }

    @Test func wordsForEveryNumberAreReadBack() {
        for number in Array(0...1200) + [13198, 45_000, 1_000_000, 2_300_045] {
            let words = NumberWords.words(for: number) ?? ""
            #expect(
                NumberScanner.numbers(in: "There were \(words) of them.").map(\.value) == [Double(number)], "\(words)")
        }
        #expect(NumberWords.words(for: .min) == nil)
    }

    @Test func ordinals() {
        #expect(NumberWords.ordinal("twentieth") == 20)
        #expect(NumberWords.ordinal("Twenty-first") == 21)
        #expect(NumberWords.ordinal("19th") == 19)
        #expect(NumberWords.ordinal("nineteenth") == 19)
        #expect(NumberWords.ordinal("zeroth") == nil)
        #expect(NumberWords.ordinal("last") == nil)
    }
}
