/// Chooses for each label, in the order of time, on which of two sides of the axis it stands, so that the labels have
/// to move as little as can be from where they belong.
///
/// A dynamic program over the labels: its state is what has been pooled on either side (see `IsotonicPlacement`), and
/// of the states reached after each label the `breadth` cheapest are kept. The cost of a state is exact; with 2ⁿ or
/// more states kept, as for up to eight labels, the answer is the best there is. The fewer labels, the more states, so
/// that a dozen labels and more take about the same time each, however crowded.
struct SideAssignment {
    enum Side: Sendable { case left, right }

    /// Boxes of a pool on one side, linked to the pools before it, so that states share what they have in common.
    private struct Pool {
        var mean: Double
        var weight: Double
        /// Σ weight·(ideal − mean)² of this pool and all before it.
        var cost: Double
        /// Of this pool alone.
        var own: Double
        var before: Int
    }

    private struct Column {
        var pool = -1
        var length = 0.0
    }

    private struct State {
        var left = Column()
        var right = Column()
        var cost = 0.0
        /// Place in the list of choices.
        var choice = -1
    }

    /// - Parameters:
    ///   - boxes: in the order of time, one per label.
    ///   - room: the length of a side; what is longer costs dearly.
    static func sides(
        _ boxes: [IsotonicPlacement.Box], gap: Double, room: Double, breadth: Int? = nil
    ) -> [Side] {
        let breadth = breadth ?? max(16, min(256, 3_000 / max(1, boxes.count)))
        var pools: [Pool] = []
        var choices: [(side: Side, before: Int)] = []
        var states = [State()]
        func cost(_ column: Column) -> Double {
            let over = max(0, column.length - gap - room)
            return (column.pool >= 0 ? pools[column.pool].cost : 0) + 50 * over * over
        }
        func adding(_ box: IsotonicPlacement.Box, to column: Column) -> Column {
            var new = Pool(mean: box.ideal - column.length, weight: box.weight, cost: 0, own: 0, before: column.pool)
            while new.before >= 0, pools[new.before].mean > new.mean {
                let last = pools[new.before]
                let weight = last.weight + new.weight
                let apart = last.mean - new.mean
                new.own = last.own + new.own + last.weight * new.weight / weight * apart * apart
                new.mean = (last.mean * last.weight + new.mean * new.weight) / weight
                new.weight = weight
                new.before = last.before
            }
            new.cost = new.own + (new.before >= 0 ? pools[new.before].cost : 0)
            pools.append(new)
            return Column(pool: pools.count - 1, length: column.length + box.length + gap)
        }
        for box in boxes {
            var next: [State] = []
            next.reserveCapacity(2 * states.count)
            for state in states {
                for side in [Side.right, .left] {
                    var changed = state
                    if side == .left {
                        changed.left = adding(box, to: state.left)
                    } else {
                        changed.right = adding(box, to: state.right)
                    }
                    // Even columns where nothing else decides.
                    let apart = changed.left.length - changed.right.length
                    changed.cost = cost(changed.left) + cost(changed.right) + 1e-3 * apart * apart
                    choices.append((side, state.choice))
                    changed.choice = choices.count - 1
                    next.append(changed)
                }
            }
            // Places break ties, so that the order never depends on the sorting.
            let order = next.indices.sorted { (next[$0].cost, $0) < (next[$1].cost, $1) }
            states = order.prefix(breadth).map { next[$0] }
        }
        var sides: [Side] = []
        var place = states.first?.choice ?? -1
        while place >= 0 {
            sides.append(choices[place].side)
            place = choices[place].before
        }
        return sides.reversed()
    }
}
