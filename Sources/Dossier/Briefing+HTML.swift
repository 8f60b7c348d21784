import Documents
import Rendering
import Reports
import SceneGraph
import Typography

extension Briefing {
    /// The report as one HTML page with its figures inside.
    public func html(of laid: LaidReport, theme: Theme, fonts: FontLibrary) throws(Diagnostics) -> String {
        let context = ReportContext(theme: theme, measurer: fonts, facts: facts) { (address, _) throws(Diagnostics) in
            // Every figure is drawn already.
            throw Diagnostics([Diagnostic("`\(address)` was not drawn", cause: .internalError, file: address)])
        }
        return try report.html(of: laid, in: context) { (name, scene) throws(Diagnostics) in
            try SVGExporter.svg(of: scene, fonts: fonts, prefix: name + "-")
        } fontFaces: { page in
            WebFonts.css(for: page, fonts: fonts)
        }
    }
}
