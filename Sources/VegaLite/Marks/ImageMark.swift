import Documents
import SceneGraph

/// Pictures from PNG and JPEG files beneath the data root.
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
        let (xs, ys) = encoder.places
        let (width, height) = (encoder.properties.number("width") ?? 30, encoder.properties.number("height") ?? 30)
        let align = encoder.properties.string("align") ?? "center"
        let baseline = encoder.properties.string("baseline") ?? "middle"
        var files: [String: [UInt8]] = [:]
        var result: [Node] = []
        for index in 0..<encoder.count {
            guard xs[index].isFinite, ys[index].isFinite, let url = urls[index] else { continue }
            if files[url] == nil {
                do {
                    files[url] = try encoder.picture(url)
                } catch {
                    let place = encoder.definition(.url)?.node ?? encoder.unit.definition
                    problems.add(
                        Diagnostic(
                            error.message, severity: .warning, at: place.location,
                            path: encoder.path.isEmpty ? "encoding.url" : encoder.path + ".encoding.url",
                            advice: error.advice))
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
}
