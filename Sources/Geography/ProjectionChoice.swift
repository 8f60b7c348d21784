/// A projection that suits a part of the earth and what is to be read from the map, and why.
///
/// J. P. Snyder's order (Map Projections: A Working Manual, 1987, table 6) as B. Šavrič, B. Jenny and H. Jenny have
/// made it exact (Projection Wizard, The Cartographic Journal 53(2), 2016): the whole earth, then by size, by shape,
/// and by the latitude of the middle; standard parallels at a sixth of the height from either edge (Kavrayskiy's rule).
public struct ProjectionChoice: Sendable {
    /// What the map must keep true.
    public enum Purpose: String, Sendable, CaseIterable {
        /// Areas: they are coloured by value, or compared.
        case area
        /// Angles, and so the shapes of small things: a locator, a route.
        case shape
    }

    /// Degrees; `east` may be beyond 180 where the part reaches across it.
    public struct Extent: Sendable, Hashable {
        public var west: Double
        public var south: Double
        public var east: Double
        public var north: Double

        public init(west: Double, south: Double, east: Double, north: Double) {
            self.west = west
            self.south = max(-90, min(90, south))
            self.east = east < west ? east + 360 : east
            self.north = max(-90, min(90, north))
        }

        /// The smallest around some coordinates: the widest gap between their longitudes is outside. Nil where there
        /// are none.
        public init?(around geometries: [Geometry]) {
            var (south, north) = (Double.infinity, -Double.infinity)
            var isTaken = [Bool](repeating: false, count: 720)
            func take(_ coordinate: Coordinate) {
                guard coordinate.isFinite else { return }
                south = min(south, coordinate.latitude)
                north = max(north, coordinate.latitude)
                var turn = (coordinate.longitude / 360).truncatingRemainder(dividingBy: 1)
                if turn < 0 { turn += 1 }
                isTaken[min(719, Int(turn * 720))] = true
            }
            for geometry in geometries {
                if case .sphere = geometry {
                    self.init(west: -180, south: -90, east: 180, north: 90)
                    return
                }
                geometry.forEachCoordinate(take)
            }
            guard south <= north else { return nil }
            var (gapStart, gapLength) = (0, 0)
            var run = 0
            for index in 0..<1440 {
                if isTaken[index % 720] {
                    run = 0
                } else {
                    run += 1
                    if run > gapLength, run <= 720 { (gapStart, gapLength) = (index - run + 1, run) }
                }
            }
            if gapLength < 10 {
                self.init(west: -180, south: south, east: 180, north: north)
            } else {
                var west = Double(gapStart + gapLength) / 2
                if west >= 180 { west -= 360 }
                if west >= 180 { west -= 360 }
                self.init(west: west, south: south, east: west + 360 - Double(gapLength) / 2, north: north)
            }
        }

        var width: Double { min(360, east - west) }
        var height: Double { north - south }
        var middle: Coordinate { Coordinate((west + east) / 2, (south + north) / 2) }
    }

    public let projection: Projection
    /// Why, for the note: areas true, the frame wide and in middle latitudes.
    public let reasons: [Reason]

    /// Why a projection suits a part of the earth.
    public enum Reason: String, Sendable, CaseIterable {
        case areas, angles
        case wholeEarth = "whole-earth", mostOfEarth = "most-of-earth", hemisphere
        case northPole = "north-pole", southPole = "south-pole"
        case higherThanWide = "higher-than-wide", asWideAsHigh = "as-wide-as-high"
        case lowLatitudes = "low-latitudes", middleLatitudes = "middle-latitudes"
    }

    public init(for extent: Extent, purpose: Purpose) {
        let middle = extent.middle
        let longitude = ProjectionChoice.rounded(middle.longitude)
        let latitude = ProjectionChoice.rounded(middle.latitude)
        func make(_ kind: ProjectionKind, parallels: [Double]? = nil, turnsTo latitude: Double = 0) -> Projection {
            var projection = Projection(kind)
            projection.center = Coordinate(0, 0)
            if let parallels { projection.parallels = parallels }
            projection.rotation = Rotation(-longitude, -latitude)
            return projection
        }
        let isWhole = extent.width >= 270 && extent.height >= 90 || extent.width >= 180 && extent.height >= 140
        if isWhole {
            self.init(make(.equalEarth), [.wholeEarth])
            return
        }
        if middle.latitude > 65 || middle.latitude < -65 || extent.width > 240 && abs(middle.latitude) > 40 {
            let pole = middle.latitude > 0 ? 90.0 : -90
            let kind: ProjectionKind = purpose == .area || extent.height > 60 ? .azimuthalEqualArea : .stereographic
            self.init(
                make(kind, turnsTo: pole),
                [kind.name == "stereographic" ? .angles : .areas, pole > 0 ? .northPole : .southPole])
            return
        }
        // Degrees of longitude shorten towards the poles.
        let breadth = extent.width * cosine(middle.latitude * .pi / 180)
        if breadth > 110 || extent.height > 100 {
            if extent.width >= 180, abs(middle.latitude) < 25 {
                self.init(make(.equalEarth), [.mostOfEarth])
            } else {
                self.init(make(.azimuthalEqualArea, turnsTo: latitude), [.hemisphere])
            }
            return
        }
        let truth = purpose == .area ? Reason.areas : .angles
        let ratio = breadth / max(extent.height, 1e-9)
        if ratio < 0.8 {
            self.init(
                purpose == .area ? make(.azimuthalEqualArea, turnsTo: latitude) : make(.transverseMercator),
                [truth, .higherThanWide])
        } else if ratio <= 1.25 {
            self.init(
                make(purpose == .area ? .azimuthalEqualArea : .stereographic, turnsTo: latitude),
                [truth, .asWideAsHigh])
        } else if abs(middle.latitude) < 15 || extent.south < 0 && extent.north > 0 && abs(middle.latitude) < 20 {
            self.init(
                purpose == .area
                    ? make(
                        .cylindricalEqualArea,
                        parallels: [max(0, ProjectionChoice.rounded(abs(middle.latitude) / 2 + extent.height / 6))])
                    : make(.mercator),
                [truth, .lowLatitudes])
        } else {
            let sixth = extent.height / 6
            let parallels = [
                ProjectionChoice.rounded(extent.south + sixth), ProjectionChoice.rounded(extent.north - sixth),
            ]
            self.init(
                make(purpose == .area ? .conicEqualArea : .conicConformal, parallels: parallels),
                [truth, .middleLatitudes])
        }
    }

    private init(_ projection: Projection, _ reasons: [Reason]) {
        self.projection = projection
        self.reasons = reasons
    }

    /// To whole degrees, which the note can state.
    private static func rounded(_ degrees: Double) -> Double {
        let whole = degrees.rounded()
        return whole == 0 ? 0 : whole
    }
}
