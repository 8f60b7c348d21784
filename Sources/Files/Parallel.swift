import Dispatch

/// Work on many things at once.
public enum Parallel {
    /// The results, in the order of the items.
    ///
    /// - Parameters:
    ///   - jobs: how many are worked on at a time; nil for as many as there are cores.
    ///   - told: is given each result in the order of the items, as soon as those before it are there.
    public static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item], jobs: Int? = nil, told: ((Result) -> Void)? = nil, _ work: @Sendable (Item) -> Result
    ) -> [Result] {
        let jobs = min(items.count, max(1, jobs ?? items.count))
        if jobs < 2 {
            return items.map { item in
                let result = work(item)
                told?(result)
                return result
            }
        }
        var results = [Result?](repeating: nil, count: items.count)
        results.withUnsafeMutableBufferPointer { buffer in
            // Everything beside the work itself is done by one thread at a time, which the queue sees to.
            nonisolated(unsafe) let places = buffer
            nonisolated(unsafe) let told = told
            nonisolated(unsafe) var (taken, next) = (0, 0)
            let queue = DispatchQueue(label: "Parallel")
            DispatchQueue.concurrentPerform(iterations: jobs) { _ in
                while let index = queue.sync(execute: { () -> Int? in
                    guard taken < items.count else { return nil }
                    taken += 1
                    return taken - 1
                }) {
                    let result = work(items[index])
                    queue.sync {
                        places[index] = result
                        while next < items.count, let done = places[next] {
                            told?(done)
                            next += 1
                        }
                    }
                }
            }
        }
        return results.compactMap { $0 }
    }
}
