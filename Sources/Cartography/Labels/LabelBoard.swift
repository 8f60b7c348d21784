/// Which candidates are chosen, and which those keep from being chosen. Millions of steps are tried on it, so it is
/// plain memory.
final class LabelBoard {
    /// Of each candidate.
    let costs: UnsafeMutablePointer<Double>
    /// The label of each candidate.
    let owners: UnsafeMutablePointer<Int>
    /// How many chosen candidates each candidate conflicts with.
    let blockers: UnsafeMutablePointer<Int32>
    /// The chosen candidate of each label; −1 for none.
    let choice: UnsafeMutablePointer<Int>
    /// The candidates that a candidate cannot stand beside: from `starts` of it to that of the next.
    private let conflicts: UnsafeMutablePointer<Int32>
    private let starts: UnsafeMutablePointer<Int>

    init(costs: [Double], owners: [Int], conflicts: [[Int32]], labelCount: Int) {
        func copy<Value>(_ values: [Value]) -> UnsafeMutablePointer<Value> {
            let memory = UnsafeMutablePointer<Value>.allocate(capacity: max(1, values.count))
            memory.initialize(from: values, count: values.count)
            return memory
        }
        self.costs = copy(costs)
        self.owners = copy(owners)
        blockers = copy([Int32](repeating: 0, count: costs.count))
        choice = copy([Int](repeating: -1, count: labelCount))
        self.conflicts = copy(conflicts.flatMap(\.self))
        var starts = [0]
        for list in conflicts { starts.append((starts.last ?? 0) + list.count) }
        self.starts = copy(starts)
    }

    deinit {
        costs.deallocate()
        owners.deallocate()
        blockers.deallocate()
        choice.deallocate()
        conflicts.deallocate()
        starts.deallocate()
    }

    /// Takes a candidate for a label, or −1 for none, in place of what it has.
    func choose(_ candidate: Int, for label: Int) {
        let before = choice[label]
        if before >= 0 { count(before, -1) }
        choice[label] = candidate
        if candidate >= 0 { count(candidate, 1) }
    }

    private func count(_ candidate: Int, _ change: Int32) {
        var index = starts[candidate]
        let end = starts[candidate + 1]
        while index < end {
            blockers[Int(conflicts[index])] &+= change
            index &+= 1
        }
    }

    /// The chosen candidates that one conflicts with.
    func chosenConflicts(of candidate: Int) -> [Int] {
        var found: [Int] = []
        var index = starts[candidate]
        let end = starts[candidate + 1]
        while index < end {
            let other = Int(conflicts[index])
            if choice[owners[other]] == other { found.append(other) }
            index &+= 1
        }
        return found
    }

    /// The first of some candidates, which stand in the order of their costs, that is free and cheaper than a limit; −1
    /// where there is none.
    func firstFree(_ candidates: Range<Int>, below limit: Double) -> Int {
        var candidate = candidates.lowerBound
        let end = candidates.upperBound
        while candidate < end {
            if costs[candidate] >= limit { return -1 }
            if blockers[candidate] == 0 { return candidate }
            candidate &+= 1
        }
        return -1
    }
}
