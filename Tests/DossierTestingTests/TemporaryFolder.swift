import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A folder that is there for one test.
final class TemporaryFolder {
    let path: String

    init() {
        var template = Array("/tmp/dossier-test-XXXXXX".utf8CString)
        path = mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    deinit {
        let files = (try? FolderListing.files(beneath: path)) ?? []
        for file in files { unlink("\(path)/\(file)") }
        for folder in Set(files.map { FilePath.folder(of: "\(path)/\($0)") }).sorted(by: >) { rmdir(folder) }
        rmdir(path)
    }

    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        var files = OutputFiles()
        files.add("\(path)/\(name)", bytes)
        try files.write()
    }

    func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }
}
