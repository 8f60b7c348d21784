@testable import Files
import Documents
import Testing

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

    private func text(_ path: String) -> String {
        (try? DataRoot.readFile(path)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private func write(_ files: [(String, String)]) throws {
        var output = OutputFiles()
        for (path, text) in files { output.add(path, text) }
        try output.write()
    }

    @Test("a folder in a file's place: nothing changes, and no folder stays that was made for the others")
    func folderInTheWay() throws {
        let folder = makeFolder()
        try write([("\(folder)/a.svg", "old")])
        mkdir("\(folder)/d.png", 0o755)
        #expect(throws: Diagnostics.self) {
            try write([
                ("\(folder)/a.svg", "new"), ("\(folder)/fresh/b.svg", "new"), ("\(folder)/d.png", "impossible"),
            ])
        }
        #expect(text("\(folder)/a.svg") == "old")
        #expect(names(in: folder) == ["a.svg", "d.png"])
    }

    @Test("links are followed, those that lead to nothing yet too; a circle of them is told")
    func links() throws {
        let folder = makeFolder()
        try write([("\(folder)/real.txt", "old")])
        symlink("real.txt", "\(folder)/link.txt")
        symlink("later.txt", "\(folder)/early.txt")
        symlink("b", "\(folder)/a")
        symlink("a", "\(folder)/b")
        try write([("\(folder)/link.txt", "new"), ("\(folder)/early.txt", "made")])
        #expect(text("\(folder)/real.txt") == "new")
        #expect(text("\(folder)/later.txt") == "made")
        var status = stat()
        #expect(lstat("\(folder)/link.txt", &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(throws: Diagnostics.self) { try write([("\(folder)/a", "x")]) }
    }

    @Test("a device is written to and stays a device; a pipe hands on what it is given")
    func nodes() throws {
        try write([("/dev/null", "gone")])
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
        #expect(throws: Diagnostics.self) { try write([("/dev/full", "no room")]) }
        let folder = makeFolder()
        mkfifo("\(folder)/pipe", 0o600)
        let reader = open("\(folder)/pipe", O_RDONLY | O_NONBLOCK)
        try write([("\(folder)/pipe", "through"), ("\(folder)/a.txt", "beside")])
        var buffer = [UInt8](repeating: 0, count: 64)
        let count = read(reader, &buffer, buffer.count)
        close(reader)
        #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "through")
        #expect(names(in: folder) == ["a.txt", "pipe"])
    }

    @Test("a replaced file keeps its mode, and the longest of names can be written")
    func modesAndNames() throws {
        let folder = makeFolder()
        try write([("\(folder)/secret.pdf", "old")])
        chmod("\(folder)/secret.pdf", 0o600)
        try write([("\(folder)/secret.pdf", "new")])
        var status = stat()
        #expect(stat("\(folder)/secret.pdf", &status) == 0 && status.st_mode & 0o7777 == 0o600)
        let long = String(repeating: "n", count: 251) + ".png"
        try write([("\(folder)/\(long)", "x")])
        #expect(names(in: folder).contains(long))
    }

    @Test("two files of one name are told, the same file twice is one")
    func twins() throws {
        let folder = makeFolder()
        try write([("\(folder)/a.txt", "one"), ("\(folder)/./a.txt", "one")])
        #expect(throws: Diagnostics.self) {
            try write([("\(folder)/a.txt", "one"), ("\(folder)/./a.txt", "two")])
        }
        #expect(text("\(folder)/a.txt") == "one")
    }

    @Test("what killed processes left is cleared, what living ones write is not")
    func leftovers() throws {
        let folder = makeFolder()
        mkdir("\(folder)/.dossier-dead", 0o700)
        try write([("\(folder)/.dossier-dead/0", "half")])
        let living = try Staging(in: folder, for: "a.txt")
        try write([("\(folder)/a.txt", "x")])
        #expect(names(in: folder) == [FilePath.name(of: living.path), "a.txt"])
        living.remove()
        #expect(names(in: folder) == ["a.txt"])
    }

    @Test("a folder of results changes as one, and keeps earlier results of other kinds")
    func exchange() throws {
        let above = makeFolder()
        let folder = "\(above)/out"
        func build(_ names: [String], _ text: String) throws -> ino_t {
            var output = OutputFiles()
            for name in names { output.add("\(folder)/\(name)", text) }
            output.folder = OutputFiles.Folder(
                folder, owns: { $0.hasPrefix("report.") || $0.hasPrefix("pages/") },
                outlives: { $0.hasPrefix("pages/") })
            try output.write()
            var status = stat()
            stat(folder, &status)
            return status.st_ino
        }
        let first = try build(["report.pdf", "pages/1.png", "pages/2.png"], "old")
        #expect(names(in: above) == ["out"])
        let second = try build(["report.html", "pages/1.png"], "new")
        #expect(first != second, "the folder is another one: it was exchanged")
        #expect(text("\(folder)/report.pdf") == "old")
        #expect(text("\(folder)/report.html") == "new")
        #expect(names(in: "\(folder)/pages") == ["1.png"])
        // Another's file among them: the folder stays, its files are replaced one by one.
        try write([("\(folder)/notes.txt", "mine")])
        let third = try build(["report.pdf", "report.html"], "newer")
        #expect(third == second)
        #expect(text("\(folder)/report.pdf") == "newer" && text("\(folder)/notes.txt") == "mine")
        #expect(names(in: above) == ["out"])
    }
}
