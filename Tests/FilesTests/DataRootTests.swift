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

    @Test("a pipe is read to its end, one that nobody writes into is not waited for long")
    func pipes() throws {
        let folder = makeFolder()
        let pipe = "\(folder)/pipe"
        mkfifo(pipe, 0o600)
        let both = open(pipe, O_RDWR)
        _ = "some".withCString { systemWrite(both, $0) }
        let writer = Thread(closing: both, after: 50_000)
        #expect(try DataRoot.readFile(pipe) == Array("some".utf8))
        writer.join()
        #expect(throws: Diagnostic.self) { try DataRoot.readFile(folder) }
        #expect(throws: Diagnostic.self) { try DataRoot.readFile("/dev/null") }
    }

    @Test("a file that changes while it is read is read as it was at one moment, or told")
    func changing() throws {
        let folder = makeFolder()
        let path = "\(folder)/a.csv"
        write("first", to: path)
        #expect(try DataRoot.readFile(path) == Array("first".utf8))
        // Grows faster than it can be read.
        let writer = Appender(path)
        defer { writer.stop() }
        for _ in 0..<20 {
            guard let read = try? DataRoot.readFile(path) else { continue }
            #expect(String(decoding: read.prefix(5), as: UTF8.self) == "first")
        }
    }
}

private func systemWrite(_ file: Int32, _ text: UnsafePointer<CChar>) -> Int { write(file, text, strlen(text)) }

/// Closes a descriptor a little later, from a thread of its own.
private struct Thread {
    private var thread = pthread_t()

    init(closing file: Int32, after microseconds: UInt32) {
        let order = UnsafeMutablePointer<(Int32, UInt32)>.allocate(capacity: 1)
        order.initialize(to: (file, microseconds))
        pthread_create(
            &thread, nil,
            { pointer in
                guard let order = pointer?.assumingMemoryBound(to: (Int32, UInt32).self) else { return nil }
                usleep(order.pointee.1)
                close(order.pointee.0)
                order.deallocate()
                return nil
            }, order)
    }

    func join() { pthread_join(thread, nil) }
}

/// Appends to a file until it is stopped, from a process of its own.
private struct Appender {
    private var process: pid_t = 0

    init(_ path: String) {
        let command = ["sh", "-c", "while :; do echo more >> \(path); done"]
        var words: [UnsafeMutablePointer<CChar>?] = command.map { (word: String) in strdup(word) } + [nil]
        posix_spawnp(&process, "sh", nil, nil, &words, environ)
        for word in words { free(word) }
    }

    func stop() {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
    }
}
