import Documents
import Figures
import SceneGraph

/// A figure at the widths that a browser chooses from, by the room that there is for it.
enum HTMLFigures {
    /// On a phone held upright, and wider for what cannot be drawn so narrow.
    static let narrowWidths = [340.0, 430, 520]
    /// From this width on the drawing of the page is shown.
    static let least = 560.0

    /// Every figure as it is drawn for a phone: at the least width at which it can be read as well as on the page; by
    /// address.
    static func narrow(_ resolved: ResolvedReport, context: ReportContext) -> [String: DrawnFigure] {
        var full: [String: DrawnFigure] = [:]
        var order: [String] = []
        for (address, figure) in resolved.figures where full[address] == nil {
            full[address] = figure
            order.append(address)
        }
        var drawn: [String: DrawnFigure] = [:]
        for width in narrowWidths {
            let open = order.filter { address in
                drawn[address].map { $0.faults.count > (full[address]?.faults.count ?? 0) } ?? true
            }
            for (address, result) in zip(open, context.figures(open.map { ($0, FigureSize(width: width)) })) {
                guard case .success(let figure) = result, figure.scene.size.width <= width + 1 else { continue }
                guard drawn[address].map({ figure.faults.count < $0.faults.count }) ?? true else { continue }
                drawn[address] = figure
            }
        }
        return drawn
    }

    /// Both drawings, one of which a page shows at a time.
    static func drawings(
        of drawn: DrawnFigure, narrow: DrawnFigure?, name: String, svg: (String, Scene) throws(Diagnostics) -> String
    ) throws(Diagnostics) -> String {
        var html = ""
        for (index, scene) in drawn.pages.enumerated() {
            html += try svg(name + (index == 0 ? "" : "-\(index + 1)"), scene)
        }
        guard let narrow else { return "<div class=\"drawing\">\(html)</div>\n" }
        var small = ""
        for (index, scene) in narrow.pages.enumerated() { small += try svg("\(name)-narrow-\(index + 1)", scene) }
        // What cannot be drawn as narrow as a phone is moved along under the finger, in type that can be read.
        let width = narrow.scene.size.width
        let scrolls = width > narrowWidths[0] + 1
        let room = scrolls ? " tabindex=\"0\" style=\"--least:\(HTMLText.number(width))px\"" : ""
        return "<div class=\"drawing broad\">\(html)</div>\n<div class=\"drawing narrow\"\(room)>\(small)</div>\n"
    }
}
