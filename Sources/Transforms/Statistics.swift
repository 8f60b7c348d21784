import Expressions

/// Statistics of numbers that are all valid.
enum Statistics {
    /// The quantile of sorted values by linear interpolation between order statistics (Hyndman and Fan 1996, type 7).
    static func quantile(_ sorted: [Double], _ p: Double) -> Double {
        guard let first = sorted.first, let last = sorted.last, !p.isNaN else { return .nan }
        if p <= 0 || sorted.count < 2 { return first }
        if p >= 1 { return last }
        let place = p * Double(sorted.count - 1)
        let below = Int(place)
        let fraction = place - Double(below)
        guard below + 1 < sorted.count else { return last }
        return sorted[below] + (sorted[below + 1] - sorted[below]) * fraction
    }

    /// The sum of squared distances from the mean, in one pass (Welford 1962).
    static func squares(_ values: [Double]) -> (mean: Double, squares: Double) {
        var mean = 0.0, squares = 0.0, count = 0.0
        for value in values {
            count += 1
            let distance = value - mean
            mean += distance / count
            squares += distance * (value - mean)
        }
        return (mean, squares)
    }

    /// The 95 % confidence interval of the mean, from a thousand resamples (Efron 1979). The random numbers begin
    /// alike each time, so that a figure is the same on every run.
    static func bootstrap(_ values: [Double], samples: Int = 1000) -> (low: Double, high: Double) {
        guard !values.isEmpty else { return (.nan, .nan) }
        // A mean of many values hardly moves: fewer resamples of large groups keep the work bounded.
        let samples = Swift.max(100, Swift.min(samples, 20_000_000 / values.count))
        var generator = SeededGenerator(seed: 0x5EED)
        var means: [Double] = []
        means.reserveCapacity(samples)
        let count = UInt64(values.count)
        for _ in 0..<samples {
            var sum = 0.0
            for _ in 0..<values.count { sum += values[Int(generator.next().multipliedFullWidth(by: count).high)] }
            means.append(sum / Double(values.count))
        }
        means.sort()
        return (quantile(means, 0.025), quantile(means, 0.975))
    }
}
