#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads SVG path data (SVG 2, section 9.3).
package enum SVGPath {
    /// The path, or nil where the text is none.
    package static func read(_ text: String) -> PathData? {
        var scanner = Scanner(text)
        var path = PathData()
        var current = Point.zero
        var start = Point.zero
        var control: Point?
        var command: Character = " "
        while let next = scanner.command(after: command) {
            command = next
            let relative = command.isLowercase
            func point(_ x: Double, _ y: Double) -> Point {
                relative ? Point(current.x + x, current.y + y) : Point(x, y)
            }
            switch Character(command.lowercased()) {
            case "m":
                guard let x = scanner.number(), let y = scanner.number() else { return nil }
                current = point(x, y)
                start = current
                path.move(to: current)
                command = relative ? "l" : "L"
                control = nil
            case "l":
                guard let x = scanner.number(), let y = scanner.number() else { return nil }
                current = point(x, y)
                path.line(to: current)
                control = nil
            case "h":
                guard let x = scanner.number() else { return nil }
                current = Point(relative ? current.x + x : x, current.y)
                path.line(to: current)
                control = nil
            case "v":
                guard let y = scanner.number() else { return nil }
                current = Point(current.x, relative ? current.y + y : y)
                path.line(to: current)
                control = nil
            case "c":
                guard let a = scanner.pair(), let b = scanner.pair(), let c = scanner.pair() else { return nil }
                let (p, q, r) = (point(a.0, a.1), point(b.0, b.1), point(c.0, c.1))
                path.cubic(p, q, to: r)
                (current, control) = (r, q)
            case "s":
                guard let b = scanner.pair(), let c = scanner.pair() else { return nil }
                let (q, r) = (point(b.0, b.1), point(c.0, c.1))
                let p = control.map { Point(2 * current.x - $0.x, 2 * current.y - $0.y) } ?? current
                path.cubic(p, q, to: r)
                (current, control) = (r, q)
            case "q":
                guard let a = scanner.pair(), let b = scanner.pair() else { return nil }
                let (p, r) = (point(a.0, a.1), point(b.0, b.1))
                path.quadratic(p, to: r)
                (current, control) = (r, p)
            case "t":
                guard let b = scanner.pair() else { return nil }
                let r = point(b.0, b.1)
                let p = control.map { Point(2 * current.x - $0.x, 2 * current.y - $0.y) } ?? current
                path.quadratic(p, to: r)
                (current, control) = (r, p)
            case "a":
                guard let radii = scanner.pair(), let turn = scanner.number(), let large = scanner.flag(),
                    let sweep = scanner.flag(),
                    let end = scanner.pair()
                else { return nil }
                let target = point(end.0, end.1)
                arc(&path, from: current, to: target, radii: radii, turn: turn, large: large, sweep: sweep)
                (current, control) = (target, nil)
            case "z":
                path.close()
                (current, control) = (start, nil)
            default: return nil
            }
            if path.verbs.count > 100_000 { return nil }
        }
        return scanner.isAtEnd && !path.isEmpty ? path : nil
    }

    /// From end points to centre (SVG 2, appendix B.2.4), then as curves of at most a quarter turn.
    private static func arc(
        _ path: inout PathData, from a: Point, to b: Point, radii: (Double, Double), turn: Double, large: Bool,
        sweep: Bool
    ) {
        var (rx, ry) = (abs(radii.0), abs(radii.1))
        guard rx > 0, ry > 0, a != b else {
            path.line(to: b)
            return
        }
        let phi = turn * .pi / 180
        let (c, s) = (cos(phi), sin(phi))
        let (dx, dy) = ((a.x - b.x) / 2, (a.y - b.y) / 2)
        let (x, y) = (c * dx + s * dy, -s * dx + c * dy)
        let excess = (x * x) / (rx * rx) + (y * y) / (ry * ry)
        if excess > 1 {
            rx *= excess.squareRoot()
            ry *= excess.squareRoot()
        }
        let under = max(
            0, (rx * rx * ry * ry - rx * rx * y * y - ry * ry * x * x) / (rx * rx * y * y + ry * ry * x * x))
        let factor = (large == sweep ? -1 : 1) * under.squareRoot()
        let (cx, cy) = (factor * rx * y / ry, -factor * ry * x / rx)
        let centre = Point(c * cx - s * cy + (a.x + b.x) / 2, s * cx + c * cy + (a.y + b.y) / 2)
        let first = atan2((y - cy) / ry, (x - cx) / rx)
        var sweepAngle = atan2((-y - cy) / ry, (-x - cx) / rx) - first
        if sweep, sweepAngle < 0 { sweepAngle += 2 * .pi }
        if !sweep, sweepAngle > 0 { sweepAngle -= 2 * .pi }
        var unit = PathData()
        unit.arc(center: .zero, radius: 1, from: first, to: first + sweepAngle)
        func placed(_ p: Point) -> Point {
            Point(centre.x + c * rx * p.x - s * ry * p.y, centre.y + s * rx * p.x + c * ry * p.y)
        }
        unit.forEach { element in
            if case .cubic(let p, let q, let r) = element { path.cubic(placed(p), placed(q), to: placed(r)) }
        }
    }

    private struct Scanner {
        private let bytes: [UInt8]
        private var at = 0

        init(_ text: String) { bytes = Array(text.utf8.prefix(200_000)) }

        var isAtEnd: Bool { at >= bytes.count }

        private mutating func skip() {
            while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ",") { at += 1 }
        }

        /// The next command; the one before again where a number follows.
        mutating func command(after before: Character) -> Character? {
            skip()
            guard at < bytes.count else { return nil }
            let scalar = UnicodeScalar(bytes[at])
            if scalar.properties.isAlphabetic {
                at += 1
                return Character(scalar)
            }
            return before == " " || before == "z" || before == "Z" ? nil : before
        }

        mutating func number() -> Double? {
            skip()
            let start = at
            var hasDot = false
            var hasExponent = false
            while at < bytes.count {
                let byte = bytes[at]
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") {
                    if at > start, bytes[at - 1] | 0x20 != UInt8(ascii: "e") { break }
                } else if byte == UInt8(ascii: ".") {
                    if hasDot || hasExponent { break }
                    hasDot = true
                } else if byte | 0x20 == UInt8(ascii: "e") {
                    if hasExponent || at == start { break }
                    hasExponent = true
                } else if byte < 0x30 || byte > 0x39 {
                    break
                }
                at += 1
            }
            return Double(String(decoding: bytes[start..<at], as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
        }

        mutating func pair() -> (Double, Double)? {
            guard let x = number(), let y = number() else { return nil }
            return (x, y)
        }

        mutating func flag() -> Bool? {
            skip()
            guard at < bytes.count, bytes[at] == 0x30 || bytes[at] == 0x31 else { return nil }
            at += 1
            return bytes[at - 1] == 0x31
        }
    }
}

package enum Turning {
    package static func turned(_ path: PathData, degrees: Double) -> PathData {
        let (c, s) = (cos(degrees * .pi / 180), sin(degrees * .pi / 180))
        return path.map { Point($0.x * c - $0.y * s, $0.x * s + $0.y * c) }
    }
}
