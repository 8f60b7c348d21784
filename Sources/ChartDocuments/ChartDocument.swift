import Documents

/// What a chart's document goes through before it is read as today's Vega-Lite: it is told where it is no Vega-Lite
/// at all, brought up to date where it speaks an older version, and takes the theme and the locales that it, or who
/// draws it, asks for.
package enum ChartDocument {
    /// The document as today's Vega-Lite, and what was found or changed on the way: warnings, and an error where this
    /// is another language.
    ///
    /// - Parameters:
    ///   - theme: the name that the figure is drawn under; `vega:NAME` is one of Vega's own.
    ///   - language: BCP 47, of the page around the chart: numbers and dates are written its way where the document
    ///     does not say how; nil leaves them as Vega-Lite has them.
    package static func prepared(
        _ document: Document, theme: String, language: String? = nil
    ) -> (document: Document, problems: Diagnostics) {
        guard document.root.object != nil else { return (document, Diagnostics()) }
        if var stranger = VegaDocument.told(document.root) {
            stranger.file = document.file
            return (document, Diagnostics([stranger]))
        }
        var upgrade = Upgrade()
        let root = upgrade.upgraded(document.root)
        let options = EmbedOptions(root, theme: theme, language: language)
        var problems = Diagnostics()
        for var problem in upgrade.problems.all + options.problems.all {
            problem.file = document.file
            problems.add(problem)
        }
        return (Document(file: document.file, root: options.applied(to: root)), problems)
    }
}

/// Full Vega, the language beneath Vega-Lite.
enum VegaDocument {
    /// The error that says so; nil for anything else.
    static func told(_ root: DocumentNode) -> Diagnostic? {
        let schema = root["$schema"]?.string ?? ""
        let isNamed = schema.contains("/vega/v") || schema.contains("/vega/5") || schema.contains("/vega/6")
        let views = ["mark", "layer", "concat", "hconcat", "vconcat", "facet", "repeat", "spec"]
        let isBuilt = root["marks"]?.array != nil && !views.contains { root[$0] != nil }
        guard isNamed || isBuilt else { return nil }
        return Diagnostic(
            "this is a Vega document, and charts are drawn from Vega-Lite, the language above it",
            at: (root["$schema"] ?? root["marks"] ?? root).location, path: isNamed ? "$schema" : "marks",
            advice: "bring the Vega-Lite document that it was compiled from, or a picture that Vega drew (.svg, .png)")
    }
}
