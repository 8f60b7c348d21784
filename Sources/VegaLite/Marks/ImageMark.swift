import Documents
import SceneGraph

/// Pictures from PNG and JPEG files beneath the data root, or written in the document as `data:` addresses.
struct ImageMark: MarkKind {
    let name = "image"
    let noun = "Pictures"
    let channels: Set<Channel> = [.url, .x2, .y2, .longitude2, .latitude2]
    let fillsBands = true
    let coversSpans = true
    let legendSymbol = (standard: "square", editorial: "square")

    func draw(_ encoder: MarkEncoder, problems: inout Diagnostics) -> [Node] {
        let nodes = MarkNodes(encoder)
        let urls = encoder.text(.url, property: "url")
        let (x, y) = boxes(encoder)
        let keepsShape = encoder.properties.boolean(.aspect) ?? true
        let isPixelated = encoder.properties.boolean(.smooth) == false
        let defined = encoder.isDefined
        var files: [String: [UInt8]] = [:]
        var result: [Node] = []
        for index in 0..<encoder.count where defined[index] {
            let sides = (x.low[index], x.high[index], y.low[index], y.high[index])
            guard sides.0.isFinite, sides.1.isFinite, sides.2.isFinite, sides.3.isFinite, let url = urls[index] else {
                continue
            }
            if files[url] == nil { files[url] = read(url, encoder, &problems) }
            guard let bytes = files[url], !bytes.isEmpty else { continue }
            var frame = Rectangle(from: Point(sides.0, sides.2), to: Point(sides.1, sides.3))
            if keepsShape, let size = PictureFile.size(ofPNG: bytes) { frame = frame.fitting(size) }
            guard frame.width > 0, frame.height > 0 else { continue }
            result.append(
                Node(
                    id: nodes.id(index), role: nodes.role, bounds: frame, facts: nodes.facts(index),
                    datum: nodes.datum(index),
                    content: .image(Image(png: bytes, frame: frame, pixelated: isPixelated))))
        }
        return result
    }

    /// Where the pictures stand: around places on the globe, or as rectangles do on axes.
    private func boxes(
        _ encoder: MarkEncoder
    ) -> (x: (low: [Double], high: [Double]), y: (low: [Double], high: [Double])) {
        guard encoder.unit.isOnGlobe else { return (Rectangles.extent(encoder, .x), Rectangles.extent(encoder, .y)) }
        let (xs, ys) = encoder.places
        return (
            Rectangles.aligned(xs, encoder.properties.number(.width) ?? 0, encoder, .x),
            Rectangles.aligned(ys, encoder.properties.number(.height) ?? 0, encoder, .y)
        )
    }

    /// A picture's bytes; none where it cannot be read, which is an error in looks of our own, and a warning in the
    /// reference's.
    private func read(_ url: String, _ encoder: MarkEncoder, _ problems: inout Diagnostics) -> [UInt8] {
        do {
            return try encoder.picture(url)
        } catch {
            let place = encoder.definition(.url)?.place ?? encoder.unit.definition.place
            problems.add(
                Diagnostic(
                    error.message, severity: encoder.config.isEditorial ? .error : .warning, at: place.location,
                    path: (encoder.path.isEmpty ? "" : encoder.path + ".")
                        + (encoder.definition(.url) == nil ? "mark.url" : "encoding.url"), advice: error.advice))
            return []
        }
    }
}

extension Rectangle {
    /// The largest rectangle of a picture's proportions in the middle of this one.
    fileprivate func fitting(_ size: Size) -> Rectangle {
        guard size.width > 0, size.height > 0, width > 0, height > 0 else { return self }
        let factor = min(width / size.width, height / size.height)
        let (wide, high) = (size.width * factor, size.height * factor)
        return Rectangle(x: minX + (width - wide) / 2, y: minY + (height - high) / 2, width: wide, height: high)
    }
}
