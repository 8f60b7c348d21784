/// Values by column. A column whose values are all numbers or all strings keeps them unboxed; in a column of numbers
/// `Double.missing` stands for null.
public struct Table: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        public enum Storage: Sendable, Hashable {
            case numbers([Double])
            case strings([String])
            case values([DataValue])
        }

        public var storage: Storage
        /// Whether the numbers are moments that expressions treat as dates: those of a time unit, of `datetime`, or
        /// read by a written format. Dates that were merely recognised are numbers to them, as they are to Vega.
        public var isTime = false

        public init(_ storage: Storage, isTime: Bool = false) {
            self.storage = storage
            self.isTime = isTime
        }

        public var count: Int {
            switch storage {
            case .numbers(let values): values.count
            case .strings(let values): values.count
            case .values(let values): values.count
            }
        }

        /// The value of a row; null where there is no such row.
        public subscript(row: Int) -> DataValue {
            guard row >= 0, row < count else { return .null }
            return switch storage {
            case .numbers(let values): values[row].isMissing ? .null : .number(values[row])
            case .strings(let values): .string(values[row])
            case .values(let values): values[row]
            }
        }
    }

    public private(set) var names: [String]
    public private(set) var columns: [Column]
    public private(set) var rowCount: Int

    public init(rowCount: Int = 0) {
        names = []
        columns = []
        self.rowCount = rowCount
    }

    public func column(_ name: String) -> Column? {
        names.firstIndex(of: name).map { columns[$0] }
    }

    /// Adds a column, or replaces the one of that name. Rows it lacks are null; rows it has too many are left out.
    public mutating func set(_ name: String, _ column: Column) {
        var column = column
        if names.isEmpty, rowCount == 0 { rowCount = column.count }
        if column.count != rowCount { column = Column(.values((0..<rowCount).map { column[$0] })) }
        if let index = names.firstIndex(of: name) {
            columns[index] = column
        } else {
            names.append(name)
            columns.append(column)
        }
    }
}
