import Tables

extension DataValue {
    /// How many values are in it, counted no further than `most`. Lists within lists share their memory, but whoever
    /// writes them out does not: `[datum.s, datum.s]`, forty times over, is a trillion values.
    func weight(atMost most: Int) -> Int {
        switch self {
        case .array(let items):
            var sum = 1
            for item in items where sum <= most { sum += item.weight(atMost: most - sum) }
            return sum
        case .object(let fields):
            var sum = 1
            for field in fields where sum <= most { sum += field.value.weight(atMost: most - sum) }
            return sum
        default: return 1
        }
    }
}
