import Pictures
import Files
import Documents
import Facts
import Figures
import SceneGraph
import Timelines
import Typography
import VegaLite

/// A figure file: a Vega-Lite chart, a timeline or a map.
public struct Figure: Sendable {
    public var document: Document
    /// Relative data addresses start here.
    public var dataRoot: DataRoot
    /// The project that the figure belongs to: its facts and its maps.
    public var project: Project

    /// Reads a figure from a file.
    ///
    /// - Parameters:
    ///   - path: a YAML or JSON file.
    ///   - dataRoot: nil for the figure's own folder.
    public init(path: String, dataRoot: String? = nil) throws(Diagnostics) {
        let contents: [UInt8]
        do { contents = try DataRoot.readFile(path) } catch { throw Diagnostics([error]) }
        let project = Project(containing: path)
        self.init(
            document: try Document(file: path, contents: contents),
            dataRoot: dataRoot.map { DataRoot($0) } ?? project.dataRoot(of: FilePath.folder(of: path)), project: project
        )
    }

    public init(document: Document, dataRoot: DataRoot, project: Project) {
        self.document = document
        self.dataRoot = dataRoot
        self.project = project
        if self.dataRoot.fetched == nil { self.dataRoot.fetched = project.fetched }
    }

    /// The file's name without its endings: `students` for `figures/students.vl.json`.
    public var name: String {
        let file = FilePath.name(of: document.file)
        return file.split(separator: ".").first.map(String.init) ?? file
    }

    private func kind() throws(Diagnostics) -> Kind {
        let word = document.root["figure"]
        let names = Figure.kinds.map(\.name)
        let name = word == nil ? names.first : word?.string
        if let kind = Figure.kinds.first(where: { $0.name == name }) { return kind }
        let nearest = name.flatMap { suggestion(for: $0, among: names) }
        throw Diagnostics([
            Diagnostic(
                "unknown kind of figure", file: document.file, at: word?.location, path: "figure",
                advice: nearest.map { "did you mean `\($0)`?" } ?? "known kinds: " + names.joined(separator: ", "))
        ])
    }

    /// Lays the figure out.
    ///
    /// - Parameters:
    ///   - theme: the look.
    ///   - size: nil for the document's own size.
    ///   - facts: the project's facts, where they are at hand; nil reads them if the figure names any.
    ///   - wantsSeries: whether a plain chart's data are wanted too.
    ///   - isTitled: whether the title is drawn; a slide of a house's own has a place for it.
    ///   - binder: finds the facts of the figure's numbers and tells what is none; nil where nobody asks.
    public func drawn(
        theme: Theme = .dossier, fonts: any TextMeasuring, size: FigureSize? = nil, facts: FactBase? = nil,
        wantsSeries: Bool = false, isTitled: Bool = true, binder: FactBinder? = nil
    ) throws(Diagnostics) -> DrawnFigure {
        var known = facts ?? .empty
        if facts == nil, usesFacts { known = try project.facts() }
        var context = FigureContext(
            theme: theme, measurer: fonts, facts: known,
            dataRoot: dataRoot, geodata: project.geodata, size: size,
            language: document.root["language"]?.string ?? "en", name: name)
        context.readsPictures()
        context.axisChart = { (document, context) throws(Diagnostics) in try VegaLiteAxisChart(document, in: context) }
        context.wantsSeries = wantsSeries
        let kind = try kind()
        let placeholders = try FigurePlaceholders(
            document, facts: known, language: binder?.language ?? context.language)
        let shown = isTitled ? placeholders.document : placeholders.document.withoutTitle
        var drawn: DrawnFigure
        if let slide = size ?? ownNamedSize, slide.typeScale != 1 {
            drawn = try slide.magnified(theme: theme, isTitled: isTitled) { (look, size) throws(Diagnostics) in
                context.theme = look
                context.size = size
                return try kind.draw(shown, context)
            }
        } else {
            drawn = try kind.draw(shown, context)
        }
        if !isTitled { drawn.title = placeholders.document.title }
        bind(&drawn, placeholders, binder: binder, facts: known)
        drawn.faults = faults(of: drawn, size: size, theme: theme, measurer: fonts)
        drawn.warnings += LegibilityFault.diagnostics(drawn.faults, file: document.file)
        return drawn
    }

    /// The facts of the figure's texts, and where it is asked for what is no fact's.
    private func bind(
        _ drawn: inout DrawnFigure, _ placeholders: FigurePlaceholders, binder given: FactBinder?, facts: FactBase
    ) {
        guard given != nil || !drawn.facts.isEmpty || !placeholders.written.isEmpty else { return }
        let binder = given ?? FactBinder(facts, language: document.root["language"]?.string ?? "en")
        var figure = FigureBinder(placeholders, of: document, binder: binder, facts: drawn.facts)
        drawn.scene = figure.bound(drawn.scene)
        drawn.furtherPages = drawn.furtherPages.map { figure.bound($0) }
        for written in placeholders.written where !drawn.facts.contains(written.fact) {
            drawn.facts.append(written.fact)
        }
        drawn.scene.root.forEach { node in
            if case .text(let text) = node.content {
                for span in text.factSpans where !drawn.facts.contains(span.fact) { drawn.facts.append(span.fact) }
            }
        }
        for id in drawn.facts {
            guard let fact = facts[id] else { continue }
            let source = facts.sources(of: fact).first
            drawn.factAddresses[id] = source?.urlMain ?? source?.archived?.url ?? "#\(drawn.scene.root.id)/source"
        }
        guard given != nil else { return }
        figure.checkAlternative()
        drawn.numbers = figure.findings
        drawn.usedOwnNumbers = figure.usedOwnNumbers
        drawn.numberProblems =
            figure.unsourcedData() + figure.strangeYears() + figure.strangeEntries() + figure.strangeLabels
            + BarLengths(drawn.scene, facts: facts, document: document).problems
    }

    /// What a reader would trip over, on every page of the figure.
    private func faults(
        of drawn: DrawnFigure, size: FigureSize?, theme: Theme, measurer: any TextMeasuring
    ) -> [LegibilityFault] {
        let asked = size ?? ownNamedSize
        let judge = LegibilityJudge(
            width: asked?.width, height: asked?.height,
            smallestType: max(theme.smallestSize, LegibilityJudge.smallestInPrint), measurer: measurer)
        return drawn.pages.flatMap { judge.faults(of: $0) }
    }

    /// The size that the document names, where it names one.
    private var ownNamedSize: FigureSize? {
        (document.root["size"] ?? document.root["usermeta"]?["dossier"]?["size"])?.string.flatMap {
            FigureSize.named[$0]
        }
    }

    /// Whether its kind is one that goes on to further pages where a sheet does not hold it.
    var mayHaveFurtherPages: Bool { document.root["figure"]?.string == TimelineFigure.name }

    /// Whether the document names facts or sources of its project.
    public var usesFacts: Bool { mentionsFacts(document.root) || FigurePlaceholders.isIn(document.root) }

    /// Whether the facts must be loaded: a chart of its own data starts without them.
    private func mentionsFacts(_ node: DocumentNode, depth: Int = 0) -> Bool {
        switch node.value {
        case .object(let object):
            object.members.contains { member in
                switch member.key {
                case "facts", "fact", "claimed", "sources": true
                case "values", "datasets": false
                default: mentionsFacts(member.value, depth: depth + 1)
                }
            }
        case .array(let items): items.contains { mentionsFacts($0, depth: depth + 1) }
        default: false
        }
    }
}

extension Document {
    private var titleNode: DocumentNode? { root["title"]?["text"] ?? root["title"] }

    fileprivate var title: String {
        titleNode?.string ?? titleNode?.array?.compactMap(\.string).joined(separator: " ") ?? ""
    }

    /// The same without its title, its subtitle kept.
    fileprivate var withoutTitle: Document {
        guard let object = root.object, let title = root["title"] else { return self }
        var document = self
        if let parts = title.object {
            let bare = parts.setting("text", to: DocumentNode(.string(""), at: title.location))
            document.root.value = .object(object.setting("title", to: DocumentNode(.object(bare), at: title.location)))
        } else {
            document.root.value = .object(object.removing("title"))
        }
        return document
    }
}

extension FigureContext {
    /// Lets figures read pictures' files and make pictures of their own.
    fileprivate mutating func readsPictures() {
        pngOfPicture = { (bytes, file) throws(Diagnostic) in
            guard PNGReader.isPNG(bytes) else { return try JPEGReader.png(of: bytes, file: file) }
            try PNGReader.check(bytes, file: file)
            return bytes
        }
        pictures = PictureCoding(
            pixels: { (bytes, file) throws(Diagnostic) in
                let image = try PixelImage(file: bytes, name: file)
                return PixelGrid(width: image.width, height: image.height, pixels: image.pixels)
            },
            png: { (grid) throws(Diagnostic) in
                guard let image = PixelImage(width: grid.width, height: grid.height, pixels: grid.pixels) else {
                    throw Diagnostic("a picture has as many pixels as its sides say", cause: .internalError)
                }
                return try image.png()
            })
    }
}
