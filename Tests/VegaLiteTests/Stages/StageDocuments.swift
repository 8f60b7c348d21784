import Documents
import Facts
import Figures
import Files
import Typography

@testable import VegaLite

/// Documents taken through the stages one by one, as tests ask.
enum StageDocuments {
    static func document(_ text: String) throws -> Document {
        try Document(file: "chart.vl.json", contents: Array(text.utf8))
    }

    static func read(_ text: String, theme: Theme = .vega) throws -> (Specification, Diagnostics) {
        let result = ChartReader.read(try document(text), theme: theme)
        return (result.specification, result.diagnostics)
    }

    static func normalized(_ text: String) throws -> ViewSpecification {
        Normalizer.normalized(try read(text).0).specification.root
    }

    static var context: FigureContext {
        FigureContext(
            theme: .vega, measurer: FixedWidthMeasurer(), facts: .empty, dataRoot: DataRoot("/nonexistent"),
            name: "chart")
    }

    static func compiled(_ text: String) throws -> CompiledChart {
        try CompiledChart(try document(text), in: context)
    }

    static func model(_ text: String) throws -> ChartModel { try compiled(text).model }

    /// A chart of bars with something in the place of `$axis`, `$config` and the like.
    static func bars(axis: String = "{}", legend: String = "{}", config: String = "{}", mark: String = "{}") -> String {
        #"""
        {
          "data": {"values": [
            {"a": "A", "b": 28, "c": "x"}, {"a": "B", "b": 55, "c": "y"}, {"a": "C", "b": 43, "c": "x"}
          ]},
          "mark": \#(mark == "{}" ? #""bar""# : mark),
          "encoding": {
            "x": {"field": "a", "type": "nominal"},
            "y": {"field": "b", "type": "quantitative", "axis": \#(axis)},
            "color": {"field": "c", "type": "nominal", "legend": \#(legend)}
          },
          "config": \#(config)
        }
        """#
    }
}
