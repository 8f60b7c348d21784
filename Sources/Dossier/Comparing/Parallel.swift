import Dispatch

/// Work on many things at once, as many as there are cores.
public enum Parallel {
    /// The results in the order of the items.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], _ work: @Sendable (Item) -> Result
    ) -> [Result] {
        guard items.count > 1 else { return items.map(work) }
        return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
            // Each place is written once, by one thread.
            nonisolated(unsafe) let places = buffer
            DispatchQueue.concurrentPerform(iterations: items.count) { index in
                places.initializeElement(at: index, to: work(items[index]))
            }
            count = items.count
        }
    }
}
