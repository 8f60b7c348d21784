import Documents
import Markdown
import SceneGraph
import Typography

/// A picture's file: PNG, JPEG or SVG.
public struct ReportPicture: Sendable {
    /// Its pixels, whatever the file is.
    public var png: [UInt8]
    /// In figure units, as large as the file says it is.
    public var size: Size
    /// The file itself, for pages that show it as it is.
    public var original: [UInt8]
    /// `image/jpeg`
    public var mediaType: String

    public init(png: [UInt8], size: Size, original: [UInt8], mediaType: String) {
        (self.png, self.size, self.original, self.mediaType) = (png, size, original, mediaType)
    }
}

/// A photograph or drawing:
/// `![The bridge in 1970](bridge.jpg){alt="A steel bridge" credit="A. Author" width=column crop="0 10% 0 0"}`.
struct PictureBlock: ReportBlock {
    var label: BlockLabel
    var picture: ReportPicture
    /// Empty for one that only decorates.
    var alternative: String
    var credit: String
    var width: FloatWidth
    /// What is cut off, in parts of the picture: top, right, bottom, left.
    var crop: [Double]
    var place: SourceLocation

    static let keys = ["alt", "fig-alt", "credit", "width", "crop"]

    static func resolved(_ block: MarkdownBlock, by resolver: inout BlockResolver) -> (any ReportBlock)? {
        guard case .paragraph(let inlines) = block.content, let image = Report.figure(in: inlines),
            ReportImages.kind(of: image.address) == .picture
        else { return nil }
        let entry = resolver.image(image.address)
        let attributes = image.attributes
        for key in attributes.keys.sorted() where !keys.contains(key) && key != "." && key != "#" {
            resolver.problem(
                "a picture has no `\(key)`", at: block.location,
                advice: suggestion(for: key, among: keys).map { "did you mean `\($0)`?" }
                    ?? "known: " + keys.joined(separator: ", "))
        }
        let caption = image.caption.map(\.plainText).joined()
        let given = attributes["alt"] ?? attributes["fig-alt"]
        if given == nil, caption.trimmed.isEmpty {
            resolver.problem(
                "the picture `\(image.address)` has no alternative text", at: block.location,
                advice: "say what it shows: ![caption](\(image.address)){alt=\"…\"}; {alt=\"\"} for what only decorates"
            )
        }
        guard let picture = picture(image.address, at: block.location, &resolver) else { return NothingBlock() }
        return PictureBlock(
            label: BlockLabel(entry: entry, words: resolver.words, caption: resolver.runs(image.caption)),
            picture: picture, alternative: given ?? caption, credit: attributes["credit"] ?? "",
            width: width(attributes["width"], at: block.location, &resolver),
            crop: crop(attributes["crop"], at: block.location, &resolver), place: block.location)
    }

    private static func picture(
        _ address: String, at place: SourceLocation, _ resolver: inout BlockResolver
    ) -> ReportPicture? {
        do throws(Diagnostic) { return try resolver.context.picture(address) } catch {
            var problem = error
            (problem.file, problem.location, problem.path) = (resolver.report.document.file, place, address)
            resolver.inlines.problems.add(problem)
            return nil
        }
    }

    private static func width(
        _ word: String?, at place: SourceLocation, _ resolver: inout BlockResolver
    ) -> FloatWidth {
        switch word {
        case nil, "column", "100%": return .column
        case "page", "full": return .page
        case "half", "50%": return .half
        case let word?:
            if word.hasSuffix("%"), let part = Double(word.dropLast()) { return part > 60 ? .column : .half }
            resolver.problem("unknown width `\(word)`", at: place, advice: "known: page, column, half")
            return .column
        }
    }

    private static func crop(_ text: String?, at place: SourceLocation, _ resolver: inout BlockResolver) -> [Double] {
        guard let text else { return [0, 0, 0, 0] }
        var parts = text.split(separator: " ").map { part -> Double? in
            if part.hasSuffix("%") { return Double(part.dropLast()).map { $0 / 100 } }
            return Double(part)
        }
        // As CSS has it: one for all sides, two for both ways.
        if parts.count == 1 { parts = [parts[0], parts[0], parts[0], parts[0]] }
        if parts.count == 2 { parts = [parts[0], parts[1], parts[0], parts[1]] }
        let sides = parts.compactMap { $0 }
        guard sides.count == 4, sides.allSatisfy({ $0 >= 0 && $0 < 1 }), sides[0] + sides[2] < 0.95,
            sides[1] + sides[3] < 0.95
        else {
            resolver.problem(
                "`crop` is what is cut off at top, right, bottom and left, not `\(text)`", at: place,
                advice: "write crop=\"0 10% 5% 0\"")
            return [0, 0, 0, 0]
        }
        return sides
    }

    /// Of what is shown, height to width.
    private var ratio: Double {
        picture.size.height * (1 - crop[0] - crop[2]) / max(1, picture.size.width * (1 - crop[1] - crop[3]))
    }

    func set(in composer: inout ReportComposer, at place: BlockPlace) {
        let id = composer.nextID("picture")
        let drawing = drawing(composer, id: id)
        composer.floats.append(
            PageFloat(drawings: [drawing], position: composer.items.count, names: [label.entry.destination]))
    }

    private func drawing(_ composer: ReportComposer, id: String) -> PageFloat.Drawing {
        let (type, page) = (composer.type, composer.page)
        var room = min(width.width(on: page), page.fullWidth)
        if ratio * room > page.contentHeight * 0.62 { room = page.contentHeight * 0.62 / ratio }
        let frame = Rectangle(x: 0, y: 0, width: room, height: room * ratio)
        var image = node(id: id + "/image", in: frame)
        image.structure =
            alternative.isEmpty
            ? Structure(.artifact)
            : Structure(.figure, alternative: alternative, destination: label.entry.destination)
        var items = [FlowItem(nodes: [image], height: frame.height)]
        items += composer.setter.items(
            label.runs(in: composer), id: id + "/caption", role: "caption", width: max(room, page.textWidth * 0.6),
            lineHeight: type.captionLine, spaceBefore: 6,
            steps: [StructureStep(key: id + "/caption", structure: Structure(.caption))], keepsTogether: true)
        if !credit.isEmpty {
            items += composer.setter.items(
                [StyledRun(text: credit, style: type.style(composer.theme.page.small, color: composer.theme.mutedInk))],
                id: id + "/credit", role: .source, width: max(room, page.textWidth * 0.6), lineHeight: type.smallLine,
                spaceBefore: 2, steps: [StructureStep(key: id + "/credit", structure: Structure(.paragraph))],
                keepsTogether: true)
        }
        return PageFloat.Drawing(width: width == .half ? .column : width, items: items)
    }

    /// The whole picture behind a window.
    private func node(id: String, in frame: Rectangle) -> Node {
        let whole = Size(frame.width / (1 - crop[1] - crop[3]), frame.height / (1 - crop[0] - crop[2]))
        let place = Rectangle(
            x: frame.minX - crop[3] * whole.width, y: frame.minY - crop[0] * whole.height, width: whole.width,
            height: whole.height)
        let image = Node(
            id: id, role: "picture", bounds: place, content: .image(Image(png: picture.png, frame: place)))
        return .group(id: id + "/window", role: "picture", clip: .rectangle(frame), [image])
    }

    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] {
        guard !alternative.isEmpty else { return [] }
        let caption = label.caption.map(\.text).joined()
        let title = caption.isEmpty ? label.text : caption
        let scene = scenes.picture(
            picture, alternative: alternative, title: title, credit: credit, name: label.entry.destination)
        return [.page(title: title, scene, name: label.entry.destination)]
    }

    func html(in page: inout HTMLPage) -> String {
        let data = Base64.text(of: picture.original)
        var style = ""
        if crop != [0, 0, 0, 0] {
            style =
                " style=\"aspect-ratio:\(HTMLText.number(1 / ratio));object-fit:none;object-view-box:inset("
                + crop.map { HTMLText.number($0 * 100) + "%" }.joined(separator: " ") + ")\""
        }
        let credit = credit.isEmpty ? "" : "<br><small>\(HTMLText.escape(credit))</small>"
        return """
            <figure id="\(HTMLText.escape(label.entry.destination))" class="picture \(width)">
            <img src="data:\(picture.mediaType);base64,\(data)" alt="\(HTMLText.escape(alternative))" \
            width="\(Int(picture.size.width))" height="\(Int(picture.size.height))"\(style)>
            <figcaption><strong>\(HTMLText.escape(label.text))</strong> \
            \(page.phrases.html(label.caption))\(credit)</figcaption>
            </figure>

            """
    }
}

/// Bytes as letters (RFC 4648).
enum Base64 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func text(of bytes: [UInt8]) -> String {
        var result: [UInt8] = []
        result.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let count = min(3, bytes.count - start)
            var word = UInt32(bytes[start]) << 16
            if count > 1 { word |= UInt32(bytes[start + 1]) << 8 }
            if count > 2 { word |= UInt32(bytes[start + 2]) }
            for place in 0..<4 {
                let letter = letters[Int(word >> UInt32(18 - 6 * place)) & 63]
                result.append(place > count ? UInt8(ascii: "=") : letter)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
