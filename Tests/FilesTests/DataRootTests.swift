@testable import Files
import Documents
import Testing


#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Files beneath a root")
struct DataRootTests {
    private func makeFolder() -> String {
        var template = Array("/tmp/dossier-root-XXXXXX".utf8CString)
        return mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    private func write(_ text: String, to path: String) {
        let file = open(path, O_WRONLY | O_CREAT, 0o644)
        _ = text.withCString { systemWrite(file, $0) }
        close(file)
    }

    @Test("reads what lies beneath, and nothing else")
    func reading() throws {
        let folder = makeFolder()
        mkdir("\(folder)/root", 0o755)
        mkdir("\(folder)/root/data", 0o755)
        write("inside", to: "\(folder)/root/data/a.csv")
        write("outside", to: "\(folder)/secret")
        symlink("\(folder)/secret", "\(folder)/root/link")
        symlink(folder, "\(folder)/root/up")
        let root = DataRoot("\(folder)/root")
        #expect(try root.read("data/a.csv") == Array("inside".utf8))
        #expect(try root.read("./data//a.csv") == Array("inside".utf8))
        for name in [
            "../secret", "data/../../secret", "/etc/passwd", "link", "up/secret", "https://example.org/a.csv", "",
            "data", "missing.csv", "a\u{0}b",
        ] {
            #expect(throws: Diagnostic.self, "\(name)") { try root.read(name) }
        }
    }
}

private func systemWrite(_ file: Int32, _ text: UnsafePointer<CChar>) -> Int { write(file, text, strlen(text)) }
