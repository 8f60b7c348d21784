import Documents
import Tables
import Testing

@testable import Expressions

/// Operators, conditions and alternatives one after another are as long as anyone writes them.
struct ChainTests {
    private static func value(_ text: String) throws -> DataValue {
        try Expression(text).value(datum: ExpressionTests.row, in: ExpressionEnvironment())
    }

    @Test(arguments: ["+", "&&", "||", "&"])
    func aLongChainOfOneOperator(_ symbol: String) throws {
        let text = Array(repeating: "1", count: 12_000).joined(separator: symbol)
        #expect(try Self.value(text) == .number(symbol == "+" ? 12_000 : 1))
    }

    @Test func aLongChainOfConditions() throws {
        let chain = (0..<1_500).map { "datum.a == \($0 + 6) ? \($0) : " }.joined()
        #expect(try Self.value(chain + "'none'") == .string("none"))
        #expect(try Self.value(chain.replacing("datum.a == 1000 ", with: "datum.a == 5 ") + "0") == .number(994))
    }

    @Test(arguments: [
        ("1 + 2 - 3 + 4", 4.0), ("2 + 3 * 4 - 5", 9), ("100 / 10 / 5", 2), ("2 * 3 % 4", 2), ("7 - 2 - 1", 4),
        ("1 << 2 << 1", 8), ("8 >> 1 + 1", 2), ("1 | 2 ^ 3 & 2", 1),
    ])
    func operatorsGoFromLeftToRight(_ text: String, _ value: Double) throws {
        #expect(try Self.value(text) == .number(value))
    }

    @Test(arguments: [
        ("0 || null || 'x' || 1", DataValue.string("x")), ("1 && 2 && 0 && 3", .number(0)),
        ("0 && 1 || 2", .number(2)), ("1 || 0 && 2", .number(1)), ("1 && 2 + 3", .number(5)),
        ("1 < 2 && 2 < 3 || false", .boolean(true)),
    ])
    func whatSettlesTheQuestionIsTheValue(_ text: String, _ value: DataValue) throws {
        #expect(try Self.value(text) == value)
    }

    @Test func whatIsNotAskedForIsNotEvaluated() throws {
        #expect(try Self.value("true || sequence(1e12)") == .boolean(true))
        #expect(try Self.value("true ? 1 : sequence(1e12)") == .number(1))
    }

    @Test func callsWithinCalls() throws {
        let text = "upper(trim(replace(pad(truncate(datum.s, 6), 9, '-'), '-', '+')))"
        #expect(try Self.value(text) == .string("HELLO…+--"))
        let deep = (0..<150).reduce("datum.a") { inner, _ in "abs(\(inner))" }
        #expect(try Self.value(deep) == .number(5))
    }

    @Test func regularExpressionsOfManyAlternatives() throws {
        let pattern = (0..<300).map { "w\($0)" }.joined(separator: "|")
        #expect(try Self.value("test(/^(\(pattern))$/, 'w299')") == .boolean(true))
        #expect(try Self.value("test(/^(\(pattern))$/, 'w300')") == .boolean(false))
        #expect(try Self.value("replace('w12', /w1|w12/, '-')") == .string("-2"))
    }

    @Test func argumentsBeyondThoseTakenArePassedOver() throws {
        #expect(try Self.value("round(2.567, 2)") == .number(3))
        #expect(try Self.value("upper('a', 'b', 'c')") == .string("A"))
    }
}
