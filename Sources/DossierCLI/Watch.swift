import ArgumentParser
import Dossier

struct Watch: AsyncParsableCommand {
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

    func run() async throws {
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
        let server = PreviewServer(preview, port: port)
        let serving = Task { try await server.run() }
        print("http://127.0.0.1:\(port)/")
        if !preview.problems.isEmpty { tell(preview.problems) }
        let watching = Task { [folders, theme] in
            while !Task.isCancelled {
                try await Task.sleep(for: .milliseconds(300))
                let now = FileStamp(folders: folders)
                guard now != stamp else { continue }
                stamp = now
                preview.build(file, theme: theme)
                await server.show(preview)
                tell(preview.problems.isEmpty ? "built again" : preview.problems)
            }
        }
        do { try await serving.value } catch {
            watching.cancel()
            tell(Diagnostic("cannot serve on port \(port): \(error)", cause: .cannotWrite, advice: "choose another with --port").description)
            throw ExitCode(Diagnostic.Cause.cannotWrite.exitStatus)
        }
    }
}
