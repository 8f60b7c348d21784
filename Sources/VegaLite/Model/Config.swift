import ChartDocuments
import Documents
import SceneGraph
import Typography

/// The document's `config` over that of the theme. Vega-Lite's own defaults stand where each is used.
struct Config {
    var node: DocumentNode
    let theme: Theme
    /// Whether the figure is laid out as ours are, rather than as Vega-Lite's.
    let isEditorial: Bool

    init(document: DocumentNode?, theme: Theme) {
        self.theme = theme
        isEditorial = theme.name != Theme.vega.name && !theme.name.hasPrefix(VegaThemes.prefix)
        let base = isEditorial ? EditorialConfig.node(for: theme) : DocumentNode(.object(DocumentObject()))
        node = base.merging(document)
    }

    subscript(_ keys: String...) -> DocumentNode? {
        var found: DocumentNode? = node
        for key in keys { found = found?[key] }
        return found
    }

    func number(_ keys: String..., default value: Double) -> Double {
        var found: DocumentNode? = node
        for key in keys { found = found?[key] }
        return found?.number ?? value
    }

    /// `config.style` entries of a style property: a name or a list of names, the last first.
    func styles(_ names: DocumentNode?) -> [DocumentNode] {
        guard let names else { return [] }
        let list = names.array?.compactMap(\.string) ?? names.string.map { [$0] } ?? []
        return list.reversed().compactMap { node["style"]?[$0] }
    }

    /// The family that a CSS font list asks for; the theme's where there is no such, or none is asked for.
    func family(_ css: String?) -> String {
        (css ?? node["font"]?.string).map { FontNames.resolve($0, theme: theme).family } ?? theme.family
    }
}
