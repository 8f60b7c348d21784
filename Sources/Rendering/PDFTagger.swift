import CCairo
import SceneGraph

/// Opens and closes PDF structure around what is drawn, in drawing order, which is reading order.
final class PDFTagger {
    private let cairo: OpaquePointer
    /// What was opened for each node on the way down; the names are closed in reverse.
    private var stack: [[String]] = []
    /// Elements that hold content themselves, rather than other elements.
    private var leafDepth = 0
    /// The alternative of every figure, in the order they were drawn: Cairo drops it, so it is added afterwards.
    private(set) var alternatives: [String] = []

    init(cairo: OpaquePointer) { self.cairo = cairo }

    func begin(_ tag: Structure.Tag) { cairo_tag_begin(cairo, tag.rawValue, nil) }

    func end(_ tag: Structure.Tag) { cairo_tag_end(cairo, tag.rawValue) }

    lazy var open: (Node) -> Void = { [unowned self] node in
        var opened: [String] = []
        if let structure = node.structure, structure.tag != .artifact {
            if let destination = structure.destination {
                cairo_tag_begin(cairo, "cairo.dest", "name=\(PDFTagger.quoted(destination))")
                opened.append("cairo.dest")
            }
            if leafDepth == 0 || structure.tag == .link {
                var attributes: String?
                switch structure.target {
                case .destination(let name): attributes = "dest=\(PDFTagger.quoted(name))"
                case .address(let address): attributes = "uri=\(PDFTagger.quoted(address))"
                case nil: break
                }
                cairo_tag_begin(cairo, structure.tag.rawValue, attributes)
                opened.append(structure.tag.rawValue)
                if structure.tag == .figure { alternatives.append(structure.alternative ?? "") }
            }
        } else if node.structure == nil, leafDepth == 0, case .text = node.content {
            // Cairo leaves text untagged that stands beside other elements; a run of its own is an element.
            cairo_tag_begin(cairo, Structure.Tag.span.rawValue, nil)
            opened.append(Structure.Tag.span.rawValue)
        }
        if PDFTagger.isLeaf(opened) || node.structure?.tag == .artifact { leafDepth += 1 }
        stack.append(opened)
    }

    lazy var close: (Node) -> Void = { [unowned self] node in
        guard let opened = stack.popLast() else { return }
        if PDFTagger.isLeaf(opened) || node.structure?.tag == .artifact { leafDepth -= 1 }
        for name in opened.reversed() { cairo_tag_end(cairo, name) }
    }

    private static func isLeaf(_ opened: [String]) -> Bool {
        opened.contains { name in
            name == Structure.Tag.figure.rawValue || name == Structure.Tag.link.rawValue
                || name == Structure.Tag.span.rawValue || name == Structure.Tag.listLabel.rawValue
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
