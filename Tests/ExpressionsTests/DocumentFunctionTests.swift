import Documents
import Tables
import Testing

@testable import Expressions

/// Functions that ask the document: scales, tables, parameters, facts.
struct DocumentFunctionTests {
    private static func value(_ text: String, _ environment: ExpressionEnvironment) throws -> DataValue {
        try Expression(text).value(in: environment)
    }

    /// A scale `x` from 0…10 to 0…200.
    private static var scaled: ExpressionEnvironment {
        var environment = ExpressionEnvironment(values: ["width": .number(200), "height": .number(100)])
        environment.scale = { name, value in name == "x" ? .number((value.asNumber ?? .nan) * 20) : .null }
        environment.invert = { _, value in .number((value.asNumber ?? .nan) / 20) }
        environment.bandwidth = { $0 == "band" ? 15 : 0 }
        environment.domain = { _ in [.number(0), .number(10)] }
        environment.range = { _ in [.number(0), .number(200)] }
        return environment
    }

    @Test(arguments: [
        ("scale('x', 3)", 60.0), ("invert('x', 60)", 3), ("bandwidth('band')", 15), ("bandwidth('x')", 0),
        ("span(domain('x'))", 10), ("range('x')[1]", 200), ("scale('x', invert('x', 42))", 42),
        ("containerSize()[0] / 2", 100), ("width + height", 300),
    ])
    func scales(_ text: String, _ wanted: Double) throws {
        #expect(try Self.value(text, Self.scaled) == .number(wanted))
    }

    @Test func withoutScalesThereIsNothingToAsk() throws {
        let none = ExpressionEnvironment()
        #expect(try Self.value("isDefined(scale('x', 1))", none) == .boolean(false))
        #expect(try Self.value("bandwidth('x')", none) == .number(0))
        #expect(try Self.value("length(domain('x')) + length(range('x'))", none) == .number(0))
    }

    private static var tabled: ExpressionEnvironment {
        var environment = ExpressionEnvironment()
        environment.table = { name in
            guard name == "cities" else { return nil }
            var table = Table()
            table.set("name", .init(.strings(["Almaty", "Astana"])))
            table.set("year", .init(.numbers([1854, 1830])))
            return table
        }
        return environment
    }

    @Test(arguments: [
        ("length(data('cities'))", DataValue.number(2)), ("data('cities')[1].name", .string("Astana")),
        ("length(data('others'))", .number(0)), ("indata('cities', 'name', 'Almaty')", .boolean(true)),
        ("indata('cities', 'name', 'Osh')", .boolean(false)), ("indata('cities', 'year', '1830')", .boolean(true)),
        ("indata('cities', 'none', 1)", .boolean(false)), ("indata('others', 'name', 1)", .boolean(false)),
        ("extent(pluck(data('cities'), 'year'))[0]", .number(1830)),
    ])
    func tables(_ text: String, _ wanted: DataValue) throws {
        #expect(try Self.value(text, Self.tabled) == wanted)
    }

    @Test func factsAreKnownInTemplatesAlone() throws {
        var environment = ExpressionEnvironment()
        let problem = #expect(throws: Diagnostic.self) { try Self.value("fact('students')", environment) }
        #expect(problem?.message.hasPrefix("`fact` is known in templates of reports alone") == true)
        environment.fact = { $0 == "students" ? .number(1200) : .null }
        #expect(try Self.value("fact('students') > 1000", environment) == .boolean(true))
        #expect(try Self.value("isValid(fact('none'))", environment) == .boolean(false))
    }

    /// There is no pointer, no event and no console on a page.
    @Test(arguments: [
        ("isDefined(item())", DataValue.boolean(false)), ("isDefined(x())", .boolean(false)),
        ("inScope('a')", .boolean(false)), ("warn('careful', 7)", .number(7)), ("info(1, 2, 3)", .number(3)),
        ("length(windowSize())", .number(2)),
    ])
    func whatAReaderWouldDo(_ text: String, _ wanted: DataValue) throws {
        #expect(try Self.value(text, ExpressionEnvironment()) == wanted)
    }

    @Test func timeStandsStill() throws {
        #expect(try Self.value("now()", ExpressionEnvironment(now: 1_000)) == .number(1_000))
        #expect(try Self.value("year(now())", ExpressionEnvironment()) == .number(1970))
    }

    @Test func seedsTellSamplesApart() throws {
        func sample(_ seed: UInt64) throws -> DataValue {
            try Self.value("random()", ExpressionEnvironment(seed: seed))
        }
        #expect(try sample(1) == sample(1))
        #expect(try sample(1) != sample(2))
    }
}
