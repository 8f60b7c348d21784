import Documents
import Files
import Tables
import Testing
import Transforms

@testable import VegaLite

/// What an engine aggregates is what the transforms make of all rows.
struct PushedAggregateTests {
    private static let folder =
        #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Fixtures/tables"

    private static func rows(_ data: String, then transforms: String = "[]") throws -> Table {
        let document = try DataLoaderTests.read("{\"data\": \(data), \"transform\": \(transforms)}")
        var loader = DataLoader(document: document, root: DataRoot(folder))
        loader.care = .asReference
        let table = try loader.table(for: document["data"])
        var context = TransformContext()
        return try TransformList(document["transform"]?.array ?? []).apply(to: table, in: &context)
    }

    @Test(
        "both give the same rows",
        arguments: [
            ("{}", #""aggregate": "sum", "field": "v""#, #"{"op": "sum", "field": "v", "as": "v"}"#),
            ("{}", #""aggregate": "mean", "field": "v""#, #"{"op": "mean", "field": "v", "as": "v"}"#),
            ("{}", #""aggregate": "median", "field": "v""#, #"{"op": "median", "field": "v", "as": "v"}"#),
            ("{}", #""aggregate": "max", "field": "w""#, #"{"op": "max", "field": "w", "as": "w"}"#),
            ("{}", #""aggregate": "count""#, #"{"op": "count", "as": "count of records"}"#),
            (
                #"{"filter": {"field": "w", "lt": 6}}"#, #""aggregate": "min", "field": "v""#,
                #"{"op": "min", "field": "v", "as": "v"}"#
            ),
            (
                #"{"filter": {"field": "year", "range": [2001, 2003]}}"#, #""aggregate": "sum", "field": "w""#,
                #"{"op": "sum", "field": "w", "as": "w"}"#
            ),
            (
                #"{"filter": {"field": "v", "gte": 5}}"#, #""aggregate": "count""#,
                #"{"op": "count", "as": "count of records"}"#
            ),
        ])
    func same(filter: String, channel: String, operation: String) throws {
        // Engines are installed by a script of their own.
        guard LargeTable.isAnswered("pushed.parquet", in: DataRoot(Self.folder), numeric: ["v", "w"]) else { return }
        let filters = filter == "{}" ? "" : filter
        let view = try DataLoaderTests.read(
            """
            {"data": {"url": "pushed.parquet"}, "mark": "bar", "transform": [\(filters)],
             "encoding": {"x": {"field": "c", "type": "nominal"}, "color": {"field": "year", "type": "ordinal"},
              "y": {\(channel)}}}
            """)
        let pushed = try #require(PushedAggregate(view))
        let query = JSONWriter.quoted(pushed.query)
        let engine = try Self.rows("{\"url\": \"pushed.parquet\", \"query\": \(query)}")
        let own = try Self.rows(
            "{\"url\": \"pushed.parquet\"}",
            then:
                "[\(filters)\(filters.isEmpty ? "" : ",") {\"aggregate\": [\(operation)], \"groupby\": [\"c\", "
                + "\"year\"]}]"
        )
        func sorted(_ table: Table) -> [String] {
            (0..<table.rowCount).map { row in
                table.names.sorted().map { name in
                    let value = table.column(name)?[row] ?? .null
                    return value.number.map { String(($0 * 1e6).rounded() / 1e6) } ?? value.json
                }.joined(separator: " ")
            }.sorted()
        }
        #expect(engine.rowCount > 10)
        #expect(sorted(engine) == sorted(own))
    }

    @Test(
        "what would mean something else stays with the view",
        arguments: [
            #""y": {"aggregate": "stdev", "field": "v"}"#, #""y": {"field": "v"}"#,
            #""y": {"aggregate": "mean", "field": "v"}, "color": {"field": "w", "bin": true}"#,
            #""y": {"aggregate": "sum", "field": "a.b"}"#,
            #""y": {"aggregate": "sum", "field": "v"}, "size": {"aggregate": "max", "field": "v"}"#,
            #""y": {"aggregate": "sum", "field": "v", "sort": null}"#,
            #""y": {"aggregate": "sum", "field": "v"}, "color": {"condition": {"test": "datum.v > 1"}}"#,
            #""y": {"aggregate": {"argmax": "v"}, "field": "w"}"#,
        ])
    func refused(encoding: String) throws {
        let view = "{\"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"c\"}, \(encoding)}}"
        #expect(PushedAggregate(try DataLoaderTests.read(view)) == nil)
        let calculated =
            #"""
            {
                "mark": "bar", "transform": [{"calculate": "1", "as": "z"}],
                "encoding": {"y": {"aggregate": "sum", "field": "z"}}
            }
            """#
        #expect(PushedAggregate(try DataLoaderTests.read(calculated)) == nil)
    }

    @Test func aNameCannotEndTheQuery() throws {
        let view =
            #"{"mark": "bar", "encoding": {"x": {"field": "c\"; DROP"}, "y": {"aggregate": "sum", "field": "v"}}}"#
        #expect(PushedAggregate(try DataLoaderTests.read(view))?.query.contains(#""c""; DROP""#) ?? false)
    }
}
