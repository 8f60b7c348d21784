/// How a row of a PNG is written as differences (PNG, third edition, section 9). `distance` is the bytes of a pixel.
enum PNGFilter: UInt8, CaseIterable {
    case none, sub, up, average, paeth

    /// Writes a row as differences from what is left of it and above.
    ///
    /// - Parameter above: the row above as it is; zeros above the first.
    @inline(__always)
    func apply(
        _ row: UnsafePointer<UInt8>, above: UnsafePointer<UInt8>, count: Int, distance: Int,
        into target: UnsafeMutablePointer<UInt8>
    ) {
        switch self {
        case .none:
            target.update(from: row, count: count)
        case .sub:
            target.update(from: row, count: min(distance, count))
            var index = distance
            while index < count { target[index] = row[index] &- row[index &- distance]; index &+= 1 }
        case .up:
            var index = 0
            while index < count { target[index] = row[index] &- above[index]; index &+= 1 }
        case .average:
            var index = 0
            while index < count {
                let left = index < distance ? 0 : UInt16(row[index &- distance])
                target[index] = row[index] &- UInt8(truncatingIfNeeded: (left &+ UInt16(above[index])) >> 1)
                index &+= 1
            }
        case .paeth:
            var index = 0
            while index < count {
                let left = index < distance ? 0 : row[index &- distance]
                let corner = index < distance ? 0 : above[index &- distance]
                target[index] = row[index] &- PNGFilter.nearest(left, above[index], corner)
                index &+= 1
            }
        }
    }

    /// Turns the differences of a row back into what they were made of, where they stand.
    @inline(__always)
    func undo(
        _ row: UnsafeMutablePointer<UInt8>, above: UnsafePointer<UInt8>, count: Int, distance: Int
    ) {
        switch self {
        case .none: break
        case .sub:
            var index = distance
            while index < count { row[index] &+= row[index &- distance]; index &+= 1 }
        case .up:
            var index = 0
            while index < count { row[index] &+= above[index]; index &+= 1 }
        case .average:
            var index = 0
            while index < count {
                let left = index < distance ? 0 : UInt16(row[index &- distance])
                row[index] &+= UInt8(truncatingIfNeeded: (left &+ UInt16(above[index])) >> 1)
                index &+= 1
            }
        case .paeth:
            if distance == 3, count >= 3 { return undoPaethOfThree(row, above: above, count: count) }
            var index = 0
            while index < min(distance, count) { row[index] &+= above[index]; index &+= 1 }
            while index < count {
                row[index] &+= PNGFilter.nearest(row[index &- distance], above[index], above[index &- distance])
                index &+= 1
            }
        }
    }

    /// Most pictures have three samples a pixel: what is left and above of each is kept in registers.
    private func undoPaethOfThree(_ row: UnsafeMutablePointer<UInt8>, above: UnsafePointer<UInt8>, count: Int) {
        var (left0, left1, left2): (UInt8, UInt8, UInt8) = (0, 0, 0)
        var (corner0, corner1, corner2): (UInt8, UInt8, UInt8) = (0, 0, 0)
        var index = 0
        while index &+ 2 < count {
            let (above0, above1, above2) = (above[index], above[index &+ 1], above[index &+ 2])
            left0 = row[index] &+ PNGFilter.nearest(left0, above0, corner0)
            left1 = row[index &+ 1] &+ PNGFilter.nearest(left1, above1, corner1)
            left2 = row[index &+ 2] &+ PNGFilter.nearest(left2, above2, corner2)
            row[index] = left0
            row[index &+ 1] = left1
            row[index &+ 2] = left2
            (corner0, corner1, corner2) = (above0, above1, above2)
            index &+= 3
        }
    }

    /// Which of three neighbours is nearest to left + above − corner (section 9.4).
    @inline(__always)
    private static func nearest(_ left: UInt8, _ above: UInt8, _ corner: UInt8) -> UInt8 {
        let (a, b, c) = (Int32(left), Int32(above), Int32(corner))
        let (fromAbove, fromLeft) = (b &- c, a &- c)
        let (toLeft, toAbove, toCorner) = (abs(fromAbove), abs(fromLeft), abs(fromAbove &+ fromLeft))
        // Written so that it becomes moves and no jumps: which is nearest cannot be foretold.
        let nearer = toAbove < toLeft ? above : left
        return toCorner < min(toLeft, toAbove) ? corner : nearer
    }
}
