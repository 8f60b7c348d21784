/// Why a file of Arrow's cannot be read.
struct ArrowProblem: Error {
    var message: String
    init(_ message: String) { self.message = message }

    static let short = ArrowProblem("it ends before its columns do, or says that they are longer than they are")
}

/// The bytes that the buffers of a batch lie in.
struct ArrowBody {
    var bytes: ArraySlice<UInt8>
    var codec: ArrowCodec?
}

/// The buffers of a batch, one after another; every length is checked before anything is read or made.
struct ArrowBuffers {
    private let body: ArrowBody
    private var places: ArraySlice<(Int, Int)>

    init(_ body: ArrowBody, places: [(Int, Int)]) {
        self.body = body
        self.places = places[...]
    }

    mutating func skip() throws(ArrowProblem) { guard places.popFirst() != nil else { throw .short } }

    private mutating func next() throws(ArrowProblem) -> ArraySlice<UInt8> {
        guard let (offset, length) = places.popFirst(), offset >= 0, length >= 0,
            offset <= body.bytes.count, length <= body.bytes.count - offset
        else { throw .short }
        let start = body.bytes.startIndex + offset
        let bytes = body.bytes[start..<start + length]
        guard let codec = body.codec, length > 0 else { return bytes }
        guard length >= 8 else { throw .short }
        let size = Int(truncatingIfNeeded: Self.whole(bytes, bytes.startIndex, 8))
        let packed = bytes.dropFirst(8)
        if size == -1 { return packed }
        guard size >= 0, size <= ArrowFormat.mostBytes else { throw ArrowProblem("a column of it is too large") }
        return try codec.unpacked(packed, size: size)[...]
    }

    private static func whole(_ bytes: ArraySlice<UInt8>, _ place: Int, _ size: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in (0..<size).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
        return value
    }

    private static func checked(_ bytes: ArraySlice<UInt8>, _ count: Int, size: Int) throws(ArrowProblem) {
        guard count <= bytes.count / size else { throw .short }
    }

    /// Whether a row has a value.
    mutating func validity(_ count: Int, _ nulls: Int) throws(ArrowProblem) -> (Int) -> Bool {
        let bytes = try next()
        if nulls == 0 || bytes.isEmpty { return { _ in true } }
        try Self.checked(bytes, (count + 7) / 8, size: 1)
        return { bytes[bytes.startIndex + $0 / 8] >> ($0 % 8) & 1 == 1 }
    }

    mutating func bits(_ count: Int) throws(ArrowProblem) -> [Bool] {
        let bytes = try next()
        try Self.checked(bytes, (count + 7) / 8, size: 1)
        return (0..<count).map { bytes[bytes.startIndex + $0 / 8] >> ($0 % 8) & 1 == 1 }
    }

    mutating func integers(_ count: Int, _ bits: Int, _ isSigned: Bool) throws(ArrowProblem) -> [Double] {
        try wholes(count, bits).map { isSigned ? Double(Self.signed($0, bits)) : Double($0) }
    }

    mutating func longIntegers(_ count: Int, _ isSigned: Bool) throws(ArrowProblem) -> [DataValue] {
        try wholes(count, 64).map { value in
            let signed = Int64(bitPattern: value)
            if isSigned ? signed.magnitude <= 1 << 53 : value <= 1 << 53 { return .number(Double(signed)) }
            return .string(isSigned ? String(signed) : String(value))
        }
    }

    private mutating func wholes(_ count: Int, _ bits: Int) throws(ArrowProblem) -> [UInt64] {
        guard [8, 16, 32, 64].contains(bits) else { throw ArrowProblem("it has numbers of \(bits) bits") }
        let (bytes, size) = (try next(), bits / 8)
        try Self.checked(bytes, count, size: size)
        return (0..<count).map { Self.whole(bytes, bytes.startIndex + $0 * size, size) }
    }

    private static func signed(_ value: UInt64, _ bits: Int) -> Int64 {
        Int64(bitPattern: value << (64 - UInt64(bits))) >> (64 - Int64(bits))
    }

    mutating func floats(_ count: Int, _ bits: Int) throws(ArrowProblem) -> [Double] {
        try wholes(count, bits).map { value in
            switch bits {
            case 64: Double(bitPattern: value)
            case 32: Double(Float(bitPattern: UInt32(truncatingIfNeeded: value)))
            default: Self.half(UInt16(truncatingIfNeeded: value))
            }
        }
    }

    /// IEEE 754 binary16.
    private static func half(_ bits: UInt16) -> Double {
        let sign = bits >> 15 == 1 ? -1.0 : 1, exponent = Int(bits >> 10 & 31), fraction = Double(bits & 1023) / 1024
        if exponent == 31 { return fraction == 0 ? sign * .infinity : .nan }
        let scale = Double(sign: .plus, exponent: max(1, exponent) - 15, significand: 1)
        return sign * scale * (exponent == 0 ? fraction : 1 + fraction)
    }

    /// Two's complement of 4, 8, 16 or 32 bytes.
    mutating func decimals(_ count: Int, _ bits: Int, _ scale: Int) throws(ArrowProblem) -> [Double] {
        guard [32, 64, 128, 256].contains(bits), (-400...400).contains(scale) else {
            throw ArrowProblem("it has decimals of \(bits) bits")
        }
        let (bytes, size) = (try next(), bits / 8)
        try Self.checked(bytes, count, size: size)
        return (0..<count).map { row in
            let own = bytes[(bytes.startIndex + row * size)..<(bytes.startIndex + (row + 1) * size)]
            return Self.decimal(own, scale: scale)
        }
    }

    /// By way of its digits, so that 0.1 is the 0.1 that everybody reads.
    private static func decimal(_ bytes: ArraySlice<UInt8>, scale: Int) -> Double {
        let isNegative = (bytes.last ?? 0) >> 7 == 1
        var words = bytes.map { isNegative ? ~$0 : $0 }
        if isNegative { for index in words.indices { words[index] &+= 1; if words[index] != 0 { break } } }
        var digits: [UInt8] = []
        while words.contains(where: { $0 != 0 }) {
            var rest = 0
            for index in words.indices.reversed() {
                let value = rest << 8 | Int(words[index])
                (words[index], rest) = (UInt8(value / 10), value % 10)
            }
            digits.append(UInt8(48 + rest))
        }
        let whole = digits.isEmpty ? "0" : String(decoding: digits.reversed(), as: UTF8.self)
        return Double((isNegative ? "-" : "") + whole + "e\(-scale)") ?? 0
    }

    mutating func texts(_ count: Int, offsetBits: Int) throws(ArrowProblem) -> [String] {
        // No offsets at all where there are no rows.
        let offsets =
            try count == 0
            ? { () throws(ArrowProblem) in
                try skip(); return []
            }() : wholes(count + 1, offsetBits)
        let bytes = try next()
        var texts: [String] = []
        texts.reserveCapacity(count)
        for (start, end) in zip(offsets, offsets.dropFirst()) {
            guard start <= end, end <= UInt64(bytes.count) else { throw .short }
            texts.append(
                String(decoding: bytes[(bytes.startIndex + Int(start))..<(bytes.startIndex + Int(end))], as: UTF8.self))
        }
        return texts
    }

    /// Views: short texts stand in the view itself, longer ones in one of the buffers after it.
    mutating func viewedTexts(_ count: Int, further: Int) throws(ArrowProblem) -> [String] {
        let views = try next()
        try Self.checked(views, count, size: 16)
        guard further >= 0, further <= places.count else { throw .short }
        var buffers: [ArraySlice<UInt8>] = []
        for _ in 0..<further { buffers.append(try next()) }
        var texts: [String] = []
        for row in 0..<count {
            let start = views.startIndex + 16 * row
            let length = Int(Self.whole(views, start, 4))
            if length <= 12 {
                texts.append(String(decoding: views[start + 4..<start + 4 + length], as: UTF8.self))
                continue
            }
            let index = Int(Self.whole(views, start + 8, 4)), offset = Int(Self.whole(views, start + 12, 4))
            guard index < buffers.count, offset + length <= buffers[index].count else { throw .short }
            let first = buffers[index].startIndex + offset
            texts.append(String(decoding: buffers[index][first..<first + length], as: UTF8.self))
        }
        return texts
    }
}
