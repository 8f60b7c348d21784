import SceneGraph

/// Chooses one candidate, or none, for each label, so that no two chosen conflict and the costs of the chosen and the
/// losses for those left out are least together.
///
/// The labels that can get in each other's way are settled group by group. A group is improved by simulated annealing
/// (J. Christensen, J. Marks and S. Shieber, An Empirical Study of Algorithms for Point-Feature Label Placement, ACM
/// Transactions on Graphics 14(3), 1995), its random numbers from a fixed seed; a small one is then searched whole by
/// branch and bound, so that its answer is the best there is. The same labels always give the same choice.
struct LabelSelection {
    /// The candidates of each label, the cheapest first, in one row with those of the other labels.
    private let options: [Range<Int>]
    /// What it costs to leave a label out.
    private let losses: [Double]
    private let board: LabelBoard

    /// The position among a label's candidates of the chosen one; nil where it is left out.
    private(set) var chosen: [Int?]

    /// - Parameters:
    ///   - candidates: of each label, in any order; those that cannot stand by themselves are not among them.
    ///   - losses: above every candidate's cost where a label is wanted whatever its place.
    init(_ candidates: [[LabelCandidate]], losses: [Double], gap: Double) {
        var costs: [Double] = []
        var labels: [Int] = []
        var options: [Range<Int>] = []
        var order: [Int] = []
        var flat: [Footprint] = []
        for (label, group) in candidates.enumerated() {
            let sorted = group.indices.sorted { (group[$0].cost, $0) < (group[$1].cost, $1) }
            options.append(costs.count..<costs.count + sorted.count)
            for index in sorted {
                costs.append(group[index].cost)
                labels.append(label)
                order.append(index)
                flat.append(group[index].footprint)
            }
        }
        self.options = options
        self.losses = losses
        let conflicts = LabelSelection.conflicts(of: flat, labels: labels, gap: gap)
        board = LabelBoard(costs: costs, owners: labels, conflicts: conflicts, labelCount: options.count)
        chosen = []
        for group in groups(labels, conflicts) { settle(group) }
        chosen = options.indices.map { board.choice[$0] < 0 ? nil : order[board.choice[$0]] }
    }

    private static func conflicts(of flat: [Footprint], labels: [Int], gap: Double) -> [[Int32]] {
        var conflicts = [[Int32]](repeating: [], count: flat.count)
        let cell = 64.0
        var cells: [Int: [Int32]] = [:]
        func place(_ value: Double) -> Int { Int(max(-1e6, min(1e6, (value / cell).rounded(.down)))) }
        func key(_ column: Int, _ row: Int) -> Int { column &* 4_000_037 &+ row }
        for (index, print) in flat.enumerated() {
            let extent = print.extent.inset(by: -gap)
            let (columns, rows) = (place(extent.minX)...place(extent.maxX), place(extent.minY)...place(extent.maxY))
            for column in columns {
                for row in rows {
                    let here = key(column, row)
                    if let others = cells[here] {
                        for other in others where labels[Int(other)] != labels[index] {
                            let rival = flat[Int(other)]
                            guard rival.extent.intersects(extent) else { continue }
                            // A pair that shares several cells is looked at in the first that both reach.
                            guard column == max(columns.lowerBound, place(rival.extent.minX - gap)),
                                row == max(rows.lowerBound, place(rival.extent.minY - gap)),
                                print.conflicts(with: rival, gap: gap)
                            else { continue }
                            conflicts[index].append(other)
                            conflicts[Int(other)].append(Int32(index))
                        }
                    }
                    cells[here, default: []].append(Int32(index))
                }
            }
        }
        return conflicts
    }

    /// Labels that can get in each other's way, directly or through others.
    private func groups(_ labels: [Int], _ conflicts: [[Int32]]) -> [[Int]] {
        var parent = Array(options.indices)
        func root(_ label: Int) -> Int {
            var label = label
            while parent[label] != label {
                parent[label] = parent[parent[label]]
                label = parent[label]
            }
            return label
        }
        for (candidate, others) in conflicts.enumerated() {
            var last = -1
            for other in others where labels[Int(other)] != last {
                last = labels[Int(other)]
                let (a, b) = (root(labels[candidate]), root(last))
                if a != b { parent[max(a, b)] = min(a, b) }
            }
        }
        var members: [Int: [Int]] = [:]
        for label in options.indices where !options[label].isEmpty { members[root(label), default: []].append(label) }
        return members.keys.sorted().compactMap { members[$0] }
    }

    private func cost(_ label: Int, _ candidate: Int) -> Double {
        candidate < 0 ? losses[label] : board.costs[candidate]
    }

    private func settle(_ group: [Int]) {
        let byLoss = group.sorted { (losses[$1], $0) < (losses[$0], $1) }
        polish(byLoss)
        guard group.count > 1 else { return }
        anneal(group, byLoss)
        if group.count <= 14 { search(byLoss) }
    }

    /// Gives every label the cheapest candidate that is free, until nothing changes.
    private func polish(_ group: [Int]) {
        for _ in 0..<20 {
            var changed = false
            for label in group {
                let now = board.choice[label]
                let place = board.firstFree(options[label], below: cost(label, now))
                guard place >= 0 else { continue }
                board.choose(place, for: label)
                changed = true
            }
            if !changed { return }
        }
    }

    private func total(_ group: [Int]) -> Double { group.reduce(0) { $0 + cost($1, board.choice[$1]) } }

    private func anneal(_ group: [Int], _ byLoss: [Int]) {
        var random = SplitMix(state: 0x6C61_6265_6C73)
        var best = group.map { board.choice[$0] }
        var now = total(group)
        var least = now
        let steps = min(300_000, 500 * group.count)
        // From where a country may be given up for a while to where only gains are taken.
        let (hottest, coldest) = (60.0, 1.0)
        var heat = hottest
        let cooling = exponential(naturalLogarithm(coldest / hottest) / Double(steps))
        var step = 0
        while step < steps {
            step += 1
            heat *= cooling
            let label = group[random.next(below: group.count)]
            let range = options[label]
            // The cheap candidates are tried more often.
            let offset = min(random.next(below: range.count), random.next(below: range.count))
            let candidate = range.lowerBound + offset
            let before = board.choice[label]
            guard candidate != before else { continue }
            var change = board.costs[candidate] - cost(label, before)
            // As much worse as it may become (Metropolis); many moves fail it even if all who are pushed out find a
            // place at once.
            let bearable = -heat * naturalLogarithm(random.nextShare() + 1e-12)
            guard change <= bearable else { continue }
            // More than three pushed out are rarely worth one.
            guard board.blockers[candidate] <= 3 else { continue }
            let evicted = board.blockers[candidate] > 0 ? board.chosenConflicts(of: candidate) : []
            for other in evicted { board.choose(-1, for: board.owners[other]) }
            board.choose(candidate, for: label)
            // Whoever was pushed out may have another place; what it comes to is judged after that.
            for other in evicted {
                let owner = board.owners[other]
                change -= board.costs[other]
                let place = board.firstFree(options[owner], below: losses[owner])
                if place >= 0 { board.choose(place, for: owner) }
                change += cost(owner, place)
            }
            guard change <= bearable else {
                for other in evicted { board.choose(-1, for: board.owners[other]) }
                board.choose(before, for: label)
                for other in evicted { board.choose(other, for: board.owners[other]) }
                continue
            }
            now += change
            if now < least - 1e-9 {
                least = now
                for (index, label) in group.enumerated() { best[index] = board.choice[label] }
            }
        }
        for label in group { board.choose(-1, for: label) }
        for (index, label) in group.enumerated() { board.choose(best[index], for: label) }
        polish(byLoss)
    }

    /// Branch and bound over a small group; keeps what is there where the search is too long or finds no better.
    private func search(_ group: [Int]) {
        let given = group.map { board.choice[$0] }
        var least = total(group)
        var best: [Int]?
        for label in group { board.choose(-1, for: label) }
        // The least that the labels from a position on can cost, whatever the others do.
        var rest = [Double](repeating: 0, count: group.count + 1)
        for index in group.indices.reversed() {
            rest[index] =
                rest[index + 1]
                + min(losses[group[index]], options[group[index]].first.map { board.costs[$0] } ?? .infinity)
        }
        var budget = 40_000
        func visit(_ index: Int, _ spent: Double) {
            guard budget > 0, spent + rest[index] < least - 1e-9 else { return }
            budget -= 1
            guard index < group.count else {
                least = spent
                best = group.map { board.choice[$0] }
                return
            }
            let label = group[index]
            for candidate in options[label]
            where board.blockers[candidate] == 0 && board.costs[candidate] < losses[label] {
                board.choose(candidate, for: label)
                visit(index + 1, spent + board.costs[candidate])
                board.choose(-1, for: label)
            }
            visit(index + 1, spent + losses[label])
        }
        visit(0, 0)
        for (index, label) in group.enumerated() { board.choose((best ?? given)[index], for: label) }
    }
}

/// Steele, Lea and Flood's generator (Fast Splittable Pseudorandom Number Generators, OOPSLA 2014).
private struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func next(below count: Int) -> Int { Int(next() % UInt64(max(1, count))) }

    mutating func nextShare() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}
