import Files
import ArgumentParser
import Dossier
import Reports
import Slides

struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a whole briefing.",
        discussion: """
            Examples:
              dossier build Reports/my-report               PDF into Reports/my-report/out
              dossier build briefing.md -o /tmp --format pdf,png,svg --figures
              dossier build briefing.md --check            also: is every number a fact, and every fact still so?
            """)

    enum Format: String, CaseIterable {
        case pdf, png, svg, pptx, html
        case researchObject = "ro-crate"
    }

    @Argument(help: "A Markdown file, or the folder of its briefing.md.")
    var report: String

    @Option(name: .shortAndLong, help: "The folder to write to. Default: out, beside the report.")
    var output: String?

    @Option(
        help:
            "What to write, parted by commas: pdf, html, png, svg, pptx, ro-crate. PNG and SVG are one file a page; html is one page that needs nothing else."
    )
    var format: String = "pdf"

    @Option(help: "PNG pixels per unit (CSS pixel); several parted by commas write each.")
    var scale: String = "1"

    @Option(help: "A theme instead of the report's own: dossier, gazette, dark, vega, or a file of your own (.yaml).")
    var theme: String?

    @Option(
        help:
            """
            The folder that relative data addresses of all figures start from, and that nothing is read outside of. \
            Default: each figure's own folder, and within the project by `..`.
            """
    )
    var dataRoot: String?

    @Flag(
        help:
            "Report numbers that are no facts, sources that have changed, and facts that nobody tells. Status 1 for the first two, and nothing is written then."
    )
    var check = false

    @Option(help: "With --check: the text of a source, to find the report's facts in. May be given again.")
    var source: [String] = []

    @Flag(help: "Write each figure by itself too, in every format named.")
    var figures = false

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    func validate() throws {
        for word in format.split(separator: ",") where Format(rawValue: String(word)) == nil {
            throw ValidationError(
                "unknown format \(word); known formats: \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        for word in scale.split(separator: ",") where !(Double(word).map { $0 > 0 && $0 <= 100 } ?? false) {
            throw ValidationError("--scale takes numbers above 0, 100 at the most, not \(word)")
        }
    }

    func run() throws {
        try reporting(report) {
            var briefing = try Briefing(path: report)
            briefing.dataRoot = dataRoot
            let theme = try theme.map { try Briefing.theme(named: $0) } ?? briefing.theme()
            let fonts = try FontLibrary(family: theme.family, fallbacks: theme.fallbackFamilies)
            let laid = try briefing.laidOut(theme: theme, fonts: fonts)
            let numbers = check ? try checkFacts(briefing, laid) : briefing.numberProblems(of: laid)
            try numbers.throwIfErrors()
            let folder = output ?? FilePath.join(FilePath.folder(of: briefing.path), "out")
            let stem = FilePath.name(of: briefing.path).split(separator: ".").first.map(String.init) ?? "briefing"
            var files = OutputFiles()
            let written = Set(format.split(separator: ",").map(String.init))
            let pages = laid.pages.count
            for word in format.split(separator: ",") {
                guard let format = Format(rawValue: String(word)) else { continue }
                try add(
                    format, of: briefing, laid: laid, theme: theme, fonts: fonts, folder: folder, stem: stem, to: &files
                )
            }
            files.folder = OutputFiles.Folder(
                folder, owns: { Build.owns($0, stem: stem) },
                outlives: { Build.outlives($0, stem: stem, formats: written, pages: pages) })
            try files.write()
            if !quiet {
                for warning in numbers.warnings + laid.warnings { tell(warning.description) }
                for path in files.paths { print(path) }
            }
        }
    }

    /// Whether a file in the folder of results is one that builds of this report write, in any format.
    private static func owns(_ name: String, stem: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let ending = name.split(separator: ".").last, Format(rawValue: String(ending)) != nil else {
            return false
        }
        if parts.count == 1 { return name.hasPrefix(stem + ".") }
        return parts.count == 2 && (parts[0] == "figures" || parts[0] == "pages")
    }

    /// Whether a file is a page beyond the last, of a build of this report when it was longer.
    private static func outlives(_ name: String, stem: String, formats: Set<String>, pages: Int) -> Bool {
        guard name.hasPrefix("pages/\(stem)-"), let ending = name.split(separator: ".").last,
            formats.contains(String(ending))
        else { return false }
        let number = name.dropFirst(7 + stem.utf8.count).prefix { $0.isNumber }
        return Int(number).map { $0 > pages } ?? false
    }

    private func checkFacts(_ briefing: Briefing, _ laid: LaidReport) throws -> Diagnostics {
        let texts = try source.map { (file: $0, contents: try DataRoot.readFile($0)) }
        return try briefing.check(laid, sourceTexts: texts)
    }

    private func add(
        _ format: Format, of briefing: Briefing, laid: LaidReport, theme: Theme, fonts: FontLibrary, folder: String,
        stem: String,
        to files: inout OutputFiles
    ) throws {
        switch format {
        case .pdf:
            files.add("\(folder)/\(stem).pdf", try briefing.pdf(of: laid, fonts: fonts))
        case .png, .svg: break
        case .researchObject:
            for file in briefing.researchObject(of: laid).files {
                files.add("\(folder)/\(stem)-crate/\(file.name)", Array(file.text.utf8))
            }
            return
        case .html:
            files.add("\(folder)/\(stem).html", try briefing.html(of: laid, theme: theme, fonts: fonts))
            return
        case .pptx:
            // A deck holds every figure, laid out for slides; pages have no part in it.
            let (deck, warnings) = try briefing.deck(style: briefing.deckStyle(), theme: theme, fonts: fonts)
            let package = try deck.package(measurer: fonts)
            files.add("\(folder)/\(stem).pptx", package.bytes)
            if !quiet { for warning in warnings + package.warnings { tell(warning.description) } }
            return
        }
        let scales = format == .png ? scale.split(separator: ",").compactMap { Double($0) } : [1]
        for scale in scales {
            let mark =
                scales.count > 1 || scale != 1 ? "@\(scale == scale.rounded() ? "\(Int(scale))" : "\(scale)")x" : ""
            let ending = mark == "@1x" ? "" : mark
            if format != .pdf {
                for (index, page) in laid.pages.enumerated() {
                    let name = "\(folder)/pages/\(stem)-\(index + 1)\(ending).\(format.rawValue)"
                    files.add(name, try encode(page, as: format, scale: scale, title: "", fonts: fonts))
                }
            }
            for (address, figure) in figures ? laid.figures : [] {
                let name = FilePath.name(of: address).split(separator: ".").first.map(String.init) ?? "figure"
                let path = "\(folder)/figures/\(name)\(ending).\(format.rawValue)"
                guard let output = OutputFormat(path: path) else { continue }
                for file in try figure.files(path, as: output, scale: scale, fonts: fonts) {
                    files.add(file.path, file.bytes)
                }
            }
        }
    }

    private func encode(
        _ scene: Scene, as format: Format, scale: Double, title: String, fonts: FontLibrary
    ) throws
        -> [UInt8]
    {
        let output: OutputFormat =
            switch format {
            case .pdf: .pdf
            case .png: .png
            case .svg: .svg
            case .pptx: .pptx
            case .html, .researchObject: .svg
            }
        return try scene.encoded(as: output, scale: scale, title: title, fonts: fonts)
    }
}
