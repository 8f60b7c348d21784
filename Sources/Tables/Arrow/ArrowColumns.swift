/// The columns of one batch, read from its buffers in their order.
struct ArrowColumns {
    private let body: ArrowBody
    private var nodes: ArraySlice<(Int, Int)>
    private var views: ArraySlice<Int>
    private let dictionaries: [Int: [DataValue]]

    init(_ batch: FlatTable, body: ArrowBody, dictionaries: [Int: [DataValue]]) {
        self.body = body
        self.dictionaries = dictionaries
        nodes = batch.pairs(1)[...]
        views = batch.numbers(4)[...]
    }

    /// The next column; nil where it is none that figures read.
    mutating func next(_ field: ArrowField, buffers: inout ArrowBuffers) throws(ArrowProblem) -> [DataValue]? {
        guard let (count, nulls) = nodes.popFirst(), count >= 0, count <= ArrowFormat.mostRows else {
            throw ArrowProblem("its batches do not match its columns")
        }
        if let dictionary = field.dictionary {
            let validity = try buffers.validity(count, nulls)
            let places = try buffers.integers(count, dictionary.bits, dictionary.isSigned)
            guard let values = dictionaries[dictionary.id] else {
                throw ArrowProblem("column `\(field.name)` has no dictionary")
            }
            return places.enumerated().map { row, place in
                validity(row) && place >= 0 && place < Double(values.count) ? values[Int(place)] : .null
            }
        }
        if case .null = field.kind { return [DataValue](repeating: .null, count: count) }
        if case .other(let layout) = field.kind {
            switch layout {
            case .buffers(let own): for _ in 0..<own { try buffers.skip() }
            case .views: for _ in 0..<(2 + (views.popFirst() ?? 0)) { try buffers.skip() }
            }
            for child in field.children { _ = try next(child, buffers: &buffers) }
            return nil
        }
        let validity = try buffers.validity(count, nulls)
        let values = try values(field.kind, count, &buffers)
        return nulls == 0 ? values : values.enumerated().map { validity($0) ? $1 : .null }
    }

    private mutating func values(
        _ kind: ArrowField.Kind, _ count: Int, _ buffers: inout ArrowBuffers
    ) throws(ArrowProblem) -> [DataValue] {
        switch kind {
        case .integer(let bits, let isSigned):
            // What a number cannot hold to the last digit is a name, as long identifiers are.
            if bits == 64 { return try buffers.longIntegers(count, isSigned) }
            return try buffers.integers(count, bits, isSigned).map { .number($0) }
        case .float(let bits): return try buffers.floats(count, bits).map { $0.isFinite ? .number($0) : .null }
        case .boolean: return try buffers.bits(count).map { .boolean($0) }
        case .decimal(let bits, let scale): return try buffers.decimals(count, bits, scale).map { .number($0) }
        case .moment(let bits, let milliseconds):
            return try buffers.integers(count, bits, true).map { .number(($0 * milliseconds).rounded(.down)) }
        case .span(let bits, let seconds): return try buffers.integers(count, bits, true).map { .number($0 * seconds) }
        case .text(let bits): return try buffers.texts(count, offsetBits: bits).map { .string($0) }
        case .textView: return try buffers.viewedTexts(count, further: views.popFirst() ?? 0).map { .string($0) }
        case .null, .other: return []
        }
    }
}
