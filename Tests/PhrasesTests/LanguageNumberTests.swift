import Testing

@testable import Phrases

/// Node 20's `Intl`: `PluralRules(language).select(n)`, `NumberFormat(language).format(n)` and
/// `ListFormat(language).format(list)`; spaces of French and Russian are non-breaking ones.
struct LanguageNumberTests {
    @Test(arguments: [
        ("en", [1], [0, 2, 5, 11, 21, 101]), ("de", [1], [0, 2, 5, 11, 21, 101]), ("es", [1], [0, 2, 5, 11, 21]),
        ("fr", [0, 1], [2, 5, 11, 21, 101]),
    ])
    func oneAndMany(_ language: String, _ ones: [Int], _ others: [Int]) {
        let words = Phrases.of(language)
        let forms = ["ONE", "MANY"]
        for number in ones { #expect(words.count(number, forms) == "\(number) ONE") }
        for number in others { #expect(words.count(number, forms) == "\(number) MANY") }
    }

    @Test(arguments: [
        (0, "MANY"), (1, "ONE"), (2, "FEW"), (4, "FEW"), (5, "MANY"), (11, "MANY"), (12, "MANY"), (14, "MANY"),
        (21, "ONE"), (22, "FEW"), (25, "MANY"), (101, "ONE"), (111, "MANY"), (112, "MANY"), (122, "FEW"),
    ])
    func russianHasThreeForms(_ number: Int, _ form: String) {
        #expect(Phrases.of("ru").count(number, ["ONE", "FEW", "MANY"]) == "\(number) \(form)")
    }

    @Test func chineseHasOneFormAndNoSpace() {
        #expect(Phrases.of("zh").count(1, ["年"]) == "1年")
        #expect(Phrases.of("zh").count(21, ["年"]) == "21年")
    }

    @Test(arguments: [("en", "1,234,567"), ("de", "1.234.567"), ("es", "1.234.567"), ("zh", "1,234,567")])
    func groups(_ language: String, _ wanted: String) { #expect(Phrases.of(language).grouped(1_234_567) == wanted) }

    @Test(arguments: ["fr", "ru"])
    func groupsThatAreSpacesDoNotBreak(_ language: String) {
        let text = Phrases.of(language).grouped(1_234_567)
        #expect(text.filter(\.isNumber) == "1234567")
        #expect(Set(text.unicodeScalars.filter { !("0"..."9").contains($0) }).isSubset(of: ["\u{A0}", "\u{202F}"]))
    }

    /// Four digits stand without a mark, as people write years.
    @Test(arguments: [(0, "0"), (999, "999"), (2005, "2005"), (10_000, "10,000"), (-5, "−5"), (-12_345, "−12,345")])
    func fewDigits(_ number: Int, _ wanted: String) { #expect(Phrases.of("en").grouped(number) == wanted) }

    @Test(arguments: [
        ("en", "a, b and c"), ("de", "a, b und c"), ("fr", "a, b et c"), ("es", "a, b y c"), ("ru", "a, b и c"),
        ("zh", "a、b和c"),
    ])
    func lists(_ language: String, _ wanted: String) { #expect(Phrases.of(language).list(["a", "b", "c"]) == wanted) }

    @Test(arguments: [
        ("de", "Mio.", "Mrd."), ("ru", "млн", "млрд"),
    ])
    func shortWordsForLargeNumbers(_ language: String, _ million: String, _ billion: String) {
        let numbers = Phrases.of(language).numbers
        #expect((numbers.million, numbers.billion) == (million, billion))
    }

    @Test func chineseCountsInTenThousands() {
        #expect(Phrases.of("zh").numbers.units.map(\.exponent) == [12, 8, 4])
        #expect(Phrases.of("en").numbers.units.map(\.exponent) == [12, 9, 6])
    }

    @Test(arguments: [("en", ".", ","), ("de", ",", "."), ("es", ",", "."), ("zh", ".", ",")])
    func marks(_ language: String, _ decimal: String, _ group: String) {
        let numbers = Phrases.of(language).numbers
        #expect((numbers.decimal, numbers.group) == (decimal, group))
    }
}
