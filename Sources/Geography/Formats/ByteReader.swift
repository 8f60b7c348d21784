/// Numbers at places of a file, each nil beyond its end.
struct ByteReader {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var count: Int { bytes.count }

    func little32(_ offset: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - 4 else { return nil }
        let word =
            UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24
        return Int(Int32(bitPattern: word))
    }

    func big32(_ offset: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - 4 else { return nil }
        let word =
            UInt32(bytes[offset + 3]) | UInt32(bytes[offset + 2]) << 8 | UInt32(bytes[offset + 1]) << 16
            | UInt32(bytes[offset]) << 24
        return Int(Int32(bitPattern: word))
    }

    func little16(_ offset: Int) -> Int? {
        guard offset >= 0, offset <= bytes.count - 2 else { return nil }
        return Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    func double(_ offset: Int) -> Double? {
        guard offset >= 0, offset <= bytes.count - 8 else { return nil }
        return bytes.withUnsafeBytes {
            Double(bitPattern: UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
        }
    }
}
