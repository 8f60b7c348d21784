import Files
import Dispatch
import Documents
import Facts
import Figures
import Hyphenation
import Markdown
import Pictures
import Rendering
import Reports
import SceneGraph
import Themes
import Typography

/// A report and its project, ready to be built.
public struct Briefing: Sendable {
    public var report: Report
    public var path: String
    public var project: Project
    public var facts: FactBase
    /// Where the addresses of all figures' data start; nil for each figure's own folder.
    public var dataRoot: String?
    /// Figure files by the names that the report has for them, where they are made from templates; nil reads them.
    var figureDocument: (@Sendable (String) throws(Diagnostics) -> Document)?
    /// What it has in common with other reports of a run; nil for a report by itself.
    public var shared: SharedInputs?

    /// Where a report is, as the command line names it.
    static func file(_ path: String) -> String { path.hasSuffix(".md") ? path : FilePath.join(path, "briefing.md") }

    /// Reads a report and the facts of its project; one with parameters has the defaults of all.
    ///
    /// - Parameter path: a Markdown file, or a folder with `briefing.md` in it.
    public init(path: String) throws(Diagnostics) {
        let file = Briefing.file(path)
        let contents: [UInt8]
        do { contents = try DataRoot.readFile(file) } catch { throw Diagnostics([error]) }
        if let template = try BriefingTemplate(contents, file: file) {
            self = try template.briefing(template.parameters.defaults())
            return
        }
        self.path = file
        project = Project(containing: file)
        // Both are read before either is judged, so that their errors are told together.
        var problems = Diagnostics()
        var report: Report?
        var facts = FactBase.empty
        do { report = try Report(file: file, contents: contents) } catch { problems.add(error) }
        do { facts = try project.facts() } catch { problems.add(error) }
        try problems.throwIfErrors()
        guard let report else { throw problems }
        self.report = report
        self.facts = facts
    }

    init(report: Report, path: String, project: Project, facts: FactBase) {
        (self.report, self.path, self.project, self.facts) = (report, path, project, facts)
    }

    /// The theme that the report names: one that ships, or a file beneath the report's folder.
    public func theme() throws(Diagnostics) -> Theme {
        let name = report.matter.theme
        let folder = DataRoot(FilePath.folder(of: path))
        let contents: [UInt8]
        do throws(Diagnostic) {
            guard Themes.isFile(name) else { return try Themes.named(name) }
            contents = try folder.read(name)
        } catch {
            var problem = error
            (problem.file, problem.location, problem.path) = (path, report.matter.themeLocation, "theme")
            if problem.cause == .usage { problem.cause = .badInput }
            throw Diagnostics([problem])
        }
        return try ThemeReader.read(contents, file: FilePath.join(folder.path, name))
    }

    /// A theme as the command line names it: one that ships, or a file.
    public static func theme(named name: String) throws(Diagnostics) -> Theme {
        let contents: [UInt8]
        do throws(Diagnostic) {
            guard Themes.isFile(name) else { return try Themes.named(name) }
            contents = try DataRoot.readFile(name)
        } catch {
            throw Diagnostics([error])
        }
        return try ThemeReader.read(contents, file: name)
    }

    public func laidOut(theme: Theme, fonts: any TextMeasuring) throws(Diagnostics) -> LaidReport {
        var missing: [Diagnostic] = []
        var context = try reportContext(theme: theme, fonts: fonts)
        do throws(Diagnostic) {
            let language = report.matter.language
            if let shared {
                context.hyphenation = try shared.hyphenation(of: language)
            } else {
                context.hyphenation = try HyphenationByScript(language: language)
            }
        } catch {
            missing = [error]
        }
        let (briefing, binder) = (self, binder)
        let ready = drawnFigures(theme: theme, fonts: fonts, binder: binder)
        let fullSize = report.figureSize(in: theme)
        context.figure = { (address, size) throws(Diagnostics) in
            if size == fullSize, let drawn = ready[address] { return try drawn.get() }
            return try briefing.draw(address, theme: theme, fonts: fonts, size: size, binder: binder)
        }
        var laid = try report.laidOut(in: context)
        laid.warnings += missing
        return laid
    }

    /// What the report is set and written with.
    func reportContext(theme: Theme, fonts: any TextMeasuring) throws(Diagnostics) -> ReportContext {
        let (briefing, binder) = (self, binder)
        var context = ReportContext(theme: theme, measurer: fonts, facts: facts) {
            (address, size) throws(Diagnostics) in
            try briefing.draw(address, theme: theme, fonts: fonts, size: size, binder: binder)
        }
        context.figures = { wanted in
            Parallel.map(wanted) { item in
                do throws(Diagnostics) {
                    return Result<DrawnFigure, Diagnostics>.success(
                        try briefing.draw(item.0, theme: theme, fonts: fonts, size: item.1, binder: binder))
                } catch {
                    return .failure(error)
                }
            }
        }
        let folder = FilePath.folder(of: path)
        let root = dataRoot.map { DataRoot($0) } ?? project.dataRoot(of: folder)
        context.picture = { (address) throws(Diagnostic) in
            try ReportPictureFile.read(address, in: DataRoot(folder))
        }
        context.table = { (address) throws(Diagnostics) in try ReportTableFile.read(address, in: root) }
        context.changes = try changes()
        return context
    }

    /// What changed since the edition that the front matter names, a sentence each.
    func changes() throws(Diagnostics) -> [String] {
        guard let name = report.matter.changesSince else { return [] }
        let folder = FilePath.join(FilePath.folder(of: path), name)
        let edition = FolderListing.exists(folder) ? folder : name
        return FactChanges(from: try FactEdition(project: project).facts(edition), to: facts).sentences
    }

    private func draw(
        _ address: String, theme: Theme, fonts: any TextMeasuring, size: FigureSize, binder: FactBinder
    ) throws(Diagnostics)
        -> DrawnFigure
    {
        let document = try document(of: address)
        return try Figure(
            document: document,
            dataRoot: dataRoot.map { DataRoot($0) } ?? project.dataRoot(of: FilePath.folder(of: document.file)),
            project: project
        ).drawn(theme: theme.onPages, fonts: fonts, size: size, facts: facts, binder: binder)
    }

    /// A figure file of the report, read.
    func document(of address: String) throws(Diagnostics) -> Document {
        if let figureDocument { return try figureDocument(address) }
        let root = DataRoot(FilePath.folder(of: path))
        let contents: [UInt8]
        do throws(Diagnostic) { contents = try root.read(address) } catch { throw Diagnostics([error]) }
        return try Document(file: FilePath.join(root.path, address), contents: contents)
    }

    /// Every figure at the width of the page, drawn on all cores: figures know nothing of each other.
    private func drawnFigures(
        theme: Theme, fonts: any TextMeasuring, binder: FactBinder
    ) -> [String: Result<DrawnFigure, Diagnostics>] {
        let addresses = report.figureAddresses
        let size = report.figureSize(in: theme)
        var drawn = [Result<DrawnFigure, Diagnostics>?](repeating: nil, count: addresses.count)
        drawn.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: addresses.count) { index in
                do throws(Diagnostics) {
                    places[index] = .success(
                        try draw(addresses[index], theme: theme, fonts: fonts, size: size, binder: binder))
                } catch {
                    places[index] = .failure(error)
                }
            }
        }
        return Dictionary(zip(addresses, drawn.compactMap { $0 }), uniquingKeysWith: { first, _ in first })
    }

    /// A PDF of the pages, dated by the report unless `SOURCE_DATE_EPOCH` says otherwise.
    public func pdf(of laid: LaidReport, fonts: FontLibrary) throws(Diagnostics) -> [UInt8] {
        let matter = report.matter
        var document = PDFDocument(
            pages: laid.pages, title: matter.title, authors: matter.authors, subject: matter.subtitle,
            language: matter.language,
            date: BuildDate.fromEnvironment ?? (matter.date.isEmpty ? nil : matter.date + "T00:00:00Z"),
            outline: laid.outline.map {
                PDFDocument.OutlineItem(title: $0.title, destination: $0.destination, level: $0.level)
            },
            attachments: attachments(of: laid))
        document.factTargets = laid.factTargets
        for id in laid.facts {
            if let fact = facts[id] {
                document.factNames[id] = fact.value == nil ? fact.title : "\(fact.title): \(fact.written(.full))"
            }
        }
        return try PDFExporter.pdf(of: document, fonts: fonts)
    }

    /// The data behind the pages, so that a reader can compute with it.
    private func attachments(of laid: LaidReport) -> [PDFAttachment] {
        let package = dataPackage(of: laid)
        let titles = Dictionary(package.resources.map { ($0.path, $0.title) }, uniquingKeysWith: { first, _ in first })
        return package.files.map { file in
            PDFAttachment(
                name: file.name,
                mediaType: file.name.hasSuffix(".json")
                    ? "application/json" : file.name.hasSuffix(".jsonld") ? "application/ld+json" : "text/csv",
                description: titles[file.name] ?? "What the tables hold, and where it comes from",
                relationship: file.name.hasSuffix(".csv") ? .data : .supplement, bytes: Array(file.text.utf8))
        }
    }
}
