import Documents
import Files
import SceneGraph
import Testing

@testable import Dossier

/// A part of the sweep of `Scripts/conformance`: documents with one property set, and the size and texts that
/// vl-convert 1.9 draws of them. Recorded by `Scripts/conformance.d/record.py`, which says how.
@Suite("Charts with one property set are as large as the reference's, and say the same")
struct ConformanceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let width: Double
        let height: Double
        let texts: [String]
        let document: DocumentNode
        var testDescription: String { what }
    }

    private static let file =
        "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Fixtures/charts/conformance.json"

    static let cases: [Case] = {
        guard let bytes = try? DataRoot.readFile(file), let root = try? JSONReader.read(bytes, file: file) else {
            return []
        }
        return (root.array ?? []).compactMap { node in
            guard let what = node["what"]?.string, let width = node["width"]?.number,
                let height = node["height"]?.number, let document = node["document"]
            else { return nil }
            let texts = (node["texts"]?.array ?? []).compactMap(\.string)
            return Case(what: what, width: width, height: height, texts: texts, document: document)
        }
    }()

    @Test("the recorded part of the sweep is there")
    func recorded() { #expect(Self.cases.count > 50) }

    @Test("size and texts", arguments: cases)
    func drawn(_ example: Case) throws {
        let figure = Figure(
            document: Document(file: "chart.vl.json", root: example.document), dataRoot: DataRoot("/nowhere"),
            project: Project(containing: Self.file))
        let fonts = try FontLibrary(family: Theme.vega.family, fallbacks: Theme.vega.fallbackFamilies)
        let scene = try figure.drawn(theme: .vega, fonts: fonts).scene
        #expect(abs(scene.size.width - example.width) <= 1)
        #expect(abs(scene.size.height - example.height) <= 1)
        var texts: [String] = []
        scene.root.forEach { node in
            guard case .text(let text) = node.content else { return }
            for line in text.lines {
                let words = line.replacing("\u{2212}", with: "-").split(separator: " ").joined(separator: " ")
                if !words.isEmpty { texts.append(words) }
            }
        }
        #expect(texts.sorted() == example.texts.sorted())
    }
}
