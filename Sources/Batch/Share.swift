import Documents

/// A part of the rows, for one of several processes: `2/8`. Row r, from 0, belongs to the share that is r modulo the
/// count.
///
/// Counting from 1 (`1/8` to `8/8`) and from 0 (`0/8` to `7/8`, as Kubernetes' `JOB_COMPLETION_INDEX` does) both name
/// every row once, for 8 is 0 modulo 8.
public struct Share: Sendable, Hashable, CustomStringConvertible {
    public let index: Int
    public let count: Int

    public static let whole = Share(index: 0, count: 1)

    private init(index: Int, count: Int) {
        (self.index, self.count) = (index, count)
    }

    /// Nil for anything but two whole numbers, the first of which is at most the second.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1, count <= 1_000_000,
            index >= 0, index <= count
        else { return nil }
        self.init(index: index % count, count: count)
    }

    public func contains(row: Int) -> Bool { row % count == index }

    public var description: String { "\(index)/\(count)" }

    /// What files of this share are called by; empty for the whole.
    var suffix: String { count == 1 ? "" : "-\(index)-of-\(count)" }
}
