import Documents
import SceneGraph
import Typography

/// Our own look, as the configuration of a document would write it.
enum EditorialConfig {
    static func node(for theme: Theme) -> DocumentNode {
        func color(_ color: Color) -> DocumentNode { .text(color.css) }
        let size = theme.labelSize
        let axis = DocumentNode.object([
            "domain": .flag(false), "ticks": .flag(false), "gridColor": color(theme.grid), "gridWidth": .number(1),
            "labelColor": color(theme.mutedInk), "labelFontSize": .number(size), "labelPadding": .number(6),
            "titleColor": color(theme.mutedInk), "titleFontSize": .number(size), "titleFontWeight": .text("normal"),
            "titlePadding": .number(8), "labelLimit": .number(0), "domainColor": color(theme.rule),
            "tickColor": color(theme.rule),
        ])
        return DocumentNode.object([
            "axis": axis,
            "axisXQuantitative": DocumentNode.object(["tickCount": .number(5)]),
            "axisYQuantitative": DocumentNode.object(["tickCount": .number(5)]),
            "axisXTemporal": DocumentNode.object(["grid": .flag(false), "domain": .flag(true), "ticks": .flag(true)]),
            "view": DocumentNode.object(["stroke": .nothing]),
            "mark": DocumentNode.object(["color": color(theme.categories.first ?? theme.accent)]),
            "line": DocumentNode.object([
                "strokeWidth": .number(2.5), "strokeCap": .text("round"), "strokeJoin": .text("round"),
            ]),
            "area": DocumentNode.object(["color": color(theme.categories.first ?? theme.accent)]),
            "bar": DocumentNode.object(["color": color(theme.categories.first ?? theme.accent)]),
            "text": DocumentNode.object(["fontSize": .number(size), "color": color(theme.ink)]),
            "rule": DocumentNode.object(["color": color(theme.rule)]),
            "legend": DocumentNode.object([
                "orient": .text("top"), "labelFontSize": .number(size), "titleFontSize": .number(size),
                "titleFontWeight": .text("normal"),
                "titleColor": color(theme.mutedInk), "labelColor": color(theme.ink), "offset": .number(10),
                "labelLimit": .number(0),
            ]),
            "range": DocumentNode.object(["category": .list(theme.categories.map(color))]),
            "header": DocumentNode.object([
                "titleFontSize": .number(size), "labelFontSize": .number(size), "labelPadding": .number(6),
            ]),
            "scale": DocumentNode.object(["barBandPaddingInner": .number(0.28)]),
        ])
    }
}
