import SceneGraph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A drawn area as a grid of cells, for finding room in it: whether a box lies inside, and how far the nearest edge is,
/// take the same short time whatever the outline.
struct Interior {
    let bounds: Rectangle
    let centroid: Point
    private let step: Double
    private let columns: Int
    private let rows: Int
    /// How many cells above and to the left of a corner are inside: a summed-area table, a row and a column more than
    /// there are cells (F. Crow, Summed-Area Tables for Texture Mapping, SIGGRAPH 1984).
    private let sums: [Int32]
    /// Of each cell, the distance to the nearest cell outside, in cells.
    private let clearances: [Float]

    /// - Parameter rings: of an area, in figure units; inside is where an odd number of them surrounds. Those that are
    ///   much smaller than the largest are left out.
    init?(_ all: [[Point]]) {
        let sized = all.map { (ring: $0, area: abs(Interior.area($0))) }
        guard let largest = sized.max(by: { $0.area < $1.area }), largest.area > 0.5 else { return nil }
        let rings = sized.filter { $0.area > largest.area * 0.02 }.map(\.ring)
        var box = Rectangle(from: largest.ring[0], to: largest.ring[0])
        var (left, top, right, bottom) = (box.minX, box.minY, box.maxX, box.maxY)
        for point in largest.ring {
            (left, right) = (min(left, point.x), max(right, point.x))
            (top, bottom) = (min(top, point.y), max(bottom, point.y))
        }
        box = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
        guard box.width.isFinite, box.height.isFinite else { return nil }
        bounds = box
        centroid = Interior.centroid(largest.ring)
        let step = max(0.75, max(box.width, box.height) / 150)
        self.step = step
        let columns = Int((box.width / step).rounded(.up)) + 1
        let rows = Int((box.height / step).rounded(.up)) + 1
        (self.columns, self.rows) = (columns, rows)

        let inside = Interior.cells(of: rings, box: box, step: step, columns: columns, rows: rows)
        var sums = [Int32](repeating: 0, count: (columns + 1) * (rows + 1))
        for row in 0..<rows {
            var line: Int32 = 0
            for column in 0..<columns {
                line += inside[row * columns + column] ? 1 : 0
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line
            }
        }
        self.sums = sums
        clearances = Interior.clearances(of: inside, columns: columns, rows: rows)
    }

    /// Which cells' middles are inside, row by row.
    private static func cells(of rings: [[Point]], box: Rectangle, step: Double, columns: Int, rows: Int) -> [Bool] {
        var crossings = [[Double]](repeating: [], count: rows)
        for ring in rings {
            guard var last = ring.last else { continue }
            for point in ring {
                let (low, high) = (min(last.y, point.y), max(last.y, point.y))
                if low < high {
                    let first = max(0, Int(max(-1, min(Double(rows), ((low - box.minY) / step - 0.5).rounded(.up)))))
                    var row = first
                    while row < rows, box.minY + (Double(row) + 0.5) * step < high {
                        let y = box.minY + (Double(row) + 0.5) * step
                        crossings[row].append(last.x + (point.x - last.x) * (y - last.y) / (point.y - last.y))
                        row += 1
                    }
                }
                last = point
            }
        }
        var inside = [Bool](repeating: false, count: columns * rows)
        for row in 0..<rows {
            let xs = crossings[row].sorted()
            for pair in stride(from: 0, to: xs.count - 1, by: 2) {
                let first = max(
                    0,
                    min(columns, Int(max(-1, min(Double(columns), ((xs[pair] - box.minX) / step - 0.5).rounded(.up))))))
                let end = max(
                    first,
                    min(
                        columns,
                        Int(max(-1, min(Double(columns), ((xs[pair + 1] - box.minX) / step - 0.5).rounded(.up))))))
                for column in first..<end { inside[row * columns + column] = true }
            }
        }
        return inside
    }

    /// Chamfer distances (G. Borgefors, Distance Transformations in Digital Images, 1986): steps of 1 and √2.
    private static func clearances(of inside: [Bool], columns: Int, rows: Int) -> [Float] {
        var distances = inside.map { $0 ? Float.infinity : 0 }
        let diagonal = Float(2).squareRoot()
        func at(_ column: Int, _ row: Int) -> Float {
            column < 0 || row < 0 || column >= columns || row >= rows ? 0 : distances[row * columns + column]
        }
        for row in 0..<rows {
            for column in 0..<columns where inside[row * columns + column] {
                distances[row * columns + column] = min(
                    at(column - 1, row) + 1, at(column, row - 1) + 1, at(column - 1, row - 1) + diagonal,
                    at(column + 1, row - 1) + diagonal)
            }
        }
        for row in (0..<rows).reversed() {
            for column in (0..<columns).reversed() where inside[row * columns + column] {
                distances[row * columns + column] = min(
                    distances[row * columns + column],
                    min(
                        at(column + 1, row) + 1, at(column, row + 1) + 1, at(column + 1, row + 1) + diagonal,
                        at(column - 1, row + 1) + diagonal))
            }
        }
        return distances
    }

    private func cell(_ value: Double, from origin: Double) -> Int {
        Int(max(-1e6, min(1e6, ((value - origin) / step).rounded(.down))))
    }

    func contains(_ point: Point) -> Bool {
        let (column, row) = (cell(point.x, from: bounds.minX), cell(point.y, from: bounds.minY))
        return column >= 0 && row >= 0 && column < columns && row < rows && clearances[row * columns + column] > 0
    }

    /// Whether all of a box lies inside.
    func contains(_ box: Rectangle) -> Bool {
        let (left, right) = (cell(box.minX, from: bounds.minX), cell(box.maxX, from: bounds.minX))
        let (top, bottom) = (cell(box.minY, from: bounds.minY), cell(box.maxY, from: bounds.minY))
        guard left >= 0, top >= 0, right < columns, bottom < rows else { return false }
        func sum(_ column: Int, _ row: Int) -> Int32 { sums[row * (columns + 1) + column] }
        let count = sum(right + 1, bottom + 1) - sum(left, bottom + 1) - sum(right + 1, top) + sum(left, top)
        return Int(count) == (right - left + 1) * (bottom - top + 1)
    }

    /// Places inside, the roomiest and most central first: the pole of inaccessibility for an area as broad as high,
    /// and others, since a label is wide and low and may have to make room.
    func places() -> [Point] {
        let stride = max(1, Int(max(3, max(bounds.width, bounds.height) / 28) / step))
        var found: [(point: Point, score: Double)] = []
        func consider(_ column: Int, _ row: Int) {
            let clearance = clearances[row * columns + column]
            guard clearance > 0 else { return }
            let point = Point(bounds.minX + (Double(column) + 0.5) * step, bounds.minY + (Double(row) + 0.5) * step)
            let (dx, dy) = (point.x - centroid.x, point.y - centroid.y)
            found.append((point, Double(clearance) * step - 0.35 * (dx * dx + dy * dy).squareRoot()))
        }
        for row in Swift.stride(from: stride / 2, to: rows, by: stride) {
            for column in Swift.stride(from: stride / 2, to: columns, by: stride) { consider(column, row) }
        }
        if contains(centroid) { consider(cell(centroid.x, from: bounds.minX), cell(centroid.y, from: bounds.minY)) }
        if let pole = clearances.indices.max(by: { clearances[$0] < clearances[$1] }) {
            consider(pole % columns, pole / columns)
        }
        return found.sorted { ($0.score, $1.point.x, $1.point.y) > ($1.score, $0.point.x, $0.point.y) }.map(\.point)
    }

    /// The middle line of a long area that does not lie level, from left to right: a parabola through the middles of
    /// its widths, measured across its principal axis. Nil for any other area.
    var spine: [Point]? {
        let stride = max(1, max(columns, rows) / 40)
        var cells: [Point] = []
        for row in Swift.stride(from: stride / 2, to: rows, by: stride) {
            for column in Swift.stride(from: stride / 2, to: columns, by: stride)
            where clearances[row * columns + column] > 0 {
                cells.append(
                    Point(bounds.minX + (Double(column) + 0.5) * step, bounds.minY + (Double(row) + 0.5) * step))
            }
        }
        guard cells.count >= 12 else { return nil }
        let count = Double(cells.count)
        let mean = Point(cells.reduce(0) { $0 + $1.x } / count, cells.reduce(0) { $0 + $1.y } / count)
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for cell in cells {
            let (dx, dy) = (cell.x - mean.x, cell.y - mean.y)
            xx += dx * dx
            xy += dx * dy
            yy += dy * dy
        }
        let turn = 0.5 * atan2(2 * xy, xx - yy)
        let spread = ((xx - yy) * (xx - yy) / 4 + xy * xy).squareRoot()
        let (most, least) = ((xx + yy) / 2 + spread, (xx + yy) / 2 - spread)
        // At least about one and a half times as long as wide, and not level.
        guard most > 2.4 * max(least, 1e-9), abs(sin(turn)) > 0.2 else { return nil }
        var axis = Point(cos(turn), sin(turn))
        if axis.x < 0 { axis = Point(-axis.x, -axis.y) }
        // Least squares of a parabola over all cells.
        var sums = [Double](repeating: 0, count: 5)
        var right = [Double](repeating: 0, count: 3)
        var (low, high) = (Double.infinity, -Double.infinity)
        let scale = max(bounds.width, bounds.height)
        for cell in cells {
            let (dx, dy) = ((cell.x - mean.x) / scale, (cell.y - mean.y) / scale)
            let (u, v) = (dx * axis.x + dy * axis.y, -dx * axis.y + dy * axis.x)
            low = min(low, u)
            high = max(high, u)
            var power = 1.0
            for index in 0..<5 {
                sums[index] += power
                if index < 3 { right[index] += power * v }
                power *= u
            }
        }
        guard let (a, b, c) = Interior.parabola(sums, right) else { return nil }
        return (0...24).map { index in
            let u = low + (high - low) * Double(index) / 24
            let v = a + b * u + c * u * u
            return Point(mean.x + (u * axis.x - v * axis.y) * scale, mean.y + (u * axis.y + v * axis.x) * scale)
        }
    }

    /// The normal equations of a parabola by Cramer's rule.
    private static func parabola(_ s: [Double], _ r: [Double]) -> (Double, Double, Double)? {
        func determinant(_ a: [Double]) -> Double {
            a[0] * (a[4] * a[8] - a[5] * a[7]) - a[1] * (a[3] * a[8] - a[5] * a[6]) + a[2] * (a[3] * a[7] - a[4] * a[6])
        }
        let whole = determinant([s[0], s[1], s[2], s[1], s[2], s[3], s[2], s[3], s[4]])
        guard abs(whole) > 1e-12 else { return nil }
        return (
            determinant([r[0], s[1], s[2], r[1], s[2], s[3], r[2], s[3], s[4]]) / whole,
            determinant([s[0], r[0], s[2], s[1], r[1], s[3], s[2], r[2], s[4]]) / whole,
            determinant([s[0], s[1], r[0], s[1], s[2], r[1], s[2], s[3], r[2]]) / whole
        )
    }

    private static func area(_ ring: [Point]) -> Double {
        guard var last = ring.last else { return 0 }
        var total = 0.0
        for point in ring {
            total += last.x * point.y - point.x * last.y
            last = point
        }
        return total / 2
    }

    private static func centroid(_ ring: [Point]) -> Point {
        guard var last = ring.last else { return .zero }
        var (x, y, weight) = (0.0, 0.0, 0.0)
        for point in ring {
            let cross = last.x * point.y - point.x * last.y
            x += (last.x + point.x) * cross
            y += (last.y + point.y) * cross
            weight += 3 * cross
            last = point
        }
        return weight == 0 ? last : Point(x / weight, y / weight)
    }
}
