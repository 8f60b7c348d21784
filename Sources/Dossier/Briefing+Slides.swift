import Files
import Documents
import Slides

extension Briefing {
    /// How the report's front matter wants its deck: `slides: {template: house.pptx, charts: native, size: 4:3}`.
    ///
    /// - Throws: every value that is unknown, and a template that cannot be used, at its place in the report.
    public func deckStyle() throws(Diagnostics) -> DeckStyle {
        let matter = report.matter.deck
        var faults = Diagnostics()
        func fault(_ message: String, _ key: String, advice: String) {
            faults.add(
                Diagnostic(message, file: path, at: matter.locations[key], path: "slides.\(key)", advice: advice))
        }
        var style = DeckStyle()
        if let word = matter.charts {
            let known = SlideCharts.allCases.map(\.rawValue)
            if let charts = SlideCharts(rawValue: word) {
                style.charts = charts
            } else {
                fault(
                    "unknown kind of charts `\(word)`", "charts",
                    advice: suggestion(for: word, among: known).map { "did you mean `\($0)`?" } ?? "known: "
                        + known.joined(separator: ", "))
            }
        }
        if let word = matter.size {
            if let size = SlideSize.named[word] {
                style.size = size
            } else {
                fault("unknown size `\(word)`", "size", advice: "known: 16:9, 4:3")
            }
        }
        if let name = matter.template {
            if matter.size != nil { fault("a template brings its own size", "size", advice: "leave `size` out") }
            let folder = DataRoot(FilePath.folder(of: path))
            do throws(Diagnostic) {
                let bytes = try folder.read(name)
                do throws(Diagnostics) {
                    style = DeckStyle(
                        charts: style.charts, template: try DeckTemplate(bytes, file: FilePath.join(folder.path, name)))
                } catch { for problem in error.all { faults.add(problem) } }
            } catch {
                var problem = error
                (problem.file, problem.location, problem.path) = (path, matter.locations["template"], "slides.template")
                faults.add(problem)
            }
        }
        try faults.throwIfErrors()
        return style
    }
}
