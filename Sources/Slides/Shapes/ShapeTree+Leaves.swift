import Documents
import SceneGraph
import Typography

extension ShapeTree {
    mutating func shapes(_ path: Path, node: Node, in surroundings: Surroundings) -> String {
        guard let box = path.data.bounds, [box.x, box.y, box.width, box.height].allSatisfy(\.isFinite) else {
            return ""
        }
        let opacity = surroundings.opacity
        let fill = path.fill.flatMap { $0.isInvisible(opacity: opacity) ? nil : $0 }
        let stroke = path.stroke.flatMap { $0.width <= 0 || $0.paint.isInvisible(opacity: opacity) ? nil : $0 }
        guard fill != nil || stroke != nil else { return "" }
        let clips = surroundings.clips.filter { !$0.contains(box) }
        let cuts = stroke?.beginsWithinItsDashes ?? false
        if clips.isEmpty, !cuts {
            return shape(
                path.data, fill: fill, stroke: stroke, evenOdd: path.evenOdd, name: name(of: node), box: box,
                opacity: opacity)
        }
        // Cut, the area has edges that the line has not: they become two shapes.
        var result = ""
        let lines = path.data.flattened(tolerance: 0.05)
        if let fill {
            var outlines = lines
            for clip in clips { outlines = outlines.map(clip.area).filter { !$0.isEmpty } }
            let cut = PathData(outlines, closed: true)
            if let cutBox = cut.bounds {
                result += shape(
                    cut, fill: fill, stroke: nil, evenOdd: path.evenOdd, name: name(of: node), box: cutBox,
                    opacity: opacity)
            }
        }
        if let stroke {
            var (stroke, pieces) = (stroke, lines)
            if cuts {
                if let dashes = stroke.dashes(along: pieces) {
                    (pieces, stroke.dash) = (dashes, [])
                } else {
                    warn(
                        "the dashes begin part-way along one, and are too many to be cut; on the slide they begin "
                            + "with a whole one",
                        path: node.id)
                }
            }
            for clip in clips { pieces = pieces.flatMap(clip.pieces) }
            let cut = PathData(pieces, closed: false)
            if let cutBox = cut.bounds {
                result += shape(
                    cut, fill: nil, stroke: stroke, evenOdd: true, name: name(of: node), box: cutBox, opacity: opacity)
            }
        }
        return result
    }

    mutating func shape(
        _ data: PathData, fill: Paint?, stroke: Stroke?, evenOdd: Bool, name: String, box: Rectangle, opacity: Double
    ) -> String {
        let frame = placement.frame(box)
        var xml =
            "<p:sp><p:nvSpPr>\(properties(id: takeID(), name: name, link))<p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        xml += "<p:spPr><a:xfrm>\(frame.xml)</a:xfrm>"
        xml += data.drawing(in: frame, placement: placement, evenOdd: evenOdd)
        xml += fill?.drawing(in: box, opacity: opacity) ?? "<a:noFill/>"
        xml += stroke?.drawing(in: box, scale: placement.scale, opacity: opacity) ?? "<a:ln><a:noFill/></a:ln>"
        return xml + "</p:spPr></p:sp>"
    }

    mutating func shape(_ text: Text, node: Node, in surroundings: Surroundings) -> String {
        guard text.lines.contains(where: { !$0.isEmpty }), text.origin.x.isFinite, text.origin.y.isFinite,
            text.font.size > 0, !text.fill.isInvisible(opacity: surroundings.opacity)
        else { return "" }
        let bounds = measurer.bounds(of: text)
        if surroundings.clips.contains(where: { !$0.bounds.intersects(bounds) }) { return "" }
        if surroundings.clips.contains(where: { !$0.contains(bounds) }) {
            warn(
                "the text `\(text.lines.joined(separator: " "))` is cut off in the figure and stands whole on the "
                    + "slide",
                path: node.id)
        }
        let isTitle = node.role == .title && title == nil
        var box = TextBox(
            text: text, opacity: surroundings.opacity, language: language, placement: placement, measurer: measurer)
        let whole = isTitle ? nil : text.isWholeFact
        let link = whole.map { click(on: [$0]) } ?? ""
        if whole == nil {
            for span in text.factSpans where box.links[span.fact] == nil {
                box.links[span.fact] = click(on: [span.fact])
            }
        }
        let points = text.font.size * placement.scale / 12_700
        smallestType = min(smallestType ?? points, points)
        let id = takeID()
        var xml = "<p:sp><p:nvSpPr>\(properties(id: id, name: name(of: node), link))"
        xml +=
            isTitle
            ? "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"title\"/></p:nvPr></p:nvSpPr>"
            : "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr>"
        xml +=
            "<p:spPr>\(box.transform(upTo: isTitle ? slideWidth : nil))<a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>"
        xml += box.body(suffix: isTitle ? titleSuffix : "") + "</p:sp>"
        guard isTitle else { return xml }
        // A placeholder cannot stand in a group: the slide takes it, before the figure.
        title = xml
        return ""
    }

    mutating func shape(_ image: Image, node: Node, in surroundings: Surroundings) -> String {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard image.png.starts(with: signature) else {
            faults.append(Diagnostic("the image `\(name(of: node))` is no PNG", file: file))
            return ""
        }
        var (frame, crop) = (image.frame, "")
        guard frame.width > 0, frame.height > 0 else { return "" }
        for clip in surroundings.clips where !clip.contains(frame) {
            guard clip.isRectangle else {
                warn("the clip around an image is no rectangle; the image is shown whole", path: node.id)
                continue
            }
            let (left, top) = (max(frame.minX, clip.bounds.minX), max(frame.minY, clip.bounds.minY))
            let (right, bottom) = (min(frame.maxX, clip.bounds.maxX), min(frame.maxY, clip.bounds.maxY))
            guard left < right, top < bottom else { return "" }
            frame = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
        }
        if frame != image.frame {
            func share(_ part: Double, _ whole: Double) -> Int { units(part / whole * 100_000) }
            let whole = image.frame
            crop =
                "<a:srcRect l=\"\(share(frame.minX - whole.minX, whole.width))\" "
                + "t=\"\(share(frame.minY - whole.minY, whole.height))\" "
                + "r=\"\(share(whole.maxX - frame.maxX, whole.width))\" "
                + "b=\"\(share(whole.maxY - frame.maxY, whole.height))\"/>"
        }
        let position = images.firstIndex(of: image.png) ?? images.count
        if position == images.count { images.append(image.png) }
        let alpha = surroundings.opacity < 1 ? "<a:alphaModFix amt=\"\(units(surroundings.opacity * 100_000))\"/>" : ""
        // The layout is the slide's first relationship.
        return
            "<p:pic><p:nvPicPr><p:cNvPr id=\"\(takeID())\" "
            + "name=\"\(Markup.escaped(name(of: node)))\"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr>"
            + "<p:blipFill><a:blip "
            + "r:embed=\"rId\(position + 2)\">\(alpha)</a:blip>\(crop)<a:stretch><a:fillRect/></a:stretch>"
            + "</p:blipFill>"
            + "<p:spPr><a:xfrm>\(placement.frame(frame).xml)</a:xfrm><a:prstGeom "
            + "prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
    }
}
