import Documents
import Files
import Rendering
import Reports
import SceneGraph
import Themes

/// What a report can be written as.
public enum ReportFormat: String, Sendable, CaseIterable {
    case pdf, png, svg, pptx, html
    case researchObject = "ro-crate"
}

/// The files that are made of a report: which formats, at which scales, and whether each figure by itself too.
public struct ReportOutputs: Sendable {
    public var formats: [ReportFormat] = [.pdf]
    /// PNG pixels per unit; each is a picture of its own.
    public var scales: [Double] = [1]
    public var hasFigures = false
    /// Where figures by themselves go; nil for a folder of each report's own, where several share a folder of results.
    public var figuresFolder: String? = "figures"

    public init() {}

    /// Names from the folder of results, and bytes.
    public typealias File = (name: String, bytes: [UInt8])

    /// - Parameter stem: what the files' names begin with; it may hold folders.
    /// - Returns: the files, and what could not be drawn as it should.
    public func files(
        of briefing: Briefing, laid: LaidReport, theme: Theme, fonts: FontLibrary, stem: String
    ) throws(Diagnostics) -> (files: [File], warnings: [Diagnostic]) {
        var files: [File] = []
        var warnings: [Diagnostic] = []
        for format in formats {
            switch format {
            case .pdf: files.append(("\(stem).pdf", try briefing.pdf(of: laid, fonts: fonts)))
            case .html:
                files.append(("\(stem).html", Array(try briefing.html(of: laid, theme: theme, fonts: fonts).utf8)))
            case .researchObject:
                for file in briefing.researchObject(of: laid).files {
                    files.append(("\(stem)-crate/\(file.name)", Array(file.text.utf8)))
                }
            case .pptx:
                // A deck holds every figure, laid out for slides; pages have no part in it.
                let (deck, told) = try briefing.deck(style: briefing.deckStyle(), theme: theme, fonts: fonts)
                let package = try deck.package(measurer: fonts)
                files.append(("\(stem).pptx", package.bytes))
                warnings += told + package.warnings
            case .png: for scale in scales { files += try pages(of: laid, as: .png, scale, stem, fonts) }
            case .svg: files += try pages(of: laid, as: .svg, 1, stem, fonts)
            }
            if hasFigures, let output = ReportOutputs.ofFigures(format) {
                for scale in format == .png ? scales : [1] {
                    files += try figures(of: laid, as: output, scale, figuresFolder ?? "\(stem)-figures", fonts)
                }
            }
        }
        return (files, warnings)
    }

    private static func ofFigures(_ format: ReportFormat) -> OutputFormat? {
        switch format {
        case .pdf: .pdf
        case .png: .png
        case .svg: .svg
        default: nil
        }
    }

    /// `@2x` in the names of pictures at twice the size.
    private static func mark(_ scale: Double) -> String {
        scale == 1 ? "" : "@\(scale == scale.rounded() ? "\(Int(scale))" : "\(scale)")x"
    }

    private func pages(
        of laid: LaidReport, as format: OutputFormat, _ scale: Double, _ stem: String, _ fonts: FontLibrary
    ) throws(Diagnostics) -> [File] {
        var files: [File] = []
        for (index, page) in laid.pages.enumerated() {
            let name = "pages/\(stem)-\(index + 1)\(ReportOutputs.mark(scale)).\(format.rawValue)"
            files.append((name, try page.encoded(as: format, scale: scale, title: "", fonts: fonts)))
        }
        return files
    }

    private func figures(
        of laid: LaidReport, as format: OutputFormat, _ scale: Double, _ folder: String, _ fonts: FontLibrary
    ) throws(Diagnostics) -> [File] {
        var files: [File] = []
        for (address, figure) in laid.figures {
            let name = FilePath.name(of: address).split(separator: ".").first.map(String.init) ?? "figure"
            let path = "\(folder)/\(name)\(ReportOutputs.mark(scale)).\(format.rawValue)"
            for file in try figure.files(path, as: format, scale: scale, fonts: fonts) {
                files.append((file.path, file.bytes))
            }
        }
        return files
    }

    // MARK: The folder of results

    /// A folder that holds one report's results and changes as one.
    public func folder(_ path: String, stem: String, pages: Int) -> OutputFiles.Folder {
        let written = Set(formats.map(\.rawValue))
        return OutputFiles.Folder(
            path, owns: { ReportOutputs.owns($0, stem: stem) },
            outlives: { ReportOutputs.outlives($0, stem: stem, formats: written, pages: pages) })
    }

    /// Whether a file in the folder of results is one that builds of this report write, in any format.
    private static func owns(_ name: String, stem: String) -> Bool {
        let parts = name.split(separator: "/")
        guard let ending = name.split(separator: ".").last, ReportFormat(rawValue: String(ending)) != nil else {
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
}
