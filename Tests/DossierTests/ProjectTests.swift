import Files
import Testing

@testable import Dossier

@Suite("Projects and paths")
struct ProjectTests {
    @Test("parts of a path")
    func paths() {
        #expect(FilePath.folder(of: "a/b/c.yaml") == "a/b")
        #expect(FilePath.folder(of: "c.yaml") == ".")
        #expect(FilePath.folder(of: "/c.yaml") == "/")
        #expect(FilePath.name(of: "a/b/c.vl.json") == "c.vl.json")
        #expect(FilePath.join(".", "x") == "x" && FilePath.join("a/", "x") == "a/x")
    }

    @Test("the ending picks the format")
    func formats() {
        #expect(OutputFormat(path: "a.png") == .png)
        #expect(OutputFormat(path: "dir.svg/a.scene.json") == .sceneJSON)
        #expect(OutputFormat(path: "a.PDF") == .pdf)
        #expect(OutputFormat(path: "a.json") == nil)
        #expect(OutputFormat(path: "png") == nil)
    }

    @Test("a folder without data has no project and no facts")
    func none() throws {
        let project = Project(containing: "/tmp")
        #expect(project.folder == nil)
        #expect(try project.facts().facts.isEmpty)
    }
}
