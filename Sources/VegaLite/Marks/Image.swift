import Documents
import SceneGraph

extension Compilation {
    /// Pictures from PNG and JPEG files beneath the data root.
    mutating func drawImages(_ encoder: MarkEncoder, cell: Cell) -> [Node] {
        let nodes = MarkNodes(encoder, cell: cell)
        let urls = encoder.text(.url, property: "url")
        let (xs, ys) = placesOfPoints(encoder, cell: cell)
        let (width, height) = (encoder.properties.number("width") ?? 30, encoder.properties.number("height") ?? 30)
        let align = encoder.properties.string("align") ?? "center"
        let baseline = encoder.properties.string("baseline") ?? "middle"
        var files: [String: [UInt8]] = [:]
        var result: [Node] = []
        for index in 0..<encoder.count {
            guard xs[index].isFinite, ys[index].isFinite, let url = urls[index] else { continue }
            if files[url] == nil {
                do {
                    files[url] = try picture(url)
                } catch {
                    report(
                        error.message, encoder.definition(.url)?.node ?? encoder.unit.definition,
                        path: join(encoder.path, "encoding.url"), advice: error.advice, severity: .warning)
                    files[url] = []
                }
            }
            guard let bytes = files[url], !bytes.isEmpty else { continue }
            let x = xs[index] - (align == "center" ? width / 2 : align == "right" ? width : 0)
            let y = ys[index] - (baseline == "middle" ? height / 2 : baseline == "bottom" ? height : 0)
            let frame = Rectangle(x: x, y: y, width: width, height: height)
            result.append(
                Node(
                    id: nodes.id(index), role: nodes.role, bounds: frame, facts: nodes.facts(index),
                    datum: nodes.datum(index),
                    content: .image(
                        Image(png: bytes, frame: frame, pixelated: encoder.properties.boolean("smooth") == false))))
        }
        return result
    }

    /// A picture's file, as PNG.
    private func picture(_ url: String) throws(Diagnostic) -> [UInt8] {
        let bytes = try context.dataRoot.read(url)
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return bytes }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]), let convert = context.pngOfPicture {
            return try convert(bytes, url)
        }
        throw Diagnostic("`\(url)` is neither a PNG nor a JPEG, and is not drawn", advice: "save it as one of the two")
    }
}
