import Testing

@testable import Formats

struct UnitTests {
    @Test(arguments: [
        ("km", "km", "kilometre", "kilometres"), ("km²", "km²", "square kilometre", "square kilometres"),
        ("%", "%", "per cent", "per cent"), ("°C", "°C", "degree Celsius", "degrees Celsius"),
    ])
    func measuresHaveASymbolAndWords(_ unit: String, _ symbol: String, _ singular: String, _ plural: String) {
        let name = UnitName(unit)
        #expect(name.symbol == symbol)
        #expect((name.singular, name.plural) == (singular, plural))
    }

    @Test(arguments: [
        ("students", "student"), ("countries", "country"), ("people", "person"), ("children", "child"),
        ("fora", "forum"), ("branches", "branch"), ("classes", "class"), ("boxes", "box"), ("ties", "tie"),
        ("students per year", "student per year"), ("barrels of oil", "barrel of oil"),
        ("academic scholarships", "academic scholarship"), ("glass", "glass"), ("sheep", "sheep"),
    ])
    func oneOfThem(_ plural: String, _ singular: String) {
        let name = UnitName(plural)
        #expect(name.symbol == nil)
        #expect(name.plural == plural)
        #expect(name.singular == singular)
    }

    @Test(arguments: [("kilometres", "km"), ("km", "km"), ("per cent", "%"), ("students", "students")])
    func wordsLeadToSymbols(_ word: String, _ symbol: String) { #expect(UnitWords.symbol(of: word) == symbol) }

    @Test func measuresAreToldFromThings() {
        #expect(UnitWords.isMeasure("kilometres"))
        #expect(!UnitWords.isMeasure("students"))
    }
}
