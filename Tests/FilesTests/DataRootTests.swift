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

    @Test("the ways in which documents from elsewhere name a file that lies beneath")
    func elsewhere() throws {
        let folder = makeFolder()
        mkdir("\(folder)/root", 0o755)
        mkdir("\(folder)/root/data", 0o755)
        mkdir("\(folder)/root-2", 0o755)
        write("cars", to: "\(folder)/root/data/cars.json")
        write("spaced", to: "\(folder)/root/a b.csv")
        write("other", to: "\(folder)/root-2/a.csv")
        let root = DataRoot("\(folder)/root")
        for name in [
            "\(folder)/root/data/cars.json", "file://\(folder)/root/data/cars.json",
            "file://localhost\(folder)/root/data/cars.json", "https://vega.github.io/vega-datasets/data/cars.json",
            "https://cdn.jsdelivr.net/npm/vega-datasets@v1.29.0/data/cars.json",
            "https://raw.githubusercontent.com/vega/vega-datasets/main/data/cars.json?raw=true",
            "https://vega.github.io/editor/data/cars.json",
        ] {
            #expect(try root.read(name) == Array("cars".utf8), "\(name)")
            #expect(try root.size(of: name) == 4)
        }
        #expect(try root.read("file://\(folder)/root/a%20b.csv") == Array("spaced".utf8))
        for name in [
            "\(folder)/root-2/a.csv", "file://\(folder)/root-2/a.csv", "file://\(folder)/root/../root-2/a.csv",
            "https://vega.github.io/vega-datasets/data/movies.json", "https://example.org/data/cars.json", "file://",
            "https://vega.github.io/vega-datasets/..", "file:///%", "\(folder)/root",
        ] {
            #expect(throws: Diagnostic.self, "\(name)") { try root.read(name) }
        }
    }
}

private func systemWrite(_ file: Int32, _ text: UnsafePointer<CChar>) -> Int { write(file, text, strlen(text)) }
