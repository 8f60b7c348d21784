import Archives
import Documents
import XML

/// A house's own `.pptx`: its masters, layouts, theme and size, for decks to stand on. Its slides are left out.
public struct DeckTemplate: Sendable {
    public let size: SlideSize
    /// The parts that the deck takes over, but for the presentation's own and what lists them.
    let entries: [ArchiveEntry]
    /// `Default` by ending and `Override` by part.
    let defaults: [(ending: String, type: String)]
    let overrides: [String: String]
    let presentationPath: String
    let presentation: [UInt8]
    let presentationElement: XMLElement
    let presentationRelationships: [TemplateRelationship]
    /// Of the kept parts; the presentation's own apart.
    let notesMaster: String?
    private let opening: LayoutPlaces
    private let figure: LayoutPlaces
    private let paragraphs: LayoutPlaces

    func places(_ layout: SlideLayout) -> LayoutPlaces {
        switch layout {
        case .opening: opening
        case .figure: figure
        case .paragraphs: paragraphs
        }
    }

    /// Where figures stand, as a share of the slide's width and height.
    public var figureExtent: (width: Double, height: Double) {
        (Double(figure.figure.width) / Double(size.width), Double(figure.figure.height) / Double(size.height))
    }

    /// - Parameters:
    ///   - file: the template's name, for messages.
    ///   - mostBytes: what it may unpack to.
    /// - Throws: what keeps it from being a template: it is no PowerPoint file, unpacks to too much, holds paths that
    ///   lead out, or has no layout with a title and room for a figure.
    public init(_ bytes: [UInt8], file: String, mostBytes: Int = 200 << 20) throws(Diagnostics) {
        do throws(Diagnostic) { try self.init(unpacking: bytes, file: file, mostBytes: mostBytes) } catch {
            throw Diagnostics([error])
        }
    }

    private init(unpacking bytes: [UInt8], file: String, mostBytes: Int) throws(Diagnostic) {
        var limits = ArchiveReader.Limits()
        limits.bytes = mostBytes
        let archive = try ArchiveReader.entries(of: bytes, file: file, limits: limits)
        let parts = TemplateParts(archive, file: file)
        guard let types = try parts.element("[Content_Types].xml") else {
            throw parts.notPowerPoint("it has no [Content_Types].xml")
        }
        guard let path = try parts.relationships(of: "").first(where: { $0.kind == "officeDocument" })?.part,
            let presentation = parts[path], let element = try parts.element(path), element.name == "presentation"
        else { throw parts.notPowerPoint("it has no presentation") }
        guard element.namespace.hasPrefix("http://schemas.openxmlformats.org/") else {
            throw Diagnostic(
                "is in the strict variant of Office Open XML", file: file, advice: "save it as an ordinary .pptx")
        }
        guard let extent = element.child("sldSz"), let width = extent["cx"].flatMap(Int.init),
            let height = extent["cy"].flatMap(Int.init), (914_400...51_206_400).contains(width),
            (914_400...51_206_400).contains(height)
        else { throw Diagnostic("names no size of slides that PowerPoint allows", file: file) }
        size = SlideSize(width: width, height: height)
        presentationPath = path
        self.presentation = presentation
        presentationElement = element
        let left: Set<String> = [
            "slide", "customXml", "printerSettings", "vbaProject", "commentAuthors", "tags", "authors",
        ]
        let kept = try parts.relationships(of: path).filter { !left.contains($0.kind) }
        presentationRelationships = kept
        notesMaster = kept.first { $0.kind == "notesMaster" }?.part

        // Masters and layouts in the order in which PowerPoint offers them.
        var layouts: [TemplateLayout] = []
        for master in kept where master.kind == "slideMaster" {
            guard let masterPath = master.part, let masterElement = try parts.element(masterPath) else { continue }
            let own = try parts.relationships(of: masterPath)
            for listed in masterElement.child("sldLayoutIdLst")?.children ?? [] {
                guard let id = listed.attribute("id", namespace: "relationships"),
                    let layout = own.first(where: { $0.id == id })?.part, let layoutElement = try parts.element(layout)
                else { continue }
                layouts.append(TemplateLayout(path: layout, layoutElement, master: masterElement))
            }
        }
        let choice = LayoutChoice(layouts, size: size)
        guard let figure = choice.figure else {
            throw Diagnostic(
                "has no usable layout: none of its \(layouts.count) has a title and room for a figure", file: file,
                advice: "a layout such as “Title and Content” or “Title Only” is needed")
        }
        self.figure = figure
        opening = choice.opening ?? figure
        paragraphs = choice.paragraphs ?? figure

        // What can be reached from what is kept, is kept.
        var reached: Set<String> = []
        var waiting = kept.compactMap(\.part)
        while let next = waiting.popLast() {
            guard parts[next] != nil, reached.insert(next).inserted else { continue }
            waiting += try parts.relationships(of: next).compactMap { $0.kind == "slide" ? nil : $0.part }
        }
        let check = TemplateCheck(
            parts: parts, file: file,
            defaults: Set(types.children.compactMap { $0.name == "Default" ? $0["Extension"]?.lowercased() : nil }),
            overrides: Dictionary(
                types.children.compactMap { item in
                    guard item.name == "Override", let name = item["PartName"], let type = item["ContentType"] else {
                        return nil
                    }
                    return (String(name.dropFirst()), type)
                }, uniquingKeysWith: { first, _ in first }))
        try check.checkPresentation(path, presentation)
        try check.check(path, left: left.union(["slide"]), references: false)
        for part in reached.sorted() { try check.check(part, left: ["slide"]) }
        entries = archive.filter {
            reached.contains($0.path) || reached.contains(TemplateParts.owner(ofRelationships: $0.path) ?? "/")
        }
        defaults = types.children.compactMap { item in
            guard item.name == "Default", let ending = item["Extension"], let type = item["ContentType"] else {
                return nil
            }
            return (ending, type)
        }
        var overrides: [String: String] = [:]
        for item in types.children where item.name == "Override" {
            guard let name = item["PartName"], let type = item["ContentType"],
                reached.contains(String(name.dropFirst()))
            else { continue }
            overrides[String(name.dropFirst())] = type
        }
        self.overrides = overrides
    }
}
