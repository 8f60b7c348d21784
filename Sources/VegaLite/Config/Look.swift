import Documents
import SceneGraph
import Typography

/// The defaults of charts: the `config` documents that every document's own is laid over.
enum Look {
    /// All defaults for charts of a theme.
    static func document(for theme: Theme) -> DocumentNode {
        theme.chartLook == .editorial ? vega.merging(editorial(theme)) : vega
    }

    /// Vega-Lite's own (https://vega.github.io/vega-lite/docs/config.html, and Vega's beneath them).
    static let vega = parsed(
        """
        {
          "background": "white", "padding": 5, "autosize": "pad",
          "countTitle": "Count of Records", "fieldTitle": "verbal",
          "timeFormat": "%b %d, %Y", "normalizedNumberFormat": ".0%",
          "axis": {
            "domain": true, "domainColor": "#888888", "domainWidth": 1, "gridColor": "#dddddd", "gridWidth": 1,
            "labels": true, "labelLimit": 180, "labelOffset": 0, "labelPadding": 2, "labelSeparation": 0,
            "maxExtent": 200, "minExtent": 0, "offset": 0, "position": 0, "ticks": true, "tickColor": "#888888",
            "tickOffset": 0, "tickRound": true, "tickSize": 5, "tickWidth": 1, "titleLimit": 0, "titlePadding": 4,
            "translate": 0.5, "zindex": 0
          },
          "legend": {
            "orient": "right", "offset": 18, "padding": 0, "cornerRadius": 0, "strokeWidth": 1,
            "columnPadding": 10, "rowPadding": 2, "gradientHorizontalMaxLength": 200,
            "gradientHorizontalMinLength": 100, "gradientLabelOffset": 2, "gradientThickness": 16,
            "gradientVerticalMaxLength": 200, "gradientVerticalMinLength": 64, "gradientStrokeWidth": 0,
            "labelLimit": 160, "labelOffset": 4, "labelSeparation": 0, "legendX": 0, "legendY": 0,
            "symbolLimit": 30, "symbolOffset": 0, "symbolSize": 100, "titleLimit": 180, "titlePadding": 5
          },
          "header": {"labelPadding": 10, "titlePadding": 10},
          "title": {"dx": 0, "dy": 0, "limit": 0, "offset": 4, "orient": "top", "subtitlePadding": 3},
          "scale": {
            "bandWithNestedOffsetPaddingInner": 0.2, "bandWithNestedOffsetPaddingOuter": 0.2,
            "barBandPaddingInner": 0.1, "rectBandPaddingInner": 0, "tickBandPaddingInner": 0.25, "pointPadding": 0.5,
            "offsetBandPaddingInner": 0, "offsetBandPaddingOuter": 0, "minBandSize": 2, "minFontSize": 8,
            "maxFontSize": 40, "minOpacity": 0.3, "maxOpacity": 0.8, "minSize": 4, "minStrokeWidth": 1,
            "maxStrokeWidth": 4, "quantileCount": 4, "quantizeCount": 4, "zero": true, "nice": true, "clamp": false,
            "round": false
          },
          "range": {
            "category": {"scheme": "tableau10"}, "ordinal": {"scheme": "blues"}, "ramp": {"scheme": "blues"},
            "heatmap": {"scheme": "yellowgreenblue"}, "diverging": {"scheme": "blueorange", "extent": [1, 0]},
            "symbol": [
              "circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down", "triangle-left"
            ]
          },
          "style": {
            "guide-label": {"fill": "#000000", "fontSize": 10},
            "guide-title": {"fill": "#000000", "fontSize": 11, "fontWeight": "bold"},
            "group-title": {"fill": "#000000", "fontSize": 13, "fontWeight": "bold"},
            "group-subtitle": {"fill": "#000000", "fontSize": 12},
            "cell": {"stroke": "#dddddd"}
          },
          "view": {"continuousWidth": 300, "continuousHeight": 300, "step": 20},
          "facet": {"spacing": 20}, "concat": {"spacing": 20}
        }
        """)

    /// Our own, in a theme's colours and sizes.
    static func editorial(_ theme: Theme) -> DocumentNode {
        func color(_ color: Color) -> DocumentNode { .text(color.css) }
        let size = DocumentNode.number(theme.labelSize)
        let (ink, muted) = (color(theme.ink), color(theme.mutedInk))
        let first = color(theme.categories.first ?? theme.accent)
        return .object([
            "background": color(theme.background), "countTitle": .text("Number of records"),
            "axis": .object([
                "domain": .flag(false), "ticks": .flag(false), "gridColor": zeroLine(theme), "gridWidth": .number(1),
                "labelColor": muted, "labelFontSize": size, "labelPadding": .number(6), "titleColor": muted,
                "titleFontSize": size, "titleFontWeight": .text("normal"), "titlePadding": .number(8),
                "labelLimit": .number(0), "domainColor": color(theme.rule), "tickColor": color(theme.rule),
                "maxExtent": .number(1000), "labelFlush": .flag(false),
            ]),
            "axisXQuantitative": .object(["tickCount": .number(5)]),
            "axisYQuantitative": .object(["tickCount": .number(5)]),
            "axisXTemporal": .object(["grid": .flag(false), "domain": .flag(true), "ticks": .flag(true)]),
            "view": .object(["stroke": .nothing]), "mark": .object(["color": first]),
            "line": .object([
                "strokeWidth": .number(2.5), "strokeCap": .text("round"), "strokeJoin": .text("round"),
            ]),
            "area": .object(["color": first]), "bar": .object(["color": first]),
            "text": .object(["fontSize": size, "color": ink]), "rule": .object(["color": color(theme.rule)]),
            "boxplot": .object(["rule": .object(["color": muted])]),
            "legend": .object([
                "orient": .text("top"), "labelFontSize": size, "titleFontSize": size,
                "titleFontWeight": .text("normal"), "titleColor": muted, "labelColor": ink, "offset": .number(10),
                "labelLimit": .number(0),
            ]),
            "range": .object(["category": .list(theme.categories.map(color))]),
            "header": .object([
                "titleFontSize": size, "titleColor": muted, "titleAnchor": .text("start"), "labelFontSize": size,
                "labelPadding": .number(6), "labelFontWeight": .number(700), "labelColor": ink,
                "labelAnchor": .text("start"),
            ]),
            // Beside a row its name stands in the middle: the beginning of an upright line is its foot.
            "headerRow": .object(["titleAnchor": .text("middle"), "labelAnchor": .text("middle")]),
            "scale": .object(["barBandPaddingInner": .number(0.28), "minSize": .number(9)]),
            "style": .object([
                "guide-label": .object(["fill": muted]), "guide-title": .object(["fill": muted]),
                "group-title": .object(["fill": ink, "fontSize": size]),
                "group-subtitle": .object(["fill": muted]),
            ]),
        ])
    }

    /// The line that bars stand on is stronger than the grid.
    private static func zeroLine(_ theme: Theme) -> DocumentNode {
        .object([
            "condition": .object(["test": .text("datum.value === 0"), "value": .text(theme.rule.css)]),
            "value": .text(theme.grid.css),
        ])
    }

    /// A document of ours; that it can be read is tested.
    private static func parsed(_ text: String) -> DocumentNode {
        (try? Document(file: "look.json", contents: Array(text.utf8)))?.root ?? .nothing
    }
}
