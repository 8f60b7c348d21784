import Testing

@testable import Dossier

@Suite("What a file's ending asks for")
struct OutputFormatTests {
    @Test(
        arguments: [
            ("a.png", OutputFormat.png), ("out/A.PDF", .pdf), ("a.scene.json", .sceneJSON), ("a.b.svg", .svg),
            ("deck.pptx", .pptx),
        ])
    func known(path: String, format: OutputFormat) {
        #expect(OutputFormat(path: path) == format)
    }

    @Test(arguments: ["", "png", "a.json", "a.png/b", "a.jpeg", "a.png."])
    func unknown(path: String) {
        #expect(OutputFormat(path: path) == nil)
    }

    @Test("further pages have their number before the ending")
    func pages() {
        #expect(OutputFormat.path("out/a.png", page: 2) == "out/a-2.png")
        #expect(OutputFormat.path("a.scene.json", page: 12) == "a-12.scene.json")
        #expect(OutputFormat.path("a.txt", page: 2) == "a.txt-2")
    }
}
