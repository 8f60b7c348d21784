import SceneGraph
import Testing

@testable import VegaLite

/// Points of vl-convert 1.9: `vl_convert.vegalite_to_svg(spec)`, the path within `role-mark`.
@Suite struct LineMarkTests {
    /// The corners of the one line, from the view's own corner.
    private func line(mark: String, order: String = "") throws -> [[Double]] {
        let figure = try drawn(
            """
            {
              "data": {"values": [{"u": 1, "b": 28}, {"u": 3, "b": 5}, {"u": 2, "b": 15}]},
              "mark": \(mark),
              "encoding": {
                "x": {"field": "u", "type": "quantitative"}, "y": {"field": "b", "type": "quantitative"}\(order)
              }
            }
            """)
        guard let view = figure.nodes("view-background").first?.bounds,
            case .path(let path) = figure.nodes("mark-line").first?.content
        else { return [] }
        var corners: [[Double]] = []
        path.data.forEach { element in
            switch element {
            case .move(let to), .line(let to): corners.append([(to.x - view.x).rounded(), (to.y - view.y).rounded()])
            default: break
            }
        }
        return corners
    }

    private let alongX = [[0.0, 0], [150, 139], [300, 246]]
    private let asWritten = [[0.0, 0], [300, 246], [150, 139]]

    @Test func aLineRunsAlongItsDimension() throws {
        #expect(try line(mark: #""line""#) == alongX)
    }

    @Test func unlessItsOrderIsOff() throws {
        #expect(try line(mark: #"{"type": "line", "order": null}"#) == asWritten)
        #expect(try line(mark: #""line""#, order: #", "order": {"value": null}"#) == asWritten)
    }

    @Test func orByAField() throws {
        let order = #", "order": {"field": "b", "sort": "ascending"}"#
        #expect(try line(mark: #""line""#, order: order) == alongX.reversed())
    }
}
