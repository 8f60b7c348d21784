/// Finds the `coordinates` of a GeoJSON file in its bytes and reads their numbers without building a tree of them.
///
/// What is found is taken out of the file and a number put in its place, the position of the coordinates in `found`;
/// line breaks stay, so that what is read of the rest still knows its line.
struct CoordinateScanner {
    enum Coordinates: Sendable {
        case position(Coordinate)
        case line([Coordinate])
        case lines([[Coordinate]])
        case polygons([[[Coordinate]]])
    }

    private(set) var found: [Coordinates] = []
    private(set) var rest: [UInt8] = []

    /// Nil where anything in the coordinates is not plain, or out of range: then the slow way says what it is.
    init?(_ contents: [UInt8], range: CoordinateRange) {
        var found: [Coordinates] = []
        var rest: [UInt8] = []
        rest.reserveCapacity(min(contents.count, 1 << 20))
        let isPlain = contents.withUnsafeBufferPointer { bytes -> Bool in
            var scanner = PositionScanner(bytes: bytes, position: 0, range: range)
            var kept = 0
            while let key = scanner.nextKey() {
                switch key {
                case .properties:
                    guard scanner.skipValue() else { return false }
                case .coordinates:
                    let start = scanner.position
                    guard let coordinates = scanner.coordinates() else { return false }
                    rest.append(contentsOf: bytes[kept..<start])
                    rest.append(contentsOf: String(found.count).utf8)
                    for _ in 0..<scanner.lineBreaks { rest.append(0x0A) }
                    scanner.lineBreaks = 0
                    kept = scanner.position
                    found.append(coordinates)
                }
            }
            rest.append(contentsOf: bytes[kept...])
            return true
        }
        guard isPlain else { return nil }
        self.found = found
        self.rest = rest
    }
}

private struct PositionScanner {
    enum Key { case properties, coordinates }

    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int
    let range: CoordinateRange
    /// Within the coordinates that were read last.
    var lineBreaks = 0

    private static let coordinatesKey = Array("coordinates".utf8)
    private static let propertiesKey = Array("properties".utf8)

    /// Goes on to the value of the next member with one of the two names.
    mutating func nextKey() -> Key? {
        while position < bytes.count {
            guard bytes[position] == UInt8(ascii: "\"") else {
                position += 1
                continue
            }
            let start = position + 1
            skipString()
            let length = position - 1 - start
            let isCoordinates = length == 11 && matches(start, PositionScanner.coordinatesKey)
            guard isCoordinates || (length == 10 && matches(start, PositionScanner.propertiesKey)) else { continue }
            var next = position
            while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
            guard next < bytes.count, bytes[next] == UInt8(ascii: ":") else { continue }
            next += 1
            while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
            position = next
            return isCoordinates ? .coordinates : .properties
        }
        return nil
    }

    private func matches(_ start: Int, _ key: [UInt8]) -> Bool {
        for index in key.indices where bytes[start + index] != key[index] { return false }
        return true
    }

    /// From a quotation mark to behind the one that ends the string.
    private mutating func skipString() {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
            position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
        }
        position += 1
    }

    /// Over an object or list, or not at all over anything shorter.
    mutating func skipValue() -> Bool {
        var depth = 0
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0 {
                    position += depth < 0 ? 0 : 1
                    return true
                }
            case UInt8(ascii: "\""):
                skipString()
                if depth == 0 { return true }
                continue
            case UInt8(ascii: ","): if depth == 0 { return true }
            default: break
            }
            position += 1
        }
        return false
    }

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 {
            if bytes[position] == 0x0A { lineBreaks += 1 }
            position += 1
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func coordinates() -> CoordinateScanner.Coordinates? {
        // How deep the lists are says what it is.
        var depth = 0
        var look = position
        while look < bytes.count, bytes[look] == UInt8(ascii: "[") || bytes[look] <= 0x20 {
            if bytes[look] == UInt8(ascii: "[") { depth += 1 }
            look += 1
        }
        switch depth {
        case 1: return place().map { .position($0) }
        case 2: return line().map { .line($0) }
        case 3: return lines().map { .lines($0) }
        case 4: return list { $0.lines() }.map { .polygons($0) }
        default: return nil
        }
    }

    private mutating func list<Item>(_ item: (inout PositionScanner) -> Item?) -> [Item]? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var items: [Item] = []
        repeat {
            guard let next = item(&self) else { return nil }
            items.append(next)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? items : nil
    }

    private mutating func lines() -> [[Coordinate]]? { list { $0.line() } }

    private mutating func line() -> [Coordinate]? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var line: [Coordinate] = []
        repeat {
            guard let next = place() else { return nil }
            line.append(next)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? line : nil
    }

    private mutating func place() -> Coordinate? {
        guard take(UInt8(ascii: "[")), let x = number(), take(UInt8(ascii: ",")), let y = number() else { return nil }
        // A height, and whatever else stands after it, is not used.
        while take(UInt8(ascii: ",")) { guard number() != nil else { return nil } }
        let place = Coordinate(x, y)
        return take(UInt8(ascii: "]")) && range.allows(place) ? place : nil
    }

    private mutating func number() -> Double? {
        skipSpace()
        let start = position
        var negative = false
        if position < bytes.count, bytes[position] == UInt8(ascii: "-") {
            negative = true
            position += 1
        }
        var mantissa: UInt64 = 0
        var digits = 0
        var decimals = 0
        var afterPoint = false
        while position < bytes.count {
            let byte = bytes[position]
            if byte >= 0x30, byte <= 0x39 {
                mantissa = mantissa &* 10 &+ UInt64(byte - 0x30)
                digits += 1
                if afterPoint { decimals += 1 }
            } else if byte == UInt8(ascii: "."), !afterPoint, digits > 0 {
                afterPoint = true
            } else {
                break
            }
            position += 1
        }
        guard digits > 0, position < bytes.count, !afterPoint || decimals > 0 else { return nil }
        let hasExponent = bytes[position] == UInt8(ascii: "e") || bytes[position] == UInt8(ascii: "E")
        if digits <= 15, !hasExponent {
            let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
            return negative ? -value : value
        }
        // Longer than a double holds, or with an exponent: as the standard library reads it.
        while position < bytes.count,
            bytes[position] >= 0x30 && bytes[position] <= 0x39 || bytes[position] == UInt8(ascii: "e")
                || bytes[position] == UInt8(ascii: "E") || bytes[position] == UInt8(ascii: "+")
                || bytes[position] == UInt8(ascii: "-")
        {
            position += 1
        }
        guard position - start <= 60 else { return nil }
        return Double(String(decoding: bytes[start..<position], as: UTF8.self))
    }
}

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
