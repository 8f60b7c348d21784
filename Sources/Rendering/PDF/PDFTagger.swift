import CCairo
import SceneGraph
import Typography

/// A part of a figure that leads somewhere. Cairo has no link within an element that holds content, so it becomes one
/// when the file is finished.
struct PDFLinkRegion {
    /// Index of the page.
    var page: Int
    /// In figure units, from the top.
    var bounds: Rectangle
    var fact: String
    var target: Structure.Target
    /// Index of the figure's element, in the order in which elements were begun.
    var element: Int
}

/// Opens and closes PDF structure around what is drawn, in drawing order, which is reading order.
///
/// Cairo 1.16 lets only some elements hold content: everything drawn here stands in an element that holds nothing
/// else. What is not content goes into `Private`, which the finisher turns into an artifact.
final class PDFTagger {
    static let artifact = "Private"

    private let cairo: OpaquePointer
    /// What was opened for each node on the way down; the names are closed in reverse.
    private var stack: [(names: [String], isLeaf: Bool)] = []
    /// Elements that hold content themselves, rather than other elements.
    private var leafDepth = 0
    /// What Cairo does not write of an element.
    struct Element {
        var alternative: String?
        var actualText: String?
        var expansion: String?
        /// Elements of one key are one element.
        var continues: String?
    }

    /// Every element of the structure tree, in the order they were begun, which is the tree's own: Cairo drops what
    /// they say besides their tags, so it is added afterwards.
    private(set) var elements: [Element] = []

    /// Neighbouring texts without a structure of their own share one element: a paragraph is a few elements, not one a
    /// line, which is what most of a long file would be.
    private var spanIsOpen = false

    private let factTargets: [String: Structure.Target]
    private let measurer: any TextMeasuring
    /// Index of the page that is drawn.
    var page = 0
    /// Parts of figures that lead somewhere.
    private(set) var regions: [PDFLinkRegion] = []
    /// Of the figure that is being drawn; nil outside.
    private var figure: Int?
    /// Nodes within one whose region is taken already.
    private var regionDepth = 0
    /// Notes that have been called for: the first call is what a note leads back to.
    private var calledNotes: Set<String> = []

    init(cairo: OpaquePointer, factTargets: [String: Structure.Target] = [:], measurer: any TextMeasuring) {
        self.cairo = cairo
        self.factTargets = factTargets
        self.measurer = measurer
    }

    private func openSpan() {
        guard !spanIsOpen else { return }
        cairo_tag_begin(cairo, Structure.Tag.span.rawValue, nil)
        elements.append(Element())
        spanIsOpen = true
    }

    private func closeSpan() {
        guard spanIsOpen else { return }
        cairo_tag_end(cairo, Structure.Tag.span.rawValue)
        spanIsOpen = false
    }

    func begin(_ tag: Structure.Tag) {
        cairo_tag_begin(cairo, tag.rawValue, nil)
        elements.append(Element())
    }

    func end(_ tag: Structure.Tag) {
        closeSpan()
        cairo_tag_end(cairo, tag.rawValue)
    }

    /// Content does not go on over pages within an element.
    func endPage() { closeSpan() }

    lazy var open: (Node) -> Void = { [unowned self] node in
        var names: [String] = []
        func begin(_ name: String, _ attributes: String? = nil) {
            cairo_tag_begin(cairo, name, attributes)
            names.append(name)
        }
        var isLeaf = false
        var structure = node.structure
        var target = structure?.target
        if leafDepth == 0, !factTargets.isEmpty, target == nil, case .text = node.content,
            let own = node.facts.lazy.compactMap({ self.factTargets[$0] }).first,
            structure == nil || structure?.tag == .span
        {
            // A number leads to its note.
            target = own
            structure = Structure(
                .link, expansion: structure?.expansion, actualText: structure?.actualText, target: own)
        }
        if leafDepth == 0 {
            if let structure {
                closeSpan()
                isLeaf = structure.tag.holdsContent
                if structure.tag == .artifact {
                    begin(PDFTagger.artifact)
                } else {
                    if let name = structure.destination { begin("cairo.dest", "name=\(PDFTagger.quoted(name))") }
                    if case .destination(let name)? = target, name.hasPrefix("note-"), calledNotes.insert(name).inserted
                    {
                        begin("cairo.dest", "name=\(PDFTagger.quoted("call-" + name))")
                    }
                    begin(structure.tag.rawValue, PDFTagger.attributes(of: target))
                    if structure.tag == .figure { figure = elements.count }
                    elements.append(
                        Element(
                            alternative: structure.alternative, actualText: structure.actualText,
                            expansion: structure.expansion,
                            continues: structure.continues))
                }
            } else {
                switch node.content {
                case .group: break
                case .text: openSpan()
                case .path, .image, .instances:
                    closeSpan()
                    begin(PDFTagger.artifact)
                    isLeaf = true
                }
            }
        }
        if isLeaf { leafDepth += 1 }
        let takesRegion = figure != nil && regionDepth == 0 && addRegions(of: node)
        if takesRegion || regionDepth > 0 { regionDepth += 1 }
        stack.append((names, isLeaf))
    }

    /// - Returns: whether the node as a whole is one region, so that none within it needs its own.
    private func addRegions(of node: Node) -> Bool {
        guard let figure, !node.facts.isEmpty, !factTargets.isEmpty else { return false }
        func add(_ fact: String, _ bounds: Rectangle) {
            guard let target = factTargets[fact], bounds.width > 0, bounds.height > 0 else { return }
            regions.append(PDFLinkRegion(page: page, bounds: bounds, fact: fact, target: target, element: figure))
        }
        if case .text(let text) = node.content, !text.factSpans.isEmpty {
            for span in text.factSpans { add(span.fact, text.bounds(of: span, measurer: measurer)) }
            return true
        }
        // A group's texts have regions of their own; a mark is one, however many shapes it is drawn with.
        var hasText = false
        node.forEach { if case .text = $0.content { hasText = true } }
        if hasText, case .group = node.content { return false }
        add(node.facts[0], node.bounds)
        return true
    }

    lazy var close: (Node) -> Void = { [unowned self] _ in
        guard let (names, isLeaf) = stack.popLast() else { return }
        if isLeaf { leafDepth -= 1 }
        if leafDepth == 0 { figure = nil }
        if regionDepth > 0 { regionDepth -= 1 }
        if !names.isEmpty { closeSpan() }
        for name in names.reversed() { cairo_tag_end(cairo, name) }
    }

    private static func attributes(of target: Structure.Target?) -> String? {
        switch target {
        case .destination(let name): "dest=\(quoted(name))"
        case .address(let address): "uri=\(quoted(address))"
        case nil: nil
        }
    }

    /// In single quotes, as Cairo's attribute strings want it.
    static func quoted(_ value: String) -> String {
        var result = "'"
        for character in value {
            if character == "'" || character == "\\" { result += "\\" }
            result.append(character)
        }
        return result + "'"
    }
}

extension Structure.Tag {
    /// Whether it is drawn in itself; the others hold elements.
    fileprivate var holdsContent: Bool {
        switch self {
        case .figure, .link, .span, .listLabel, .artifact, .code: true
        default: false
        }
    }
}
