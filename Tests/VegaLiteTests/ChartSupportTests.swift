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
        for kind in Vocabulary.allCases {
            let known = Set(kind.properties)
            for name in kind.undrawn + kind.idle { #expect(known.contains(name), "\(name) of \(kind)") }
            #expect(Set(kind.undrawn).isDisjoint(with: kind.idle))
        }
        let text =
            #"{"data":{"values":[{"a":1}]},"mark":{"type":"point","strokeOffset":1,"cursor":"pointer"},"encoding":{"x":{"field":"a","type":"quantitative","axis":{"tickDashOffset":2,"aria":false},"scale":{"domainRaw":[0,1]}}}}"#
        let warnings = try drawn(text).warnings
        #expect(
            Set(warnings.map(\.path)) == [
                "mark.strokeOffset", "encoding.x.axis.tickDashOffset", "encoding.x.scale.domainRaw",
            ])
        #expect(warnings.allSatisfy { $0.severity == .warning && $0.message.contains("is not drawn") })
    }

    /// A property that nothing reads must be in `undrawn` or `idle`; one that something reads must not be in `undrawn`.
    /// Whether anything does is seen in the sources: its name stands there in quotes, or what it ends in where the
    /// beginning is put before it (`prefix + "Dash"`, `channel.rawValue + "Offset"`, `"axis\(side)"`).
    @Test("every other property is read somewhere in the code")
    func everythingElseIsRead() throws {
        let sources = try ["VegaLite", "Transforms"].flatMap { try Self.swiftFiles(in: "\(Self.root)/Sources/\($0)") }
            .filter {
                !$0.hasSuffix("/Vocabulary.swift") && !$0.hasSuffix("/Coverage.swift")
            }
            .map { String(decoding: try DataRoot.readFile($0), as: UTF8.self) }.joined()
        let quoted = Set(sources.matches(of: /"([A-Za-z0-9$]+)"/).map { String($0.1) })
        let made =
            MarkRegistry.names
            + ["domain", "grid", "tick"].flatMap { part in
                ["Cap", "Color", "Dash", "Opacity", "Width"].map { part + $0 }
            } + ["xOffset", "yOffset", "x2Offset", "y2Offset", "radius2Offset", "theta2Offset"]
        for kind in Vocabulary.allCases {
            for name in kind.properties where !kind.idle.contains(name) {
                let isRead = quoted.contains(name) || made.contains(name) || kind == .config && name.hasPrefix("axis")
                #expect(isRead != kind.undrawn.contains(name), "`\(name)` of \(kind.description)")
            }
        }
    }

    private static func swiftFiles(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.sorted().map {
            "\(folder)/\($0)"
        }
    }
}
