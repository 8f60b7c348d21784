import Files
import ArgumentParser
import Dossier

struct Charts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "What of Vega-Lite is drawn, and what is not: a table in Markdown.",
        discussion: """
            Examples:
              dossier charts
              dossier charts --update README.md
            """)

    @Option(
        help: ArgumentHelp(
            "Write the table into this file, between the comments that mark its place.", valueName: "file"))
    var update: String?

    func run() throws {
        try reporting(update ?? "") {
            guard let file = update else {
                print(ChartSupport.markdown, terminator: "")
                return
            }
            let text = String(decoding: try DataRoot.readFile(file), as: UTF8.self)
            guard let updated = ChartSupport.updating(text) else {
                throw Diagnostic(
                    "has no place for the table", file: file,
                    advice: "mark it with the lines \(ChartSupport.begin) and \(ChartSupport.end)")
            }
            var files = OutputFiles()
            files.add(file, updated)
            try files.write()
        }
    }
}
