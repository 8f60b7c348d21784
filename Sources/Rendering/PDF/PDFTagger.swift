import CCairo
import SceneGraph

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

    /// Every element of the structure tree, in the order they were begun, which is the tree's own: Cairo drops what they
    /// say besides their tags, so it is added afterwards.
    private(set) var elements: [Element] = []

    /// Neighbouring texts without a structure of their own share one element: a paragraph is a few elements, not one a
    /// line, which is what most of a long file would be.
    private var spanIsOpen = false

    init(cairo: OpaquePointer) { self.cairo = cairo }

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
        if leafDepth == 0 {
            if let structure = node.structure {
                closeSpan()
                isLeaf = structure.tag.holdsContent
                if structure.tag == .artifact {
                    begin(PDFTagger.artifact)
                } else {
                    if let name = structure.destination { begin("cairo.dest", "name=\(PDFTagger.quoted(name))") }
                    begin(structure.tag.rawValue, PDFTagger.attributes(of: structure.target))
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
        stack.append((names, isLeaf))
    }

    lazy var close: (Node) -> Void = { [unowned self] _ in
        guard let (names, isLeaf) = stack.popLast() else { return }
        if isLeaf { leafDepth -= 1 }
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
