import XML

/// One layout of a template: its placeholders, with the places that they have of themselves or of their master.
struct TemplateLayout {
    struct Holder {
        /// `title`, `body`, `pic`, … `obj` where none is named.
        var type: String
        var index: String?
        var frame: Frame

        /// As a slide writes `p:ph` to fill it.
        var kind: Placeholder.Kind {
            let type = self.type == "obj" ? nil : "type=\"\(Markup.escaped(self.type))\""
            let index = index.map { "idx=\"\(Markup.escaped($0))\"" }
            return Placeholder.Kind(rawValue: [type, index].compactMap { $0 }.joined(separator: " "))
        }

        var area: Double { Double(frame.width) * Double(frame.height) }
        var isTitle: Bool { type == "title" || type == "ctrTitle" }
        /// Can hold a figure.
        var isContent: Bool { ["obj", "pic", "chart", "body", "media", "tbl", "dgm", "clipArt"].contains(type) }
        var isFooter: Bool { ["dt", "ftr", "sldNum"].contains(type) }
    }

    /// The layout's part.
    let path: String
    /// `title`, `obj`, `titleOnly`, …; empty where the layout does not say.
    let type: String
    let holders: [Holder]

    init(path: String, _ layout: XMLElement, master: XMLElement) {
        self.path = path
        type = layout["type"] ?? ""
        let inherited = TemplateLayout.holders(in: master)
        holders = TemplateLayout.holders(in: layout).compactMap { holder in
            if let frame = holder.frame { return Holder(type: holder.type, index: holder.index, frame: frame) }
            let family =
                holder.type == "ctrTitle"
                ? "title" : ["title", "dt", "ftr", "sldNum"].contains(holder.type) ? holder.type : "body"
            guard let frame = inherited.first(where: { $0.type == family })?.frame else { return nil }
            return Holder(type: holder.type, index: holder.index, frame: frame)
        }
    }

    private static func holders(in part: XMLElement) -> [(type: String, index: String?, frame: Frame?)] {
        guard let tree = part.descendant("cSld", "spTree") else { return [] }
        return tree.children.compactMap { shape in
            guard let place = shape.children.first(where: { $0.name.hasPrefix("nv") })?.descendant("nvPr", "ph") else {
                return nil
            }
            return (
                place["type"] ?? "obj", place["idx"], frame(shape.descendant("spPr", "xfrm") ?? shape.child("xfrm"))
            )
        }
    }

    private static func frame(_ transform: XMLElement?) -> Frame? {
        guard let off = transform?.child("off"), let extent = transform?.child("ext"),
            let x = off["x"].flatMap(Int.init),
            let y = off["y"].flatMap(Int.init), let width = extent["cx"].flatMap(Int.init),
            let height = extent["cy"].flatMap(Int.init),
            [x, y, width, height].allSatisfy({ abs($0) < 1 << 40 }), width > 0, height > 0
        else { return nil }
        return Frame(x: x, y: y, width: width, height: height)
    }

    var title: Holder? { holders.first(where: \.isTitle) }
    var subtitle: Holder? { holders.first { $0.type == "subTitle" } }
    var contents: [Holder] { holders.filter(\.isContent) }
    /// Where the slide's own content ends above the footers.
    var footer: Int? { holders.filter(\.isFooter).map(\.frame.y).min() }
}
