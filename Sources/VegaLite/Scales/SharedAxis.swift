import Scales

extension ScaleResolver {
    /// The x scale along another figure's axis: a piece for each stretch, and one for each break between.
    func sharedScale(_ component: ScaleComponent) -> ResolvedScale? {
        guard component.channel == .x, let axis = room.sharedAxis else { return nil }
        var domain: [Double] = []
        var range: [Double] = []
        for stretch in axis.stretches {
            for (time, place) in [
                (stretch.times.lowerBound, stretch.places.lowerBound),
                (stretch.times.upperBound, stretch.places.upperBound),
            ] where domain.last.map({ time * 1_000 > $0 }) ?? true {
                domain.append(time * 1_000)
                range.append(place)
            }
        }
        guard domain.count >= 2 else { return nil }
        return ResolvedScale(
            type: .time, channel: .x, mapping: .continuous(TimeScale(domain: domain)), range: .numbers(range))
    }
}
