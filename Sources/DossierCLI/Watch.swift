import Files
import ArgumentParser
import Documents
import Dossier

#if canImport(Glibc)
@preconcurrency import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

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

    @Option(help: "The port on 127.0.0.1; 0 for any that is free.")
    var port: UInt16 = 8765

    @Option(help: "A theme instead of the report's own.")
    var theme: String?

    @Flag(help: .hidden)
    var once = false

    func run() throws {
        let file = report.hasSuffix(".md") ? report : FilePath.join(report, "briefing.md")
        guard FolderListing.exists(file) else {
            tell(Diagnostic("cannot be read: no such file", cause: .noInput, file: file).description)
            throw ExitCode(Diagnostic.Cause.noInput.exitStatus)
        }
        if once { return PreviewBuild.write(file, theme: theme) }
        try reporting {
            let server = try PreviewServer(port: port)
            print("http://127.0.0.1:\(server.port)/")
            fflush(stdout)
            var folders = [FilePath.folder(of: file)]
            if let data = Project(containing: file).dataFolder { folders.append(data) }
            let ending = EndingSignal()
            try serve(file, by: server, watching: FolderWatch(folders), until: ending)
        }
    }

    /// Builds at each change, one build at a time, and answers all the while.
    private func serve(
        _ file: String, by server: PreviewServer, watching watch: FolderWatch, until ending: EndingSignal
    ) throws(Diagnostic) {
        var preview = Preview()
        var build: PreviewBuild? = try PreviewBuild(of: file, theme: theme)
        defer { build?.stop() }
        while !ending.hasCome {
            let woken = server.serve(preview, beside: [ending.descriptor, watch.descriptor, build?.descriptor ?? -1])
            if woken.contains(watch.descriptor) { watch.acknowledge() }
            if let running = build, woken.contains(running.descriptor), let done = running.read() {
                build = nil
                let isFirst = preview.version == 0
                preview.take(page: done.page, problems: done.problems, hasErrors: done.hasErrors)
                if !preview.problems.isEmpty { tell(preview.problems) } else if !isFirst { tell("built again") }
            }
            if build == nil, watch.takeChange() { build = try PreviewBuild(of: file, theme: theme) }
        }
    }
}

/// Tells of a signal that asks the process to end, to whoever waits for descriptors.
struct EndingSignal {
    let descriptor: Int32
    /// Where the handler, which may do nothing else, writes.
    nonisolated(unsafe) private static var writer: Int32 = -1

    init() {
        var ends: [Int32] = [-1, -1]
        _ = pipe(&ends)
        descriptor = ends[0]
        EndingSignal.writer = ends[1]
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number) { _ in _ = write(EndingSignal.writer, "x", 1) }
        }
    }

    var hasCome: Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, 0) > 0
    }
}
