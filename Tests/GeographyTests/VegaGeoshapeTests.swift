import Files
import Documents
import SceneGraph
import Testing

@testable import Geography

/// The same settings give the same picture as in Vega: see Tests/Fixtures/geography/README.md.
@Suite struct VegaGeoshapeTests {
    static let shapes: [Character: Geometry] = {
        func line(_ points: [(Double, Double)]) -> [Coordinate] { points.map { Coordinate($0.0, $0.1) } }
        return [
            "A": .polygon([line([(50, 40), (55, 55), (80, 55), (87, 49), (80, 42), (50, 40)])]),
            "B": .polygon([line([(160, 60), (170, 72), (-175, 72), (-170, 62), (175, 52), (160, 60)])]),
            "C": .lineString(line([(139.7, 35.7), (-122.4, 37.8)])),
        ]
    }()

    @Test func pathsAgree() throws {
        var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
        parts.removeLast(2)
        let root = DataRoot(parts.joined(separator: "/") + "/Fixtures/geography")
        let cases = try #require(
            JSONReader.read(try root.read("vega-geoshapes.json"), file: "vega-geoshapes.json").array)
        #expect(cases.count == 42)
        for item in cases {
            let name = try #require(item["projection"]?.string)
            let letters = try #require(item["features"]?.string)
            var projection = try #require(Projection(named: name))
            projection.precision = 0.7
            if let rotate = item["rotate"]?.array?.compactMap(\.number), rotate.count == 2 {
                projection.rotation = Rotation(rotate[0], rotate[1])
            }
            let geometries = letters.compactMap { VegaGeoshapeTests.shapes[$0] }
            projection.fit(to: Rectangle(x: 0, y: 0, width: 400, height: 300), of: geometries)
            let path = GeographicPath(projection)
            let ours = geometries.map { lines(of: path.path(of: $0)) }.filter { !$0.isEmpty }
            let theirs = try #require(item["paths"]?.array).compactMap(\.string).map(lines(ofSVG:))
            #expect(ours.count == theirs.count, "\(name) \(letters)")
            for (mine, known) in zip(ours, theirs) {
                let apart = max(distance(from: mine, to: known), distance(from: known, to: mine))
                #expect(apart < 1, "\(name) \(letters): \(apart) px")
            }
        }
    }

    /// The furthest that a vertex of one is from the lines of the other.
    private func distance(from one: [[Point]], to other: [[Point]]) -> Double {
        one.flatMap { $0 }.map { point -> Double in
            var least = Double.infinity
            for line in other {
                for (a, b) in zip(line, line.dropFirst()) {
                    let (dx, dy) = (b.x - a.x, b.y - a.y)
                    let square = dx * dx + dy * dy
                    let share = square == 0 ? 0 : max(0, min(1, ((point.x - a.x) * dx + (point.y - a.y) * dy) / square))
                    least = min(least, hypotenuse(a.x + share * dx - point.x, a.y + share * dy - point.y))
                }
            }
            return least
        }.max() ?? 0
    }

    private func lines(of path: PathData) -> [[Point]] {
        var lines: [[Point]] = []
        path.forEach { element in
            switch element {
            case .move(let point): lines.append([point])
            case .line(let point): lines[lines.count - 1].append(point)
            case .close: if let first = lines.last?.first { lines[lines.count - 1].append(first) }
            case .cubic: break
            }
        }
        return lines
    }

    private func lines(ofSVG text: String) -> [[Point]] {
        text.split(separator: "M").map { piece in
            let isClosed = piece.hasSuffix("Z")
            var line = piece.split { $0 == "L" || $0 == "Z" }.compactMap { pair -> Point? in
                let numbers = pair.split(separator: ",").compactMap { Double($0) }
                return numbers.count == 2 ? Point(numbers[0], numbers[1]) : nil
            }
            if isClosed, let first = line.first { line.append(first) }
            return line
        }
    }
}
