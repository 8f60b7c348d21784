import Documents
import Rendering
import Reports
import SceneGraph
import Typography

extension Briefing {
    /// The report as one HTML page with its figures inside.
    public func html(of laid: LaidReport, theme: Theme, fonts: FontLibrary) throws(Diagnostics) -> String {
        var context = try reportContext(theme: theme, fonts: fonts)
        context.changes = try changes()
        if !laid.facts.isEmpty {
            context.linkedData = JSONWriter.text(of: LinkedFacts(laid.facts, of: facts).dataset(report.matter))
        }
        return try report.html(of: laid, in: context) { (name, scene) throws(Diagnostics) in
            try SVGExporter.svg(of: scene, fonts: fonts, prefix: name + "-") { "#fact:" + $0 }
        } fontFaces: { page in
            WebFonts.css(for: page, fonts: fonts)
        }
    }
}
