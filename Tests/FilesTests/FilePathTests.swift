import Testing

@testable import Files

@Suite("Parts of a path")
struct FilePathTests {
    @Test(arguments: [("/", "/", "/"), ("a/", "a", "a"), ("/a/b.c", "/a", "b.c"), ("", ".", "")])
    func parts(path: String, folder: String, name: String) {
        #expect(FilePath.folder(of: path) == folder && FilePath.name(of: path) == name)
    }
}
