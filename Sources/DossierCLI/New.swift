import Files
import ArgumentParser
import Dossier

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a small report of one's own, which builds at once.",
        discussion: """
            Example:
              dossier new my-report && dossier build my-report
            """)

    @Argument(help: "The folder to make; it must not exist, or be empty.")
    var folder: String

    func run() throws {
        try reporting(folder) {
            if access(folder, F_OK) == 0, !isEmptyFolder() {
                throw Diagnostic(
                    "is there already, and nothing is overwritten", cause: .cannotWrite, file: folder,
                    advice: "choose a folder that does not exist")
            }
            var files = OutputFiles()
            for file in ReportTemplate.files { files.add(FilePath.join(folder, file.path), file.text) }
            try files.write()
            for path in files.paths { print(path) }
        }
    }

    private func isEmptyFolder() -> Bool {
        guard let directory = opendir(folder) else { return false }
        defer { closedir(directory) }
        var count = 0
        while readdir(directory) != nil { count += 1 }
        return count <= 2
    }
}
