import Files
import Documents
import Tables
import Testing

@testable import VegaLite

#if canImport(Glibc)
import Glibc
#endif

struct DataLoaderTests {
    /// A folder of its own, with files in it.
    static func folder(_ files: [String: String]) throws -> DataRoot {
        var template = Array("/tmp/dossier-data-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Diagnostic("no folder") }
        let path = String(cString: made)
        for (name, text) in files {
            guard let file = fopen(path + "/" + name, "w") else { throw Diagnostic("no file") }
            fputs(text, file)
            fclose(file)
        }
        return DataRoot(path)
    }

    static func read(_ json: String) throws -> DocumentNode { try JSONReader.read(Array(json.utf8), file: "t.json") }

    static func table(
        _ data: String, document: String = "{}", files: [String: String] = [:], types: [String: ValueType] = [:]
    ) throws -> Table {
        let loader = DataLoader(document: try read(document), root: try folder(files))
        return try loader.table(for: try DataLoaderTests.read(data), types: types)
    }

    @Test func aMeshKeepsInnerOrOuterBorders() throws {
        // Two squares side by side: arc 0 is between them, arcs 1 and 2 around them.
        let topology =
            #"""
            {
                "type": "Topology",
                "arcs": [
                    [[1, 0], [1, 1]], [[1, 1], [0, 1], [0, 0], [1, 0]],
                    [[1, 0], [2, 0], [2, 1], [1, 1]]
                ],
                "objects": {
                    "o": {
                        "type": "GeometryCollection",
                        "geometries": [
                            {"type": "Polygon", "arcs": [[0, 1]]},
                            {"type": "Polygon", "arcs": [[2, -1]]}
                        ]
                    }
                }
            }
            """#
        func lines(_ filter: String) throws -> Int? {
            let table = try Self.table(
                #"{"values": \#(topology), "format": {"type": "topojson", "mesh": "o"\#(filter)}}"#)
            return table.column("coordinates")?[0].array?.count
        }
        #expect(try lines("") == 3)
        #expect(try lines(#", "filter": "interior""#) == 1)
        #expect(try lines(#", "filter": "exterior""#) == 2)
        #expect(throws: Diagnostics.self) { try lines(#", "filter": "inner""#) }
    }

    @Test func inlineValues() throws {
        #expect(try Self.table(#"{"values": [{"a": 1}, {"a": 2}]}"#).rowCount == 2)
        #expect(try Self.table(#"{"values": "a,b\n1,x\n", "format": {"type": "csv"}}"#).column("a")?[0] == .number(1))
        #expect(
            try Self.table(#"{"values": "[{\"a\": 5}]", "format": {"type": "json"}}"#).column("a")?[0] == .number(5))
        #expect(try Self.table(#"{"values": {"rows": [{"a": 1}]}, "format": {"property": "rows"}}"#).rowCount == 1)
        #expect(try DataLoader(document: DocumentNode(.null), root: DataRoot(".")).table(for: nil).rowCount == 1)
    }

    @Test func files() throws {
        let files = [
            "t.csv": "d,n\n2012-01-01,5\n", "t.tsv": "a\tb\n1\t2\n", "t.json": #"{"deep": [{"rows": [{"a": 1}]}]}"#,
            "t.txt": "a|b\n1|2\n",
        ]
        #expect(
            try Self.table(#"{"url": "t.csv"}"#, files: files, types: ["d": .date(format: nil)]).column("d")?[0]
                == .number(1_325_376_000_000))
        #expect(
            try Self.table(
                #"{"url": "t.csv", "format": {"parse": {"n": "string"}}}"#, files: files, types: ["n": .number]
            ).column("n")?[0] == .string("5"))
        #expect(
            try Self.table(#"{"url": "t.csv", "format": {"parse": "auto"}}"#, files: files).column("d")?[0]
                == .number(1_325_376_000_000))
        #expect(try Self.table(#"{"url": "t.tsv"}"#, files: files).column("b")?[0] == .number(2))
        #expect(
            try Self.table(#"{"url": "t.json", "format": {"property": "deep[0].rows"}}"#, files: files).column("a")?[0]
                == .number(1))
        #expect(
            try Self.table(#"{"url": "t.txt", "format": {"type": "dsv", "delimiter": "|"}}"#, files: files).column(
                "b")?[0] == .number(2))
    }

    @Test func namedDataSets() throws {
        let document =
            #"""
            {
                "datasets": {"one": [{"a": 1}]},
                "hconcat": [{"data": {"name": "two", "values": [{"b": 2}, {"b": 3}]}}]
            }
            """#
        #expect(try Self.table(#"{"name": "one"}"#, document: document).rowCount == 1)
        #expect(try Self.table(#"{"name": "two"}"#, document: document).rowCount == 2)
        #expect(throws: Diagnostics.self) { try Self.table(#"{"name": "three"}"#, document: document) }
        #expect(throws: Diagnostics.self) {
            try Self.table(#"{"name": "x"}"#, document: #"{"data": {"name": "x", "format": {}}}"#)
        }
    }

    @Test func generators() throws {
        let sequence = try Self.table(#"{"sequence": {"start": 0, "stop": 1, "step": 0.25, "as": "x"}}"#)
        #expect(sequence.column("x")?.numbers == [0, 0.25, 0.5, 0.75])
        let graticule = try Self.table(#"{"graticule": true}"#)
        #expect(graticule.column("type")?[0] == .string("MultiLineString"))
        // Every 10 degrees: 36 meridians, 17 parallels.
        #expect(graticule.column("coordinates")?[0].array?.count == 53)
        #expect(try Self.table(#"{"sphere": true}"#).column("type")?[0] == .string("Sphere"))
        for text in [
            #"{"sequence": {"stop": 1e300}}"#, #"{"sequence": {"stop": 5, "step": 0}}"#,
            #"{"graticule": {"step": [0, 0]}}"#,
        ] {
            #expect(throws: Diagnostics.self) { try Self.table(text) }
        }
    }

    static let topology = #"""
        {"type": "Topology", "transform": {"scale": [1, 1], "translate": [10, 20]},
         "objects": {"two": {"type": "GeometryCollection", "geometries": [
            {"type": "Polygon", "id": 1, "properties": {"name": "left"}, "arcs": [[0, 1]]},
            {"type": "Polygon", "id": 2, "arcs": [[2, -1]]}, {"type": "Point", "coordinates": [1, 1]}]}},
         "arcs": [[[1, 0], [0, 1]], [[1, 1], [-1, 0], [0, -1], [1, 0]], [[1, 0], [1, 0], [0, 1], [-1, 0]]]}
        """#

    @Test func topoJSON() throws {
        let features = try Self.table(
            #"{"url": "t.json", "format": {"type": "topojson", "feature": "two"}}"#, files: ["t.json": Self.topology])
        #expect(features.rowCount == 3)
        #expect(features.column("id")?[0] == .number(1))
        #expect(features.field("properties.name")?[0] == .string("left"))
        let ring = features.column("geometry")?[0]["coordinates"]?.array?.first?.array ?? []
        #expect(ring.count == 5)
        #expect(ring.first == ring.last)
        #expect(ring.first == .array([.number(11), .number(20)]))
        #expect(features.column("geometry")?[2]["coordinates"] == .array([.number(11), .number(21)]))
        let mesh = try Self.table(
            #"{"url": "t.json", "format": {"type": "topojson", "mesh": "two"}}"#, files: ["t.json": Self.topology])
        #expect(mesh.column("coordinates")?[0].array?.count == 3)
        #expect(throws: Diagnostics.self) {
            try Self.table(
                #"{"url": "t.json", "format": {"type": "topojson", "feature": "tow"}}"#,
                files: ["t.json": Self.topology])
        }
    }

    @Test func problems() throws {
        func message(_ data: String, _ files: [String: String] = [:]) -> String {
            do { _ = try Self.table(data, files: files) } catch { return "\(error)" }
            return "none"
        }
        #expect(message(#"{"url": "../etc/passwd"}"#).contains("leads out of the data root"))
        #expect(message(#"{"url": "https://example.com/a.csv"}"#).contains("nothing is fetched"))
        #expect(message(#"{"url": "none.csv"}"#).contains("No such file"))
        #expect(message(#"{"ulr": "a.csv"}"#).contains("did you mean `url`?"))
        #expect(
            message(#"{"url": "t.csv"}"#, ["t.csv": "a,b\n1\n"]).contains("t.csv:2:1: error: this row has 1 fields"))
        #expect(message(#"{"url": "t.csv", "format": {"type": "cvs"}}"#).contains("did you mean `csv`?"))
        #expect(message(#"{"values": "a,b\n1"}"#).contains("line 2 of the text"))
        #expect(
            message(#"{"url": "t.json", "format": {"type": "topojson", "feature": "x"}}"#, ["t.json": "{}"]).contains(
                "no TopoJSON"))
        #expect(message(#"{"values": [], "format": {"parse": {"a": "fish"}}}"#).contains("something unknown"))
        #expect(message("5").contains("is an object"))
        #expect(message("{}").contains("has no contents"))
    }

    @Test func hostileTopologies() {
        for text in [
            #"{"type": "Topology", "objects": {"a": {"type": "Polygon", "arcs": [[99]]}}, "arcs": []}"#,
            #"{"objects": {"a": {"type": "Polygon", "arcs": [[-1e300]]}}, "arcs": [[[1,2]]]}"#,
            #"{"objects": {"a": {"type": "LineString", "arcs": ["x"]}}, "arcs": [[["y"]]]}"#,
            #"""
            {
                "objects": {"a": {"type": "MultiPolygon", "arcs": 5}}, "arcs": [[]],
                "transform": {"scale": [1], "translate": []}
            }
            """#,
        ] {
            _ = try? Self.table(
                #"{"url": "t.json", "format": {"type": "topojson", "feature": "a"}}"#, files: ["t.json": text])
            _ = try? Self.table(
                #"{"url": "t.json", "format": {"type": "topojson", "mesh": "a"}}"#, files: ["t.json": text])
        }
    }
}

struct ImpliedTypeTests {
    @Test func encodingsSayHowFieldsAreRead() throws {
        let document = try Document(
            file: "chart.json",
            contents: Array(
                #"""
                {"data": {}, "layer": [
                  {"mark": "line", "encoding": {
                    "x": {"field": "year", "type": "temporal"},
                    "y": {"field": "v", "type": "quantitative"}}},
                  {"data": {"values": []}, "mark": "line", "encoding": {"x": {"field": "other", "type": "temporal"}}},
                  {"mark": "line", "encoding": {
                    "color": {"condition": {"test": "true", "field": "c", "type": "quantitative"}},
                    "y": {"aggregate": "distinct", "field": "n", "type": "quantitative"}}}
                ]}
                """#.utf8))
        let view = ChartReader.read(document, theme: .vega).specification.root
        #expect(ImpliedTypes.of(view) == ["year": .date(format: nil), "v": .number, "c": .number])
    }

    /// A year in a file is that year, not so many milliseconds after 1970.
    @Test func yearsInFilesAreYears() throws {
        let table = try DataLoaderTests.table(
            #"{"values": "year,v\n2000,1\n2010,2\n", "format": {"type": "csv"}}"#, types: ["year": .date(format: nil)])
        #expect(table.column("year")?[0] == .number(946_684_800_000))
    }
}
