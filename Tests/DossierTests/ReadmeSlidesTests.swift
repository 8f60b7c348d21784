import Files
import Testing

@testable import Dossier

/// What `Scripts/slides/examples` runs is what the README shows.
@Suite struct ReadmeSlidesTests {
    @Test(arguments: ["beamer.tex", "typst.typ", "reveal.html"])
    func theReadmeShowsTheExamplesThatAreRun(name: String) throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let readme = String(decoding: try DataRoot.readFile("/\(root)/README.md"), as: UTF8.self)
        let example = String(decoding: try DataRoot.readFile("/\(root)/Tests/Fixtures/slides/\(name)"), as: UTF8.self)
        #expect(readme.contains("\n\(example)```\n"))
    }
}
