import Documents
import Testing

@testable import Tables

/// How the kind of a file is known.
struct TableFormatKindTests {
    @Test(arguments: [
        ("a.csv", "csv"), ("A.CSV", "csv"), ("a.tsv", "tsv"), ("a.tab", "tsv"), ("a.txt", "dsv"), ("a.json", "json"),
        ("a.geojson", "json"), ("a.ndjson", "ndjson"), ("a.jsonl", "ndjson"), ("a.topojson", "topojson"),
        ("a.xlsx", "xlsx"), ("a.ods", "ods"), ("a.parquet", "parquet"), ("a.sqlite", "sqlite"),
        ("x/datapackage.json", "datapackage"), ("https://example.org/a.csv?x=1", "csv"),
    ])
    func endings(_ name: String, _ kind: String) { #expect(TableFormats.ending(of: name)?.name == kind) }

    @Test(arguments: ["a", "a.doc", "csv.", "a.csv.bak"])
    func endingsThatSayNothing(_ name: String) { #expect(TableFormats.ending(of: name) == nil) }

    @Test(arguments: [
        ("{\"a\": 1}\n{\"a\": 2}\n", "ndjson"), ("SQLite format 3\0", "sqlite"), ("PAR1", "parquet"),
        ("DATAFLOW,FREQ,OBS_VALUE\n", "sdmx-csv"),
    ])
    func contentsSpeakLouderThanNames(_ text: String, _ kind: String) {
        #expect(TableFormats.kind(of: "a.txt", head: Array(text.utf8)[...])?.name == kind)
    }

    @Test(arguments: [("geojson", "json"), ("jsonl", "ndjson"), ("csv", "csv")])
    func otherNames(_ name: String, _ kind: String) { #expect(TableFormats.named(name)?.name == kind) }

    @Test func namesAndEndingsTellFormatsApart() {
        let names = TableFormats.names
        #expect(Set(names).count == names.count)
        for kind in TableFormats.all {
            for ending in kind.endings where !ending.contains(".") {
                #expect(TableFormats.ending(of: "a." + ending)?.name == kind.name, "\(ending)")
            }
        }
    }

    @Test(arguments: [
        (#"{"parse": {"a": "date:'%d.%m.%Y'"}}"#, "a\n02.01.1970\n", "a\n86400000"),
        (#"{"parse": {"a": null}}"#, "a\n007\n", "a\n007"), (#"{"parse": "auto"}"#, "a\ntrue\n", "a\ntrue"),
        (#"{"parse": {"a": "string"}}"#, "a\n7\n", "a\n7"), (#"{"parse": {"a": "boolean"}}"#, "a\n0\n", "a\nfalse"),
    ])
    func fieldsAreReadAsIsSaid(_ format: String, _ text: String, _ shown: String) throws {
        #expect(try read(text, format: format).table.shown == shown)
    }

    @Test(arguments: [
        (#"{"parse": {"a": "nmber"}}"#, "`a` is to be read as something unknown"), (#"{"parse": 5}"#, "`parse` is"),
    ])
    func whatCannotBeParsedIsTold(_ format: String, _ message: String) {
        let found = problems("a\n1\n", format: format)
        #expect(found.count == 1 && found[0].contains(message), "\(found)")
    }
}
