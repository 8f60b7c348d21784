import Files
import Documents
import Foundation
import Testing

@testable import VegaLite

/// What the project says of charts is what the code does.
@Suite("What is said of charts")
struct ChartSupportTests {
    private static let root = String(#filePath.dropLast("/Tests/VegaLiteTests/ChartSupportTests.swift".count))

    private func text(_ path: String) throws -> String {
        String(decoding: try DataRoot.readFile("\(Self.root)/\(path)"), as: UTF8.self)
    }

    @Test("the README has the table of the code's registries; `dossier charts --update README.md` renews it")
    func readme() throws {
        let readme = try text("README.md")
        let updated = try #require(ChartSupport.updating(readme), "the README has no place for the table")
        #expect(readme == updated, "the table is stale: run `dossier charts --update README.md`")
    }

    @Test("a table is put between its comments, and nowhere else")
    func updating() throws {
        let text = "before\n\(ChartSupport.begin)\nold\n\(ChartSupport.end)\nafter\n"
        let new = try #require(ChartSupport.updating(text))
        #expect(new == "before\n\(ChartSupport.begin)\n\n\(ChartSupport.markdown)\n\(ChartSupport.end)\nafter\n")
        #expect(ChartSupport.updating(new) == new)
        #expect(ChartSupport.updating("no place") == nil)
    }

    @Test("what is not drawn is told by its path, and is a property of its object")
    func undrawnIsTold() throws {
        for group in Coverage.all {
            let known = Set(group.properties)
            for name in group.undrawn + group.idle { #expect(known.contains(name), "\(name) of \(group.noun)") }
            #expect(Set(group.undrawn).isDisjoint(with: group.idle))
        }
        let text =
            #"""
            {
              "data": {"values": [{"a": 1}]},
              "mark": {"type": "point", "strokeOffset": 1, "cursor": "pointer"},
              "encoding": {
                "x": {"field": "a", "type": "quantitative", "axis": {"aria": false}},
                "color": {"field": "a", "legend": {"clipHeight": 9}}
              }
            }
            """#
        let warnings = try drawn(text).warnings
        #expect(
            Set(warnings.map(\.path)) == [
                "mark.strokeOffset", "encoding.color.legend.clipHeight",
            ])
        #expect(warnings.allSatisfy { $0.severity == .warning && $0.message.contains("is not drawn") })
    }

    /// A property that nothing reads must be in `undrawn` or `idle`; one that something reads must not be in `undrawn`.
    /// Whether anything does is seen in the sources: its name stands there as `.name` or in quotes, or is made of what
    /// texts of guides are set by (`TextNames`) or of a channel's name.
    @Test("every other property is read somewhere in the code")
    func everythingElseIsRead() throws {
        let sources = try ["VegaLite", "Transforms"].flatMap { try Self.swiftFiles(in: "\(Self.root)/Sources/\($0)") }
            .filter { !$0.contains("/Read/Properties/") || $0.hasSuffix("/PropertyBag.swift") }
            .map { String(decoding: try DataRoot.readFile($0), as: UTF8.self) }.joined()
        var read = Set(sources.matches(of: /"([A-Za-z0-9$]+)"/).map { String($0.1) })
        read.formUnion(sources.matches(of: /\.([a-z][A-Za-z0-9]*)/).map { String($0.1) })
        let texts = ["Align", "Angle", "Baseline", "Color", "Font", "FontSize", "FontStyle", "FontWeight", "Limit"]
        read.formUnion(Channel.allCases.map { $0.rawValue + "Offset" })
        for part in ["label", "title", "subtitle"] {
            read.formUnion((texts + ["LineHeight", "Opacity", "Padding"]).map { part + $0 })
        }
        read.formUnion(texts.map { $0.prefix(1).lowercased() + $0.dropFirst() } + ["$schema"])
        read.formUnion(MarkRegistry.names + ConfigProperty.allCases.map(\.rawValue).filter { $0.hasPrefix("axis") })
        for group in Coverage.all {
            for name in group.properties where !group.idle.contains(name) && !group.undrawn.contains(name) {
                #expect(read.contains(name), "`\(name)` of \(group.noun)")
            }
        }
    }

    private static func swiftFiles(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.sorted().map {
            "\(folder)/\($0)"
        }
    }
}
