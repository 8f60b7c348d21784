import Formats
import Testing

@Suite struct NumberScannerTests {
    @Test(arguments: [
        ("a border that pushed4,380 kilometers", [4380.0]), ("over 1.5 million square", [1_500_000]),
        ("from 781 to 13,198, while", [781, 13198]), ("twenty-three scholarships", [23]), ("in 1969.", [1969]),
        ("G20 and BRICS", []), ("2005–2015", [2005, 2015]), ("2005-2015", [2005, 2015]), ("4,380km", [4380]),
        ("1,2,3", [1, 2, 3]), ("12,34", [12, 34]), ("13\u{A0}198", [13198]), ("a dozen", [12]), ("two dozen", [24]),
        ("a hundred and five", [105]), ("two and three", [2, 3]), ("−5 degrees", [-5]), ("(-5)", [-5]),
        ("in 3 or 4", [3, 4]),
        ("ten million", [10_000_000]), ("one two", [1, 2]), ("twenty thirty", [20, 30]), ("tenfold", [10]),
        ("seventeen-fold", [17]), ("no numbers", []), ("", []), ("1.5.2", [1.5, 2]), ("the 1960s", [1960]),
        ("3.14", [3.14]),
        ("someone often atones", []), ("6 billion", [6e9]), ("5bn", [5e9]),
    ]) func numbers(text: String, expected: [Double]) {
        #expect(NumberScanner.numbers(in: text).map(\.value) == expected)
    }

    @Test(arguments: [
        ("over 5", WrittenNumber.Hedge.above), ("more than 5", .above), ("5 or more", .above), ("5+", .above),
        ("> 5", .above),
        ("≥ 5", .above), ("about 5", .about), ("≈ 5", .about), ("some 5", .about), ("nearly 5", .nearly),
        ("exactly 5", .exactly), ("no fewer than 5", .above), ("as many as 5", .below),
        ("5 km or more", .above),
        ("at most 5", .below),
        ("up to five", .below), ("5", .none), ("from 5", .none), ("over. 5", .none),
    ]) func hedges(text: String, expected: WrittenNumber.Hedge) {
        #expect(NumberScanner.numbers(in: text).map(\.hedge) == [expected])
    }

    @Test func yearsAndDecades() {
        let numbers = NumberScanner.numbers(in: "In 1969, the 1960s, the 1970’s and 1,969.")
        #expect(numbers.map(\.mayBeYear) == [true, true, true, false])
        #expect(numbers.map(\.isPlural) == [false, true, true, false])
    }

    @Test func hugeAndHostileTexts() {
        #expect(NumberScanner.numbers(in: String(repeating: "9", count: 100_000)).count == 1)
        #expect(NumberScanner.numbers(in: String(repeating: "one ", count: 20_000)).count == 20_000)
        _ = NumberScanner.numbers(in: String(repeating: "trillion ", count: 20_000))
        _ = NumberScanner.numbers(in: String(repeating: "1,", count: 20_000))
        _ = NumberScanner.numbers(in: "\u{0}\u{FFFD}é漢字٣")
    }
}
