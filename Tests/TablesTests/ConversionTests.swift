import Testing

@testable import Tables

/// The rules are ECMAScript's `Number()` and `String()`.
@Suite("Values as numbers and as text")
struct ConversionTests {
    @Test("as numbers")
    func numbers() {
        let values: [(DataValue, Double?)] = [
            (.boolean(true), 1), (.string(" 0x1F "), 31), (.string("-Infinity"), -.infinity), (.array([]), 0),
            (.array([.string("5")]), 5), (.null, nil), (.string(""), nil), (.string("0b101"), 5),
            (.string("1e3"), 1000),
        ]
        for (value, number) in values { #expect(value.asNumber == number) }
        for odd in [DataValue.string("12px"), .string("0x-1"), .array([.number(1), .number(2)]), .object([])] {
            #expect(odd.asNumber?.isNaN == true)
        }
    }

    @Test("as text, and as JSON")
    func texts() {
        let list = DataValue.array([.number(1), .null, .string("a\"b"), .boolean(false)])
        #expect(list.asText == "1,,a\"b,false")
        #expect(list.json == "[1,null,\"a\\\"b\",false]")
        #expect(DataValue.number(.nan).json == "null" && DataValue.number(.nan).asText == "NaN")
        #expect(DataValue.object([DataValue.Field("k", .number(0.5))]).asText == "{\"k\":0.5}")
    }

    @Test("null and NaN stand before everything; text that is a number stands among numbers")
    func order() {
        let sorted: [DataValue] = [.null, .number(.nan), .number(-1), .string("3"), .number(10)]
        let mixed = [sorted[4], sorted[1], sorted[3], sorted[0], sorted[2]]
        let again = mixed.sorted { DataValue.ascending($0, $1) < 0 }
        #expect(again.map(\.asText) == sorted.map(\.asText))
        #expect(DataValue.ascending(.string("10"), .string("9")) == -1)
        #expect(DataValue.ascending(.boolean(true), .boolean(false)) == 1)
    }

    /// ECMAScript, 6.1.6.1.20: plain digits up to 10²¹, and down to 10⁻⁶.
    @Test(
        "numbers are laid out as JavaScript does",
        arguments: [
            (0.1 + 0.2, "0.30000000000000004"), (1e21, "1e+21"), (1e20, "100000000000000000000"), (1e-6, "0.000001"),
            (1.5e-7, "1.5e-7"), (-1234.5, "-1234.5"), (.leastNonzeroMagnitude, "5e-324"), (-0.0, "0"),
            (123_456_789_012_345_680, "123456789012345680"),
        ])
    func writing(value: Double, text: String) {
        #expect(NumberWriting.javaScript(value) == text)
    }

    @Test("columns keep the closest storage, rows keep their order, and what is no row is null")
    func rows() throws {
        let table = Table(rows: [
            [DataValue.Field("n", .number(1)), DataValue.Field("s", .string("a"))], [DataValue.Field("n", .number(2))],
        ])
        #expect(table.column("n")?.numbers == [1, 2])
        #expect(table.column("s")?.values == [.string("a"), .null])
        let picked = table.rows([1, 5, 0])
        #expect(picked.column("n")?.values == [.number(2), .null, .number(1)])
        let both = table.removing(["s"]).appending(Table(rows: [[DataValue.Field("t", .boolean(true))]]))
        #expect(both.names == ["n", "t"] && both.rowCount == 3)
        #expect(both.column("t")?.values == [.null, .null, .boolean(true)])
        #expect(both.row(2)["n"] == .null)
    }
}
