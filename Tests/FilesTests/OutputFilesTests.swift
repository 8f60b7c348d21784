@testable import Files
import Documents
import Testing

import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite("Output files")
struct OutputFilesTests {
    private func makeFolder() -> String {
        var template = Array("/tmp/dossier-out-XXXXXX".utf8CString)
        return mkdtemp(&template).map { String(cString: $0) } ?? "/tmp"
    }

    private func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                    pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names.filter { $0 != "." && $0 != ".." }.sorted()
    }

    @Test("folders are made, files are whole, nothing else is left")
    func writing() throws {
        let folder = makeFolder()
        var files = OutputFiles()
        files.add("\(folder)/deep/er/a.txt", "first")
        files.add("\(folder)/b.txt", [UInt8](repeating: 7, count: 3_000_000))
        try files.write()
        #expect(names(in: folder) == ["b.txt", "deep"])
        #expect(names(in: "\(folder)/deep/er") == ["a.txt"])
        #expect(try DataRoot.readFile("\(folder)/b.txt").count == 3_000_000)
    }

    @Test("where one of several cannot be written, none appears and no old one changes")
    func allOrNothing() throws {
        let folder = makeFolder()
        var before = OutputFiles()
        before.add("\(folder)/a.txt", "old")
        before.add("\(folder)/file", "in the way")
        try before.write()
        var files = OutputFiles()
        files.add("\(folder)/a.txt", "new")
        files.add("\(folder)/file/b.txt", "impossible")
        do {
            try files.write()
            Issue.record("it was written")
        } catch {
            #expect(error.all.first?.cause == .cannotWrite)
            #expect(error.all.first?.file.hasPrefix("\(folder)/file") == true)
        }
        #expect(names(in: folder) == ["a.txt", "file"])
        #expect(try DataRoot.readFile("\(folder)/a.txt") == Array("old".utf8))
    }

    @Test("a folder that takes no files is told")
    func unwritable() {
        var files = OutputFiles()
        files.add("/proc/dossier/a.txt", "x")
        do {
            try files.write()
            Issue.record("it was written")
        } catch {
            #expect(error.all.first?.cause == .cannotWrite)
        }
    }
}
