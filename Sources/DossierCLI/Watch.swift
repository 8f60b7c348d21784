import Files
import ArgumentParser
import Dossier

struct Watch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show a report in a browser while it is written, built anew on each save.",
        discussion: """
            The page is served on this machine only. What is wrong with the report shows below the last page that could
            be built. Ends with Ctrl-C.

            Examples:
              dossier watch briefing.md
              dossier watch Reports/my-report --port 9000
            """)

    @Argument(help: "A Markdown file, or the folder of its briefing.md.")
    var report: String

    @Option(help: "The port on 127.0.0.1.")
    var port: UInt16 = 8765

    @Option(help: "A theme instead of the report's own.")
    var theme: String?

    func run() throws {
        let file = report.hasSuffix(".md") ? report : FilePath.join(report, "briefing.md")
        guard FolderListing.exists(file) else {
            tell(Diagnostic("cannot be read: no such file", cause: .noInput, file: file).description)
            throw ExitCode(Diagnostic.Cause.noInput.exitStatus)
        }
        var folders = [FilePath.folder(of: file)]
        if let data = Project(containing: file).dataFolder { folders.append(data) }
        var preview = Preview()
        var stamp = FileStamp(folders: folders)
        preview.build(file, theme: theme)
        try reporting {
            let server = try PreviewServer(port: port)
            print("http://127.0.0.1:\(port)/")
            if !preview.problems.isEmpty { tell(preview.problems) }
            while true {
                server.serve(preview, milliseconds: 200)
                let now = FileStamp(folders: folders)
                guard now != stamp else { continue }
                stamp = now
                preview.build(file, theme: theme)
                tell(preview.problems.isEmpty ? "built again" : preview.problems)
            }
        }
    }
}
