import Documents
import Facts
import Furniture
import SceneGraph
import Testing
import Typography

@testable import VegaLite

/// Draws a document with type of a fixed width.
func drawn(_ text: String, theme: Theme = .vega, name: String = "chart") throws -> DrawnFigure {
    let document = try Document(file: "\(name).json", contents: Array(text.utf8))
    return try VegaLiteChart.draw(
        document,
        in: FigureContext(
            theme: theme, measurer: FixedWidthMeasurer(), facts: .empty, dataRoot: DataRoot("/nonexistent"), name: name))
}

extension DrawnFigure {
    func nodes(_ role: String) -> [Node] {
        var found: [Node] = []
        scene.root.forEach { if $0.role.rawValue == role { found.append($0) } }
        return found
    }

    var texts: [String] {
        var found: [String] = []
        scene.root.forEach { if case .text(let text) = $0.content { found.append(text.lines.joined(separator: "\n")) } }
        return found
    }

    /// The boxes of marks as measured from the view's corner, to a tenth.
    func boxes(_ role: String) -> [[Double]] {
        guard let view = nodes("view-background").first?.bounds else { return [] }
        func tenth(_ value: Double) -> Double { (value * 10).rounded() / 10 }
        return nodes(role).map {
            [tenth($0.bounds.x - view.x), tenth($0.bounds.y - view.y), tenth($0.bounds.width), tenth($0.bounds.height)]
        }
    }
}

/// Where vl-convert 1.9.0.post1 (Vega-Lite 6.4) puts the marks of a few small documents:
/// `vl_convert.vegalite_to_scenegraph(spec)`, the items of the nodes whose role is `mark`.
@Suite struct ChartPositionTests {
    @Test func bars() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"a":"A","b":28},{"a":"B","b":55}]},"mark":"bar","encoding":{"x":{"field":"a","type":"nominal"},"y":{"field":"b","type":"quantitative"}}}"#)
        #expect(figure.boxes("mark-bar") == [[1, 147.3, 18, 152.7], [21, 0, 18, 300]])
        #expect(figure.texts == ["A", "B", "a", "0", "5", "10", "15", "20", "25", "30", "35", "40", "45", "50", "55", "b"])
    }

    @Test func histogram() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"v":1},{"v":2},{"v":2},{"v":3},{"v":7},{"v":8},{"v":9.5}]},"mark":"bar","encoding":{"x":{"field":"v","bin":true,"type":"quantitative"},"y":{"aggregate":"count"}}}"#)
        #expect(
            figure.boxes("mark-bar").sorted { $0[0] < $1[0] } == [
                [1, 150, 32.3, 150], [34.3, 0, 32.3, 300], [67.7, 150, 32.3, 150], [201, 150, 32.3, 150],
                [234.3, 150, 32.3, 150], [267.7, 150, 32.3, 150],
            ])
        #expect(figure.texts.contains("v (binned)"))
        #expect(figure.texts.contains("Count of Records"))
    }

    @Test func stackedBars() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"a":"A","c":"u","b":1},{"a":"A","c":"v","b":2},{"a":"B","c":"u","b":3}]},"mark":"bar","encoding":{"y":{"field":"a","type":"nominal"},"x":{"field":"b","type":"quantitative"},"color":{"field":"c","type":"nominal"}}}"#)
        #expect(figure.boxes("mark-bar") == [[0, 1, 100, 18], [100, 1, 200, 18], [0, 21, 300, 18]])
        #expect(figure.nodes("legend-label").count == 2)
    }

    @Test func groupedBars() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"a":"A","c":"u","b":1},{"a":"A","c":"v","b":2},{"a":"B","c":"u","b":3}]},"mark":"bar","encoding":{"x":{"field":"a","type":"nominal"},"xOffset":{"field":"c"},"y":{"field":"b","type":"quantitative"}}}"#)
        #expect(figure.boxes("mark-bar") == [[10, 200, 20, 100], [30, 100, 20, 200], [60, 0, 20, 300]])
    }

    @Test func ticks() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"a":"A","b":1},{"a":"B","b":5}]},"mark":"tick","encoding":{"y":{"field":"a","type":"nominal"},"x":{"field":"b","type":"quantitative"}}}"#)
        #expect(figure.boxes("mark-tick") == [[59.5, 2.5, 1, 15], [299.5, 22.5, 1, 15]])
    }

    @Test func points() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"a":1,"b":2},{"a":3,"b":9},{"a":4,"b":4}]},"mark":"point","encoding":{"x":{"field":"a","type":"quantitative"},"y":{"field":"b","type":"quantitative"}}}"#)
        let middles = figure.boxes("mark-point").map { [($0[0] + $0[2] / 2).rounded(), ($0[1] + $0[3] / 2).rounded()] }
        #expect(middles == [[75, 233], [225, 0], [300, 167]])
    }

    @Test func logarithmicPoints() throws {
        let figure = try drawn(
            #"{"data":{"values":[{"b":1},{"b":1000}]},"mark":"point","encoding":{"x":{"field":"b","type":"quantitative","scale":{"type":"log"}}}}"#)
        let middles = figure.boxes("mark-point").map { [($0[0] + $0[2] / 2).rounded(), ($0[1] + $0[3] / 2).rounded()] }
        #expect(middles == [[0, 10], [300, 10]])
    }
}
