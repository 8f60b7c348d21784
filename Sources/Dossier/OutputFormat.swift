import Files
import Documents
import Figures
import Rendering
import SceneGraph
import Slides

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What a figure can be written as; the file's ending picks it.
public enum OutputFormat: String, Sendable, CaseIterable {
    case png, pdf, svg, pptx
    case sceneJSON = "scene.json"

    public init?(path: String) {
        let name = FilePath.name(of: path).lowercased()
        guard let format = OutputFormat.allCases.first(where: { name.hasSuffix("." + $0.rawValue) }) else { return nil }
        self = format
    }
}

extension Scene {
    /// The scene as a whole file.
    ///
    /// - Parameters:
    ///   - scale: PNG pixels per figure unit; the other formats have none.
    ///   - title: the document title of a PDF or a deck.
    public func encoded(
        as format: OutputFormat, scale: Double = 1, title: String, fonts: FontLibrary,
        factAddresses: [String: String] = [:]
    )
        throws(Diagnostics) -> [UInt8]
    {
        switch format {
        case .png: try PNGExporter.png(of: self, scale: scale, fonts: fonts)
        case .pdf:
            try PDFExporter.pdf(
                of: self, title: title, date: BuildDate.fromEnvironment,
                factTargets: factAddresses.filter { !$0.value.hasPrefix("#") }.mapValues { .address($0) }, fonts: fonts)
        case .svg: Array(try SVGExporter.svg(of: self, fonts: fonts) { factAddresses[$0] }.utf8)
        case .sceneJSON: Array(SceneJSONExporter.json(of: self).utf8)
        case .pptx:
            // A file without a title is called by what it shows.
            try Deck(
                title: title.isEmpty ? root.id : title, date: BuildDate.fromEnvironment,
                slides: [Slide(title: title.isEmpty ? root.id : title, figure: self, name: root.id)]
            ).package(measurer: fonts).bytes
        }
    }
}

extension DrawnFigure {
    /// The figure as files: a PDF and a deck hold every page; of the other formats each page is a file of its own,
    /// `figure.png`, `figure-2.png`.
    ///
    /// - Parameters:
    ///   - path: where the first page is written.
    ///   - scale: PNG pixels per figure unit.
    public func files(
        _ path: String, as format: OutputFormat, scale: Double = 1, fonts: FontLibrary
    )
        throws(Diagnostics) -> [(path: String, bytes: [UInt8])]
    {
        if furtherPages.isEmpty {
            return [
                (
                    path,
                    try scene.encoded(
                        as: format, scale: scale, title: title, fonts: fonts, factAddresses: factAddresses)
                )
            ]
        }
        switch format {
        case .pdf:
            let pages = self.pages.map { page in
                var page = page
                page.root.structure = page.root.structure ?? Structure(.figure, alternative: page.alternative)
                return page
            }
            let document = PDFDocument(pages: pages, title: title, date: BuildDate.fromEnvironment)
            return [(path, try PDFExporter.pdf(of: document, fonts: fonts))]
        case .pptx:
            let deck = Deck(
                title: title.isEmpty ? scene.root.id : title, date: BuildDate.fromEnvironment,
                slides: Slide.slides(self, name: scene.root.id))
            return [(path, try deck.package(measurer: fonts).bytes)]
        case .png, .svg, .sceneJSON:
            var files: [(path: String, bytes: [UInt8])] = []
            for (index, page) in pages.enumerated() {
                files.append(
                    (
                        index == 0 ? path : OutputFormat.path(path, page: index + 1),
                        try page.encoded(
                            as: format, scale: scale, title: title, fonts: fonts, factAddresses: factAddresses)
                    ))
            }
            return files
        }
    }
}

extension OutputFormat {
    /// `out/figure-2.png` for the second page of `out/figure.png`.
    public static func path(_ path: String, page: Int) -> String {
        guard let format = OutputFormat(path: path) else { return "\(path)-\(page)" }
        let ending = format.rawValue.count + 1
        return "\(path.dropLast(ending))-\(page)\(path.suffix(ending))"
    }
}

/// The date of an output: what `SOURCE_DATE_EPOCH` says, never the clock.
public enum BuildDate {
    /// ISO 8601 in UTC; nil where the variable is not set or is no number of seconds.
    public static var fromEnvironment: String? {
        guard let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), var seconds = Int(text) else {
            return nil
        }
        var parts = tm()
        guard gmtime_r(&seconds, &parts) != nil else { return nil }
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
