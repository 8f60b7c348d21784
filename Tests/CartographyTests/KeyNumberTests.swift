import Documents
import Phrases
import Testing

@testable import Cartography

@Suite("Numbers of a map's key")
struct KeyNumberTests {
    @Test("round values from large to small, about a quarter of each before")
    func roundValues() {
        #expect(roundKeyValues(greatest: 1_234) == [1_000, 200, 50])
        #expect(roundKeyValues(greatest: 87) == [80, 20, 5])
        #expect(roundKeyValues(greatest: 0.35, count: 2) == [0.3, 0.05])
        #expect(roundKeyValues(greatest: 100, factor: 10) == [100, 10, 1])
        #expect(roundKeyValues(greatest: 0).isEmpty && roundKeyValues(greatest: -5).isEmpty)
    }

    @Test("large numbers have their thousands in the title, small ones as many digits as they take")
    func divisors() {
        let millions = KeyNumbers([1_500_000, 20_000_000])
        #expect(millions.word == "million" && millions.divisor == 1e6)
        #expect([1_500_000, 20_000_000].map { millions.written($0) } == ["1.5", "20.0"])
        let small = KeyNumbers([0.25, 1, 12_000])
        #expect(small.word.isEmpty && small.decimals == 2)
        #expect(small.written(12_000) == "12,000.00")
    }

    @Test("ends are rounded outwards, but for those that are round already")
    func rounding() {
        let numbers = KeyNumbers([0.1, 0.5])
        #expect(numbers.written(0.149, rounding: .down) == "0.1")
        #expect(numbers.written(0.101, rounding: .up) == "0.2")
        #expect(numbers.written(0.3, rounding: .down) == "0.3" && numbers.written(0.3, rounding: .up) == "0.3")
    }

    @Test("marks are those of the language, and a format goes before all")
    func marks() {
        let german = KeyNumbers([1_234.5], Phrases.of("de").numbers)
        #expect(german.written(1_234.5).hasSuffix("234,5"))
        #expect(KeyNumbers([1_234.5], format: ".0%").written(0.25) == "25%")
    }

    @Test(
        "names are found whatever their accents and marks",
        arguments: [
            ("Côte d’Ivoire", "cotedivoire"), ("São Tomé & Príncipe", "saotomeprincipe"), ("Straße 7", "strasse7"),
            ("Æbeltoft", "aebeltoft"), ("Łódź", "lodz"), ("北京", "北京"), ("—", ""),
        ])
    func names(name: String, key: String) {
        #expect(PlaceNames.key(name) == key)
    }

    @Test("a city has the names that the table gives it, by whichever the geodata has")
    func cities() throws {
        let node = try YAMLReader.read(Array("name_en: Kiev\nnames: [Kyjiw]".utf8), file: "a.yaml")
        let names = PlaceNames.names(of: try #require(node.object))
        #expect(names == ["Kiev", "Kyjiw", "Kyiv", "Kiev"])
        #expect(PlaceNames.others(ofCountry: "MMR") == ["Burma", "Myanmar"])
        #expect(PlaceNames.others(ofCountry: "XXX").isEmpty)
    }
}
