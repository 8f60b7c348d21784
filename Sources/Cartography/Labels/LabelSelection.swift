import SceneGraph

/// Chooses one candidate, or none, for each label, so that no two chosen conflict and the costs of the chosen and the
/// losses for those left out are least together.
///
/// The labels that can get in each other's way are settled group by group. A group is improved by simulated annealing
/// (J. Christensen, J. Marks and S. Shieber, An Empirical Study of Algorithms for Point-Feature Label Placement, ACM
/// Transactions on Graphics 14(3), 1995), its random numbers from a fixed seed; a small one is then searched whole by
/// branch and bound, so that its answer is the best there is. The same labels always give the same choice.
struct LabelSelection {
    private let costs: [Double]
    /// The label of each candidate.
    private let labels: [Int]
    /// The candidates of each label, the cheapest first.
    private let options: [Range<Int>]
    /// What it costs to leave a label out.
    private let losses: [Double]
    /// The candidates that a candidate cannot stand beside.
    private var conflicts: [[Int32]]

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
        self.costs = costs
        self.labels = labels
        self.options = options
        self.losses = losses
        conflicts = LabelSelection.conflicts(of: flat, labels: labels, gap: gap)
        chosen = []
        var state = State(losses: losses, candidateCount: costs.count)
        for group in groups() { settle(group, &state) }
        chosen = state.choice.map { $0 < 0 ? nil : order[$0] }
    }

    /// What a choice of candidates comes to, while it is being made.
    private struct State {
        /// The chosen candidate of each label; −1 for none.
        var choice: [Int]
        /// How many chosen candidates each candidate conflicts with.
        var blockers: [Int32]

        init(losses: [Double], candidateCount: Int) {
            choice = [Int](repeating: -1, count: losses.count)
            blockers = [Int32](repeating: 0, count: candidateCount)
        }
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
    private func groups() -> [[Int]] {
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
            for other in others {
                let (a, b) = (root(labels[candidate]), root(labels[Int(other)]))
                if a != b { parent[max(a, b)] = min(a, b) }
            }
        }
        var members: [Int: [Int]] = [:]
        for label in options.indices where !options[label].isEmpty { members[root(label), default: []].append(label) }
        return members.keys.sorted().compactMap { members[$0] }
    }

    private func choose(_ candidate: Int, for label: Int, _ state: inout State) {
        let before = state.choice[label]
        if before >= 0 { for other in conflicts[before] { state.blockers[Int(other)] -= 1 } }
        state.choice[label] = candidate
        if candidate >= 0 { for other in conflicts[candidate] { state.blockers[Int(other)] += 1 } }
    }

    private func cost(_ label: Int, _ candidate: Int) -> Double { candidate < 0 ? losses[label] : costs[candidate] }

    private func settle(_ group: [Int], _ state: inout State) {
        let byLoss = group.sorted { (losses[$1], $0) < (losses[$0], $1) }
        polish(byLoss, &state)
        guard group.count > 1 else { return }
        anneal(group, byLoss, &state)
        if group.count <= 14 { search(byLoss, &state) }
    }

    /// Gives every label the cheapest candidate that is free, until nothing changes.
    private func polish(_ group: [Int], _ state: inout State) {
        for _ in 0..<20 {
            var changed = false
            for label in group {
                let now = state.choice[label]
                for candidate in options[label] {
                    guard costs[candidate] < cost(label, now) else { break }
                    guard state.blockers[candidate] == 0 else { continue }
                    choose(candidate, for: label, &state)
                    changed = true
                    break
                }
            }
            if !changed { return }
        }
    }

    private func total(_ group: [Int], _ state: State) -> Double {
        group.reduce(0) { $0 + cost($1, state.choice[$1]) }
    }

    private func anneal(_ group: [Int], _ byLoss: [Int], _ state: inout State) {
        var random = SplitMix(state: 0x6C61_6265_6C73)
        var best = state.choice
        var now = total(group, state)
        var least = now
        let steps = min(200_000, 500 * group.count)
        // From where a country may be given up for a while to where only gains are taken.
        let (hottest, coldest) = (60.0, 1.0)
        var heat = hottest
        let cooling = exponential(naturalLogarithm(coldest / hottest) / Double(steps))
        for _ in 0..<steps {
            heat *= cooling
            let label = group[random.next(below: group.count)]
            let range = options[label]
            // The cheap candidates are tried more often.
            let offset = min(random.next(below: range.count), random.next(below: range.count))
            let candidate = range.lowerBound + offset
            let before = state.choice[label]
            guard candidate != before else { continue }
            var change = costs[candidate] - cost(label, before)
            var evicted: [Int] = []
            if state.blockers[candidate] > 0 {
                for other in conflicts[candidate] where state.choice[labels[Int(other)]] == Int(other) { evicted.append(Int(other)) }
            }
            // More than three are rarely worth one.
            guard evicted.count <= 3 else { continue }
            // As much worse as it may become (Metropolis); most moves fail it even if all who are pushed out find a
            // place at once.
            let bearable = -heat * naturalLogarithm(random.nextShare() + 1e-12)
            let hope = evicted.reduce(change) { sum, other in
                let owner = labels[other]
                let places = options[owner]
                let first = places.lowerBound == other ? other + 1 : places.lowerBound
                let least = first < places.upperBound ? costs[first] : losses[owner]
                return sum + min(least, losses[owner]) - costs[other]
            }
            guard hope <= bearable else { continue }
            for other in evicted { choose(-1, for: labels[other], &state) }
            choose(candidate, for: label, &state)
            // Whoever was pushed out may have another place; what it comes to is judged after that.
            for other in evicted {
                let owner = labels[other]
                change += losses[owner] - costs[other]
                for place in options[owner] where state.blockers[place] == 0 && costs[place] < losses[owner] {
                    change += costs[place] - losses[owner]
                    choose(place, for: owner, &state)
                    break
                }
            }
            guard change <= bearable else {
                for other in evicted { choose(-1, for: labels[other], &state) }
                choose(before, for: label, &state)
                for other in evicted { choose(other, for: labels[other], &state) }
                continue
            }
            now += change
            if now < least - 1e-9 {
                least = now
                best = state.choice
            }
        }
        for label in group where state.choice[label] != best[label] { choose(-1, for: label, &state) }
        for label in group where state.choice[label] != best[label] { choose(best[label], for: label, &state) }
        polish(byLoss, &state)
    }

    /// Branch and bound over a small group; keeps what is there where the search is too long or finds no better.
    private func search(_ group: [Int], _ state: inout State) {
        let given = state.choice
        var least = total(group, state)
        var best: [Int]?
        for label in group { choose(-1, for: label, &state) }
        // The least that the labels from a position on can cost, whatever the others do.
        var rest = [Double](repeating: 0, count: group.count + 1)
        for index in group.indices.reversed() {
            rest[index] = rest[index + 1] + min(losses[group[index]], options[group[index]].first.map { costs[$0] } ?? .infinity)
        }
        var budget = 40_000
        func visit(_ index: Int, _ spent: Double, _ state: inout State) {
            guard budget > 0, spent + rest[index] < least - 1e-9 else { return }
            budget -= 1
            guard index < group.count else {
                least = spent
                best = group.map { state.choice[$0] }
                return
            }
            let label = group[index]
            for candidate in options[label] where state.blockers[candidate] == 0 && costs[candidate] < losses[label] {
                choose(candidate, for: label, &state)
                visit(index + 1, spent + costs[candidate], &state)
                choose(-1, for: label, &state)
            }
            visit(index + 1, spent + losses[label], &state)
        }
        visit(0, 0, &state)
        for (index, label) in group.enumerated() { choose(best?[index] ?? given[label], for: label, &state) }
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
