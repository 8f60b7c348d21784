import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A text as a box that holds it where the figure has it: no insets, no wrapping, no fitting; family, weight and size
/// said outright, so that no template changes them.
struct TextBox {
    var text: Text
    var opacity: Double
    var language: String
    var placement: FigurePlacement
    var measurer: any TextMeasuring
    /// What a click on a part that writes a fact does, by the fact's id.
    var links: [String: String] = [:]

    /// `a:xfrm`: the unturned box around the lines, and its turn around its own centre.
    ///
    /// - Parameter right: where the slide ends, in EMU, for a text that may be as wide as it likes: LibreOffice wraps a
    ///   title though it is told not to.
    func transform(upTo right: Int? = nil) -> String {
        let metrics = measurer.metrics(of: text.font)
        let width = text.lines.map { measurer.width(of: $0, font: text.font) }.max() ?? 0
        let natural = metrics.boxAscent + metrics.boxDescent
        // Exact line spacing takes or adds its difference above the first line too.
        let lead = text.lines.count > 1 ? text.lineHeight - natural : 0
        let height = text.lines.count > 1 ? Double(text.lines.count) * text.lineHeight : natural
        let left =
            switch text.anchor {
            case .start: 0.0
            case .middle: -width / 2
            case .end: -width
            }
        let top = -metrics.boxAscent - lead
        let (sine, cosine) = (sin(text.angle * .pi / 180), cos(text.angle * .pi / 180))
        let (middleX, middleY) = (left + width / 2, top + height / 2)
        let centre = Point(
            text.origin.x + middleX * cosine - middleY * sine, text.origin.y + middleX * sine + middleY * cosine)
        var frame = placement.frame(
            Rectangle(x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height))
        if let right, text.anchor == .start, text.angle == 0 { frame.width = max(frame.width, right - frame.x) }
        var degrees = text.angle.isFinite ? text.angle.truncatingRemainder(dividingBy: 360) : 0
        if degrees < 0 { degrees += 360 }
        let turn = units(degrees * 60_000) % 21_600_000
        return turn == 0 ? "<a:xfrm>\(frame.xml)</a:xfrm>" : "<a:xfrm rot=\"\(turn)\">\(frame.xml)</a:xfrm>"
    }

    /// `p:txBody` (ECMA-376 part 1, 19.3.1.51). The lines are one paragraph with breaks: one text to whoever edits it.
    func body(suffix: String = "") -> String {
        let alignment =
            switch text.anchor {
            case .start: "l"
            case .middle: "ctr"
            // LibreOffice 7.4 takes a line for up to a point wider than it draws it, and sets it off by that. A short
            // label, which must keep to its axis when it is edited, is not off by much; a long one fills its box either
            // way.
            case .end: text.lines.count == 1 && (text.lines.first?.count ?? 0) > 20 ? "l" : "r"
            }
        var xml =
            "<p:txBody><a:bodyPr wrap=\"none\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\">"
        xml += "<a:noAutofit/></a:bodyPr><a:lstStyle/><a:p><a:pPr marL=\"0\" indent=\"0\" algn=\"\(alignment)\">"
        if text.lines.count > 1 {
            let points = max(0, min(158_400, units(text.lineHeight * placement.scale / 127)))
            xml += "<a:lnSpc><a:spcPts val=\"\(points)\"/></a:lnSpc>"
        } else {
            xml += "<a:lnSpc><a:spcPct val=\"100000\"/></a:lnSpc>"
        }
        xml += "<a:spcBef><a:spcPts val=\"0\"/></a:spcBef><a:spcAft><a:spcPts val=\"0\"/></a:spcAft><a:buNone/></a:pPr>"
        let properties = runProperties
        for (index, line) in text.lines.enumerated() {
            if index > 0 { xml += "<a:br>\(properties)</a:br>" }
            let end = index == text.lines.count - 1 ? suffix : ""
            if line.isEmpty, end.isEmpty { continue }
            xml += runs(of: line, index, end: end, properties)
        }
        return xml + "</a:p></p:txBody>"
    }

    /// A line as runs, its parts that write facts each one that leads on.
    private func runs(of line: String, _ index: Int, end: String, _ properties: String) -> String {
        func run(_ text: String, _ properties: String) -> String {
            text.isEmpty ? "" : "<a:r>\(properties)<a:t>\(Markup.escaped(text))</a:t></a:r>"
        }
        let bytes = Array(line.utf8)
        var xml = ""
        var place = 0
        func part(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
        for span in text.factSpans.filter({ $0.line == index }).sorted(by: { $0.range.lowerBound < $1.range.lowerBound }
        ) {
            guard let link = links[span.fact], !link.isEmpty, span.range.lowerBound >= place,
                span.range.upperBound <= bytes.count
            else { continue }
            xml += run(part(place..<span.range.lowerBound), properties)
            let linked = properties.replacing("</a:rPr>", with: TextBox.coloured(link) + "</a:rPr>")
            xml += run(part(span.range), linked)
            place = span.range.upperBound
        }
        return xml + run(part(place..<bytes.count) + end, properties)
    }

    /// A link in the text's own colour: without this extension it would take the theme's.
    private static func coloured(_ link: String) -> String {
        link.replacing(
            "/>",
            with: "><a:extLst><a:ext uri=\"{A12FA001-AC4F-418D-AE19-62706E023703}\"><ahyp:hlinkClr "
                + "xmlns:ahyp=\"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor\" val=\"tx\"/>"
                + "</a:ext></a:extLst></a:hlinkClick>")
    }

    private var runProperties: String {
        let font = text.font
        // Sizes and letter spacing in hundredths of a point, 12,700 EMU to the point.
        let size = max(100, min(400_000, units(font.size * placement.scale / 127)))
        let named = measurer.officeFace(of: font)
        var xml = "<a:rPr lang=\"\(Markup.escaped(language))\" sz=\"\(size)\" b=\"\(named.bold ? 1 : 0)\" "
        xml += "i=\"\(named.italic ? 1 : 0)\" u=\"none\" strike=\"noStrike\" kern=\"0\""
        if font.letterSpacing != 0 {
            xml += " spc=\"\(max(-400_000, min(400_000, units(font.letterSpacing * placement.scale / 127))))\""
        }
        xml += " baseline=\"0\">"
        let box = measurer.bounds(of: text)
        xml += text.fill.drawing(in: box, opacity: opacity)
        // A text outline would be drawn over the letters; a glow lies behind them, as a halo does.
        if let halo = text.halo, let color = halo.paint.plain, halo.width > 0 {
            xml +=
                "<a:effectLst><a:glow "
                + "rad=\"\(max(0, placement.length(halo.width / 2)))\">"
                + "\(color.drawing(opacity: opacity))</a:glow></a:effectLst>"
        } else {
            xml += "<a:effectLst/>"
        }
        let face = Markup.escaped(named.family)
        return xml + "<a:latin typeface=\"\(face)\"/><a:ea typeface=\"\(face)\"/><a:cs typeface=\"\(face)\"/></a:rPr>"
    }
}
