/// Finds the `arcs` of a TopoJSON file in its bytes and reads their numbers without building a tree of them.
enum ArcScanner {
    /// The arcs, and the file with an empty list in their place; nil where they are not found or not plain.
    static func split(_ contents: [UInt8]) -> (arcs: [[(Double, Double)]], rest: [UInt8])? {
        contents.withUnsafeBufferPointer { bytes -> ([[(Double, Double)]], [UInt8])? in
            guard let start = findTopLevelArcs(bytes) else { return nil }
            var scanner = NumberScanner(bytes: bytes, position: start)
            guard let arcs = scanner.arcs() else { return nil }
            var rest: [UInt8] = []
            rest.reserveCapacity(bytes.count - (scanner.position - start) + 2)
            rest.append(contentsOf: bytes[..<start])
            rest.append(UInt8(ascii: "["))
            rest.append(UInt8(ascii: "]"))
            rest.append(contentsOf: bytes[scanner.position...])
            return (arcs, rest)
        }
    }

    /// The position of the `[` of the outermost object's member `arcs`.
    private static func findTopLevelArcs(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        let key = Array("\"arcs\"".utf8)
        var depth = 0
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                let begin = index
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
                if depth == 1, index - begin + 1 == key.count, index < bytes.count,
                    zip(bytes[begin...index], key).allSatisfy({ $0 == $1 })
                {
                    var next = index + 1
                    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
                    guard next < bytes.count, bytes[next] == UInt8(ascii: ":") else {
                        index += 1
                        continue
                    }
                    next += 1
                    while next < bytes.count, bytes[next] <= 0x20 { next += 1 }
                    return next < bytes.count && bytes[next] == UInt8(ascii: "[") ? next : nil
                }
            default: break
            }
            index += 1
        }
        return nil
    }
}

private struct NumberScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int

    private mutating func skipSpace() {
        while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    mutating func arcs() -> [[(Double, Double)]]? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var arcs: [[(Double, Double)]] = []
        if take(UInt8(ascii: "]")) { return arcs }
        repeat {
            guard let arc = arc() else { return nil }
            arcs.append(arc)
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? arcs : nil
    }

    private mutating func arc() -> [(Double, Double)]? {
        guard take(UInt8(ascii: "[")) else { return nil }
        var positions: [(Double, Double)] = []
        if take(UInt8(ascii: "]")) { return positions }
        repeat {
            guard take(UInt8(ascii: "[")), let x = number(), take(UInt8(ascii: ",")), let y = number() else {
                return nil
            }
            // A height, and whatever else stands after it, is not used.
            while take(UInt8(ascii: ",")) { guard number() != nil else { return nil } }
            guard take(UInt8(ascii: "]")) else { return nil }
            positions.append((x, y))
        } while take(UInt8(ascii: ","))
        return take(UInt8(ascii: "]")) ? positions : nil
    }

    /// Digits with at most one point; anything longer or with an exponent goes the slow way.
    private mutating func number() -> Double? {
        skipSpace()
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
            } else if byte == UInt8(ascii: "."), !afterPoint {
                afterPoint = true
            } else {
                break
            }
            position += 1
        }
        guard digits > 0, digits <= 15, position < bytes.count else { return nil }
        if bytes[position] == UInt8(ascii: "e") || bytes[position] == UInt8(ascii: "E") { return nil }
        let value = decimals == 0 ? Double(mantissa) : Double(mantissa) / powersOfTen[decimals]
        return negative ? -value : value
    }
}

private let powersOfTen: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
]
