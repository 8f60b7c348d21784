import ArgumentParser
import Batch
import Documents

/// Makes one manifest of those of several processes, and a page that leads to every report.
struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "One manifest and one page with a search, of reports built in shares.",
        discussion: """
            Every output is checked against the SHA-256 that its manifest tells. Rows that failed or are \
            missing are told.

            Examples:
              dossier merge out                          the shares that were built into one folder
              dossier merge part-1 part-2 -o site        folders of several machines, copied into one
            """)

    @Argument(help: "Folders that `dossier build --params` wrote to.")
    var folders: [String]

    @Option(name: .shortAndLong, help: "The folder to write to. Default: the folder itself, where there is one.")
    var output: String?

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    func validate() throws {
        if folders.count != 1, output == nil { throw ValidationError("several folders need -o, a folder to go into") }
    }

    func run() throws {
        var failed = 0
        try reporting {
            let folder = output ?? folders[0]
            let merged = try MergedManifest(folders, into: folder)
            let paths = try merged.write(into: folder)
            if !quiet {
                for warning in merged.warnings { tell(warning.description) }
                for path in paths { print(path) }
            }
            failed = merged.entries.count { !$0.isBuilt }
            if failed > 0 { tell("\(folder): \(failed) of \(merged.entries.count) rows failed") }
        }
        if failed > 0 { throw ExitCode(Diagnostic.Cause.badInput.exitStatus) }
    }
}
