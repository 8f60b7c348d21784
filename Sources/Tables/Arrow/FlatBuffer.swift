/// A table of a FlatBuffer (flatbuffers.dev, "Internals"): fields by number, each nil where it is left out or lies
/// outside the bytes.
struct FlatTable {
    private let bytes: ArraySlice<UInt8>
    /// Where the table begins, and its list of fields.
    private let start: Int
    private let fields: Int

    /// The table that the buffer is of.
    init?(root bytes: ArraySlice<UInt8>) {
        guard let offset = Self.number(UInt32.self, bytes, at: bytes.startIndex) else { return nil }
        self.init(bytes, at: bytes.startIndex + Int(offset))
    }

    private init?(_ bytes: ArraySlice<UInt8>, at start: Int) {
        guard let back = Self.number(Int32.self, bytes, at: start) else { return nil }
        let fields = start - Int(back)
        guard fields >= bytes.startIndex, Self.number(UInt16.self, bytes, at: fields) != nil else { return nil }
        self.bytes = bytes
        self.start = start
        self.fields = fields
    }

    private static func number<Value: FixedWidthInteger>(
        _ type: Value.Type, _ bytes: ArraySlice<UInt8>, at place: Int
    ) -> Value? {
        let size = MemoryLayout<Value>.size
        guard place >= bytes.startIndex, place <= bytes.endIndex - size else { return nil }
        var value = Value.zero
        for index in (0..<size).reversed() { value = value << 8 | Value(truncatingIfNeeded: bytes[place + index]) }
        return value
    }

    private func place(_ field: Int) -> Int? {
        guard let size = Self.number(UInt16.self, bytes, at: fields), 6 + 2 * field <= Int(size),
            let offset = Self.number(UInt16.self, bytes, at: fields + 4 + 2 * field), offset > 0
        else { return nil }
        return start + Int(offset)
    }

    func number<Value: FixedWidthInteger>(_ field: Int, _ type: Value.Type) -> Value? {
        place(field).flatMap { Self.number(type, bytes, at: $0) }
    }

    /// What a field points at.
    private func target(_ field: Int) -> Int? {
        guard let place = place(field), let offset = Self.number(UInt32.self, bytes, at: place) else { return nil }
        return place + Int(offset)
    }

    func table(_ field: Int) -> FlatTable? { target(field).flatMap { FlatTable(bytes, at: $0) } }

    func text(_ field: Int) -> String? {
        guard let (first, count) = list(field, size: 1) else { return nil }
        return String(decoding: bytes[first..<first + count], as: UTF8.self)
    }

    func tables(_ field: Int) -> [FlatTable] {
        guard let (first, count) = list(field, size: 4) else { return [] }
        return (0..<count).compactMap { index in
            let place = first + 4 * index
            return Self.number(UInt32.self, bytes, at: place).flatMap { FlatTable(bytes, at: place + Int($0)) }
        }
    }

    /// Pairs of whole numbers, as Arrow's nodes and buffers are.
    func pairs(_ field: Int) -> [(Int, Int)] {
        guard let (first, count) = list(field, size: 16) else { return [] }
        return (0..<count).compactMap { index in
            guard let one = Self.number(Int64.self, bytes, at: first + 16 * index),
                let other = Self.number(Int64.self, bytes, at: first + 16 * index + 8)
            else { return nil }
            return (Int(one), Int(other))
        }
    }

    func numbers(_ field: Int) -> [Int] {
        guard let (first, count) = list(field, size: 8) else { return [] }
        return (0..<count).compactMap { Self.number(Int64.self, bytes, at: first + 8 * $0).map { Int($0) } }
    }

    private func list(_ field: Int, size: Int) -> (first: Int, count: Int)? {
        guard let target = target(field), let count = Self.number(UInt32.self, bytes, at: target) else { return nil }
        let first = target + 4
        guard Int(count) * size <= bytes.endIndex - first else { return nil }
        return (first, Int(count))
    }
}
