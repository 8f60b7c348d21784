import Testing

@testable import Formats

/// Which numbers a text may stand for.
struct WrittenNumberTests {
    private func number(_ text: String) throws -> WrittenNumber {
        try #require(NumberScanner.numbers(in: text).first)
    }

    @Test(arguments: [
        ("13,198", 13_198.0), ("13,198", 13_198.4), ("1.5 million", 1_520_000), ("about 13,000", 13_198),
        ("more than 13,000", 13_198), ("nearly 14,000", 13_700), ("twenty-three", 23), ("4.8", 4.81),
        ("less than 5", 4.9), ("exactly 7", 7),
    ])
    func itWrites(_ text: String, _ value: Double) throws { #expect(try number(text).writes(value)) }

    @Test(arguments: [
        ("13,000", 13_198.0), ("nearly 13,000", 13_198), ("more than 13,198", 13_000), ("2 million", 1_500_000),
        ("4.8", 4.9), ("exactly 7", 7.6), ("13,198", .nan), ("13,198", .infinity), ("about 100", 10),
    ])
    func itDoesNotWrite(_ text: String, _ value: Double) throws { #expect(try !number(text).writes(value)) }

    @Test(arguments: [
        ("4,380", 1.0, 10.0), ("1.5 million", 100_000, 100_000), ("13,000", 1, 1000), ("0.25", 0.01, 0.01),
    ])
    func placesOfDigits(_ text: String, _ place: Double, _ roundPlace: Double) throws {
        let number = try number(text)
        #expect((number.place - place).magnitude < 1e-9 * place)
        #expect((number.roundPlace - roundPlace).magnitude < 1e-9 * roundPlace)
    }

    @Test func whatAnAuthorWroteIsKept() throws {
        let number = try number("There were twenty-three of them.")
        #expect(number.text == "twenty-three")
        #expect(number.isInWords)
        #expect(number.offset == 11)
    }
}
