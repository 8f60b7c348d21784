import Documents
import Testing

@testable import Tables

/// What columns of texts become, by what is in them.
struct ColumnTypeTests {
    private static func value(_ text: String, as type: ValueType) throws -> String {
        try read("a\n\"\(text)\"\n", types: ["a": type]).table.column("a")?[0].json ?? "none"
    }

    /// `date -u -d TEXT +%s`, in milliseconds.
    @Test(arguments: [
        ("1970-01-02", "86400000"), ("2020-02-29", "1582934400000"), ("29 February 2020", "1582934400000"),
        ("2020-02-29T12:00:00Z", "1582977600000"), ("2020-02", "1580515200000"), ("2020", "1577836800000"),
        ("29.02.2020", "1582934400000"), ("2/29/2020", "1582934400000"),
    ])
    func dates(_ text: String, _ wanted: String) throws {
        #expect(try Self.value(text, as: .date(format: nil)) == wanted)
    }

    /// Quarters and weeks begin on their first day (ISO 8601 for weeks).
    @Test(arguments: [
        ("2020-Q2", "1585699200000"), ("2020Q2", "1585699200000"), ("2020-W01", "1577664000000"),
        ("2020W10", "1583107200000"),
    ])
    func partsOfYears(_ text: String, _ wanted: String) throws {
        #expect(try Self.value(text, as: .date(format: nil)) == wanted)
    }

    @Test(arguments: [
        ("12", "12"), ("1,234.5", "1234.5"), ("12 %", "12"), ("$5", "5"), ("−3", "-3"), ("1e3", "1000"), ("(7)", "-7"),
        (" 8 ", "8"),
    ])
    func numbers(_ text: String, _ wanted: String) throws { #expect(try Self.value(text, as: .number) == wanted) }

    @Test(arguments: [("true", "true"), ("false", "false"), ("0", "false"), ("1", "true")])
    func truth(_ text: String, _ wanted: String) throws { #expect(try Self.value(text, as: .boolean) == wanted) }

    @Test func dayAndMonthAreFoundFromTheWholeColumn() throws {
        let table = try read("d\n03.04.2020\n25.04.2020\n", types: ["d": .date(format: nil)]).table
        #expect(table.column("d")?.values == [.number(1_585_872_000_000), .number(1_587_772_800_000)])
    }

    @Test func aDayThatCouldBeAMonthIsRefused() {
        let problem = #expect(throws: Diagnostics.self) {
            try read("d\n03/04/2020\n05/06/2020\n", types: ["d": .date(format: nil)])
        }
        #expect(problem?.all.first?.advice?.contains("dates") == true, "\(String(describing: problem))")
    }

    @Test func aNumberThatCouldBeTwoIsRefused() {
        #expect(throws: Diagnostics.self) { try read("a;v\nx;1.234\ny;5.678\n", types: ["v": .number]) }
    }

    @Test(arguments: [
        ("a\n1\n2\n", ValueType.number), ("a\ntrue\nfalse\n", .boolean), ("a\n2020-01-01\n", .date(format: nil)),
        ("a\nx\n1\n", .string), ("a\n\n\n", .none),
    ])
    func whatAColumnLooksLike(_ text: String, _ wanted: ValueType) throws {
        let column = Table.Column(
            try read(text).table.column("a")?.values.map { .string($0.isNull ? "" : $0.asText) } ?? [])
        #expect(column.inferredType == wanted)
    }
}
