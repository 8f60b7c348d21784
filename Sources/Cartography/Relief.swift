import Documents
import Figures
import Geodata
import Geography
import SceneGraph

/// Light and shade of the world's land, laid over what is drawn so far (`Data/geo/PROVENANCE.md`).
struct Relief {
    /// Longitude and latitude evenly spaced, from the north-west corner; a middle grey is flat.
    private let grid: Shades

    static let credit = "Shaded relief: Tom Patterson"
    /// Pixels a figure unit, and how many across at the most.
    private static let resolution = 1.5
    private static let most = 2400
    /// Pixels of the picture between places whose longitude and latitude are computed; those between are in proportion.
    private static let stride = 8

    init(in context: FigureContext) throws(Diagnostic) {
        guard let coding = context.pictures, let bytes = BundledGeodata.contents(of: "relief.jpg") else {
            throw Diagnostic("the map's relief cannot be read here", cause: .missingPart)
        }
        grid = Shades(try coding.pixels(bytes, "relief.jpg"))
    }

    /// The picture of a frame, transparent where the land is flat and off the earth.
    ///
    /// - Parameter strength: of light and shade, from 0 to 1.
    func picture(of frame: Rectangle, through projection: Projection, strength: Double) -> PixelGrid {
        let scale = min(Self.resolution, Double(Self.most) / max(1, frame.width))
        let (width, height) = (max(1, Int(frame.width * scale)), max(1, Int(frame.height * scale)))
        // A picture that is coarser than the file shows the means of what it gathers, which are flatter.
        let degree = max(1e-6, projection.scale * scale * .pi / 180)
        let gathered = max(1, min(12, Int((Double(grid.width) / 360 / degree).rounded())))
        let grid = grid.gathered(gathered)
        let gain = 1.2 * Double(gathered).squareRoot()
        let net = Net(frame: frame, width: width, height: height, stride: Self.stride, projection: projection)
        var pixels = [UInt8](repeating: 0, count: 4 * width * height)
        for row in 0..<height {
            for column in 0..<width {
                guard let place = net.place(column: column, row: row) else { continue }
                let slope = (grid.light(at: place) - 128) / 127 * gain
                // What is nearly flat is flat: the file's own noise.
                guard abs(slope) > 0.03 else { continue }
                let start = 4 * (row * width + column)
                let (tone, most): (UInt8, Double) = slope > 0 ? (255, 0.5) : (0, 0.42)
                for part in 0..<3 { pixels[start + part] = tone }
                pixels[start + 3] = UInt8((min(1, abs(slope)) * most * strength * 255 / 4).rounded() * 4)
            }
        }
        return PixelGrid(width: width, height: height, pixels: pixels)
    }
}

/// Greys over longitude and latitude.
private struct Shades {
    let width: Int
    private let height: Int
    private let greys: [UInt8]

    init(_ picture: PixelGrid) {
        width = picture.width
        height = picture.height
        greys = Swift.stride(from: 0, to: picture.pixels.count, by: 4).map { picture.pixels[$0] }
    }

    private init(width: Int, height: Int, greys: [UInt8]) {
        self.width = width
        self.height = height
        self.greys = greys
    }

    /// The means of squares so many pixels wide.
    func gathered(_ count: Int) -> Shades {
        guard count > 1 else { return self }
        let (columns, rows) = (width / count, height / count)
        var means: [UInt8] = []
        means.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                var sum = 0
                for line in row * count..<(row + 1) * count {
                    for place in line * width + column * count..<line * width + (column + 1) * count {
                        sum += Int(greys[place])
                    }
                }
                means.append(UInt8(sum / (count * count)))
            }
        }
        return Shades(width: columns, height: rows, greys: means)
    }

    /// The grey of a place, in proportion between the four nearest.
    func light(at place: Coordinate) -> Double {
        let x = (place.longitude + 180) / 360 * Double(width) - 0.5
        let y = (90 - place.latitude) / 180 * Double(height) - 0.5
        let (left, top) = (x.rounded(.down), y.rounded(.down))
        func grey(_ column: Int, _ row: Int) -> Double {
            let around = ((column % width) + width) % width
            return Double(greys[max(0, min(height - 1, row)) * width + around])
        }
        let (column, row) = (Int(left), Int(top))
        let (across, down) = (x - left, y - top)
        let above = grey(column, row) * (1 - across) + grey(column + 1, row) * across
        let below = grey(column, row + 1) * (1 - across) + grey(column + 1, row + 1) * across
        return above * (1 - down) + below * down
    }
}

/// The places under a picture's pixels, computed every few of them.
private struct Net {
    /// The places at the corners of a mesh, where they are near each other.
    private struct Mesh {
        var northWest: Coordinate
        var northEast: Coordinate
        var southWest: Coordinate
        var southEast: Coordinate

        /// Nil at the earth's edge and across 180°, where between two places there may be anything.
        init?(_ corners: [Coordinate?]) {
            let known = corners.compactMap { $0 }
            let longitudes = known.map(\.longitude)
            guard known.count == 4, (longitudes.max() ?? 0) - (longitudes.min() ?? 0) < 20,
                known.allSatisfy({ abs($0.latitude) < 88 })
            else { return nil }
            (northWest, northEast, southWest, southEast) = (known[0], known[1], known[2], known[3])
        }

        func place(across: Double, down: Double) -> Coordinate {
            func between(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
                let above = a * (1 - across) + b * across
                let below = c * (1 - across) + d * across
                return above * (1 - down) + below * down
            }
            return Coordinate(
                between(northWest.longitude, northEast.longitude, southWest.longitude, southEast.longitude),
                between(northWest.latitude, northEast.latitude, southWest.latitude, southEast.latitude))
        }
    }

    private let frame: Rectangle
    private let scale: Double
    private let stride: Int
    /// Meshes in a row.
    private let columns: Int
    private let meshes: [Mesh?]
    private let projection: Projection

    init(frame: Rectangle, width: Int, height: Int, stride: Int, projection: Projection) {
        self.frame = frame
        self.stride = stride
        self.projection = projection
        let scale = Double(width) / max(1e-9, frame.width)
        self.scale = scale
        let (columns, rows) = (width / stride + 1, height / stride + 1)
        self.columns = columns
        let places = (0...rows).map { row in
            (0...columns).map { column in
                Self.place(at: Self.point(column * stride, row * stride, frame, scale), projection)
            }
        }
        meshes = (0..<rows).flatMap { row in
            (0..<columns).map { column in
                Mesh([
                    places[row][column], places[row][column + 1], places[row + 1][column],
                    places[row + 1][column + 1],
                ])
            }
        }
    }

    private static func point(_ column: Int, _ row: Int, _ frame: Rectangle, _ scale: Double) -> Point {
        Point(frame.minX + (Double(column) + 0.5) / scale, frame.minY + (Double(row) + 0.5) / scale)
    }

    /// Nil off the earth: where the place of a point is not drawn there.
    private static func place(at point: Point, _ projection: Projection) -> Coordinate? {
        guard let place = projection.invert(point), let drawn = projection.project(place),
            abs(drawn.x - point.x) + abs(drawn.y - point.y) < 0.5
        else { return nil }
        return place
    }

    func place(column: Int, row: Int) -> Coordinate? {
        guard let mesh = meshes[row / stride * columns + column / stride] else {
            return Self.place(at: Self.point(column, row, frame, scale), projection)
        }
        return mesh.place(
            across: Double(column % stride) / Double(stride), down: Double(row % stride) / Double(stride))
    }
}

extension MapCanvas {
    /// Lays the relief over the land that is drawn.
    mutating func drawRelief(strength: Double) {
        do throws(Diagnostic) {
            guard let coding = context.pictures else { throw Diagnostic("no pictures can be made here") }
            let grid = try library.relief().picture(of: frame, through: projection, strength: strength)
            nodes.append(
                Node(
                    id: "\(name)/relief", role: "map-relief", bounds: frame,
                    content: .image(Image(png: try coding.png(grid), frame: frame))))
        } catch {
            var problem = error
            problem.file = file
            problem.path = "relief"
            problems.add(problem)
        }
    }
}
