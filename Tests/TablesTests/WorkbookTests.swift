import Documents
import Files
import Testing

@testable import Tables

/// Workbooks and databases of the fixtures: what openpyxl, pandas and sqlite3 read there
/// (`Scripts/build-awkward-tables` makes them).
struct WorkbookTests {
    private static func read(
        _ file: String, _ format: String = "{}", types: [String: ValueType] = [:], query: String? = nil
    ) throws -> ReadTable {
        let said = try TableFormatSaid(JSONReader.read(Array(format.utf8), file: "figure.json"), path: "format")
        var reading = TableReading()
        reading.types = types
        reading.query = query
        return try said.read(TableFile(file, in: DataRoot(AwkwardTablesTests.folder)), as: reading)
    }

    @Test func aRangeOfASheet() throws {
        let table = try Self.read("book.xlsx", #"{"range": "A3:B5"}"#).table
        #expect(
            table.shown == """
                place  v
                a      1.5
                b      2
                """)
    }

    @Test func mergedCellsStandInEachOfTheirs() throws {
        for file in ["merged.xlsx", "merged.ods"] {
            #expect(
                try Self.read(file).table.shown == """
                    country  GDP 2020  GDP 2021  Population 2020  Population 2021
                    x        1         2         3                4
                    x        5         6         7                8
                    """)
        }
    }

    @Test func cellsAreCalledByTheirPlaces() throws {
        let places = try #require(try Self.read("book.xlsx", #"{"range": "A3:B5"}"#).places)
        #expect(places.name(row: 0, column: "v") == "B4")
        #expect(places.name(row: 1, column: "place") == "A5")
        #expect(places.name(row: 9, column: "v") == nil)
        #expect(places.name(row: 0, column: "none") == nil)
    }

    @Test func aTableOfADatabase() throws {
        let table = try Self.read("places.sqlite", #"{"table": "big"}"#, types: ["year": .date(format: nil)]).table
        #expect(table.column("name")?.values == [.string("b"), .string("c")])
        #expect(table.column("share")?.numbers == [1.5, 2])
        // date -u -d 2021-01-01 +%s, and of the next year.
        #expect(table.column("year")?.numbers == [1_609_459_200_000, 1_640_995_200_000])
    }

    @Test func aQueryOfADatabase() throws {
        #expect(try Self.read("places.sqlite", query: "select 1 as a, 'x' as b").table.shown == "a  b\n1  x")
    }

    @Test(arguments: ["insert into places values (1)", "drop table places", "select 1; select 2", "vacuum"])
    func queriesOnlyRead(_ query: String) {
        #expect(throws: Diagnostics.self) { try Self.read("places.sqlite", query: query) }
    }

    @Test(arguments: [
        ("book.xlsx", #"{"sheet": "Othr"}"#, "did you mean `Other`?"),
        ("places.sqlite", #"{"table": "bg"}"#, "did you mean `big`?"),
        ("package/datapackage.json", #"{"resource": "gdb"}"#, "did you mean `gdp`?"),
    ])
    func slipsGetASuggestion(_ file: String, _ format: String, _ advice: String) {
        let problem = #expect(throws: Diagnostics.self) { try Self.read(file, format) }
        #expect(problem?.all.first?.advice == advice)
    }

    @Test func aResourceOfAPackageHasItsSchema() throws {
        let table = try Self.read("package/datapackage.json", #"{"resource": "gdp"}"#).table
        #expect(table.column("code")?.values == [.string("036"), .string("008")])
        #expect(table.column("v")?.values == [.number(1.5), .null])
    }
}
