import Documents
import Figures
import SceneGraph

/// A figure at the widths that a browser chooses from, by the room that there is for it.
enum HTMLFigures {
    /// On a phone held upright.
    static let narrowWidth = 360.0
    /// From this width on the drawing of the page is shown.
    static let least = 560.0

    /// Every figure as it is drawn for a phone, where it can be; by address.
    static func narrow(_ resolved: ResolvedReport, context: ReportContext) -> [String: DrawnFigure] {
        var addresses: [String] = []
        for image in resolved.images where image.isFigure && !addresses.contains(image.address) {
            addresses.append(image.address)
        }
        let results = context.figures(addresses.map { ($0, FigureSize(width: narrowWidth)) })
        var drawn: [String: DrawnFigure] = [:]
        for (address, result) in zip(addresses, results) {
            guard case .success(let figure) = result, figure.scene.size.width <= narrowWidth * 1.3 else { continue }
            drawn[address] = figure
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
        return "<div class=\"drawing broad\">\(html)</div>\n<div class=\"drawing narrow\">\(small)</div>\n"
    }
}
