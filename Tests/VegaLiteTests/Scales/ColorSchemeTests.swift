import Figures
import Testing

@testable import VegaLite

/// Colours of schemes, and between them: paints of `vl_convert.vegalite_to_svg(spec)` of vl-convert 1.9.0.post1.
@Suite struct ColorSchemeTests {
    @Test(arguments: [
        ("accent", ["#7fc97f none", "#beaed4 none", "#fdc086 none", "#ffff99 none"]),
        ("category10", ["#1f77b4 none", "#ff7f0e none", "#2ca02c none", "#d62728 none"]),
        ("category20", ["#1f77b4 none", "#aec7e8 none", "#ff7f0e none", "#ffbb78 none"]),
        ("dark2", ["#1b9e77 none", "#d95f02 none", "#7570b3 none", "#e7298a none"]),
        ("paired", ["#a6cee3 none", "#1f78b4 none", "#b2df8a none", "#33a02c none"]),
        ("pastel1", ["#fbb4ae none", "#b3cde3 none", "#ccebc5 none", "#decbe4 none"]),
        ("set1", ["#e41a1c none", "#377eb8 none", "#4daf4a none", "#984ea3 none"]),
        ("set2", ["#66c2a5 none", "#fc8d62 none", "#8da0cb none", "#e78ac3 none"]),
        ("set3", ["#8dd3c7 none", "#ffffb3 none", "#bebada none", "#fb8072 none"]),
        ("tableau20", ["#4c78a8 none", "#9ecae9 none", "#f58518 none", "#ffbf79 none"]),
        ("observable10", ["#4269d0 none", "#efb118 none", "#ff725c none", "#6cc5b0 none"]),
    ])
    func schemesOfKinds(_ scheme: String, _ wanted: [String]) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"i": 0}, {"i": 1}, {"i": 2}, {"i": 3}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "i", "type": "nominal", "scale": {"scheme": "\(scheme)"}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), wanted)
    }

    @Test(arguments: [
        ("blues", ["#cfe1f2 none", "#86bcdc none", "#3887c0 none", "#0a4a90 none"]),
        ("greens", ["#d3eecd none", "#8ccf8a none", "#39a055 none", "#036429 none"]),
        ("viridis", ["#440154 none", "#31688e none", "#35b779 none", "#fde725 none"]),
        ("magma", ["#000004 none", "#721f81 none", "#f1605d none", "#fcfdbf none"]),
        ("inferno", ["#000004 none", "#781c6d none", "#ed6925 none", "#fcffa4 none"]),
        ("plasma", ["#0d0887 none", "#9c179e none", "#ed7953 none", "#f0f921 none"]),
        ("cividis", ["#002051 none", "#555b6e none", "#a19b78 none", "#fce647 none"]),
        ("turbo", ["#23171b none", "#2de3b2 none", "#fac029 none", "#910b00 none"]),
        ("redblue", ["#8c0d25 none", "#f6bda4 none", "#afd3e6 none", "#134b85 none"]),
        ("spectral", ["#9e0142 none", "#fdbc71 none", "#bbe4a2 none", "#5e4fa2 none"]),
        ("rainbow", ["#6e40aa none", "#ff8c38 none", "#28ea8d none", "#6e40aa none"]),
        ("sinebow", ["#ff4040 none", "#40ff40 none", "#4040ff none", "#ff4040 none"]),
        ("yelloworangered", ["#fee087 none", "#fea045 none", "#f23e26 none", "#af0225 none"]),
        ("goldgreen", ["#f4d166 none", "#8fb858 none", "#439350 none", "#146c36 none"]),
        ("browns", ["#eedbbd none", "#e1a360 none", "#c26d43 none", "#9f3632 none"]),
    ])
    func schemesOfAmounts(_ scheme: String, _ wanted: [String]) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"i": 0}, {"i": 1}, {"i": 2}, {"i": 3}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {"field": "i", "type": "quantitative", "scale": {"scheme": "\(scheme)"}}
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), wanted)
    }

    @Test(arguments: [
        ("rgb", ["#ff6347 none", "#aa6d5a none", "#55766d none", "#008080 none"]),
        ("hsl", ["#ff6347 none", "#e6ff05 none", "#00c20a none", "#008080 none"]),
        ("hsl-long", ["#ff6347 none", "#e6ff05 none", "#00c20a none", "#008080 none"]),
        ("lab", ["#ff6347 none", "#c4765a none", "#837e6d none", "#008080 none"]),
        ("hcl", ["#ff6347 none", "#9d8b01 none", "#3c8f4c none", "#008080 none"]),
        ("hcl-long", ["#ff6347 none", "#9d8b01 none", "#3c8f4c none", "#008080 none"]),
        ("cubehelix", ["#ff6347 none", "#8b8e00 none", "#18a227 none", "#008080 none"]),
        ("cubehelix-long", ["#ff6347 none", "#8b8e00 none", "#18a227 none", "#008080 none"]),
    ])
    func spacesThatColoursAreMixedIn(_ space: String, _ wanted: [String]) throws {
        let figure = try drawn(
            """
            {
              "width": 100, "height": 100, "data": {"values": [{"i": 0}, {"i": 1}, {"i": 2}, {"i": 3}]},
              "mark": {"type": "square", "opacity": 1},
              "encoding": {
                "x": {"field": "i", "type": "ordinal"},
                "color": {
                  "field": "i", "type": "quantitative",
                  "scale": {"range": ["tomato", "teal"], "interpolate": "\(space)"}
                }
              }
            }
            """)
        expectAlike(figure.paints("mark-square"), wanted)
    }
}
