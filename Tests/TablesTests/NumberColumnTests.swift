import Testing

@testable import Tables

struct NumberColumnTests {
    private static func numbers(_ texts: [String], likely: NumberNotation? = nil) -> NumberColumn {
        NumberColumn(texts, said: CellsSaid(), likely: likely)
    }

    @Test(
        "marks prove how a column is written",
        arguments: [
            (["1,234", "1,234,567"], [1234, 1_234_567]), (["1.234,5", "7"], [1234.5, 7]),
            (["0,234", "1,5"], [0.234, 1.5]),
            (["1,234.5"], [1234.5]), (["1 234 567,25"], [1_234_567.25]), (["−3,5", "+2,25"], [-3.5, 2.25]),
            (["(1,200)", "1,300.5"], [-1200, 1300.5]), (["US$ 5", "US$ 6.5"], [5, 6.5]),
            (["5 kr", "6,5 kr"], [5, 6.5]),
            (["12,34,567", "1,23,456.5"], [1_234_567, 123_456.5]), (["1_000", "2"], [1000, 2]),
            (["5-", "6.5"], [-5, 6.5]),
            (["0x10", "1e3"], [16, 1000]),
        ])
    func written(texts: [String], expected: [Double]) {
        let column = Self.numbers(texts)
        #expect(column.unreadable.isEmpty && column.doubt == nil)
        #expect(column.numbers == expected)
    }

    @Test func whatCouldBeTwoNumbersIsInDoubt() {
        #expect(Self.numbers(["1,234", "5,678"]).doubt?.row == 0)
        #expect(Self.numbers(["1,234", "5,678"], likely: .comma).numbers == [1.234, 5.678])
        #expect(Self.numbers(["1,234", "56"], likely: .comma).doubt == nil)
    }

    @Test(
        "what is no number stays none",
        arguments: ["1,2,3", "12*", "3 apples", "1.2.3.4", "1,23,4", "$", "%", "--5", "1 2", "n = 5", "12:30", "5%%%%"])
    func unreadable(text: String) {
        #expect(Self.numbers(["1", text, "2"]).unreadable == [1], "\(text)")
    }

    @Test func missingMarksAreNoValues() {
        let column = Self.numbers(["1", "NA", " ", "..", "n/a", "—", "2"])
        #expect(column.missing == [1, 2, 3, 4, 5] && column.unreadable.isEmpty)
        var said = CellsSaid()
        said.missing = ["-999"]
        #expect(NumberColumn(["1", "-999", "NA"], said: said).unreadable == [2])
        #expect(NumberColumn(["1", "-999"], said: said).missing == [1])
    }

    @Test func anyTextCanBeTried() {
        var state: UInt64 = 7
        let letters = Array("0123456789.,-+()%$€ 'eE_\u{A0}\u{2212}xN/A")
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<6 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(letters[Int(state >> 33) % letters.count])
            }
            let column = Self.numbers([text, "1"])
            #expect(column.numbers.count == 2)
            let isRead = column.numbers[0].isFinite || column.numbers[0].isInfinite
            #expect(isRead || column.missing == [0] || column.unreadable == [0], "\(text)")
        }
    }
}
