import Colors
import Documents
import Scales
import SceneGraph
import Tables

/// A scale with its domain and range: what places, colours and sizes marks.
struct ResolvedScale {
    enum Mapping {
        case continuous(any ContinuousScale)
        case band(BandScale<DataValue>)
        case ordinal(OrdinalScale<DataValue, Int>)
        case pieces(ThresholdScale)
        case bins(BinOrdinalScale)
        case identity
    }

    enum Range {
        /// Two numbers or more, mixed between.
        case numbers([Double])
        case colors([Color], ColorInterpolation, gamma: Double)
        /// One of these for each piece or value.
        case colorList([Color])
        case values([DataValue])
        case scheme(ColorScheme, from: Double, to: Double)
    }

    var type: ScaleType
    var channel: Channel
    var mapping: Mapping
    /// Whether `reverse` turned it round: its ticks are in the order of their values all the same.
    var isReversed = false
    var range: Range
    var isClamped = false
    /// Gives whole numbers.
    var isRounded = false
    /// Borders of bins, where the values are binned: the ticks of its axis.
    var bins: [Double]?
    /// The middle of a diverging domain lies between its ends.
    var domainValues: [DataValue] = []
    /// A continuous domain was made of nothing: there were no rows.
    var isEmpty = false

    var bandwidth: Double { if case .band(let band) = mapping { band.bandwidth } else { 0 } }
    var step: Double? { if case .band(let band) = mapping { band.step } else { nil } }

    var continuousDomain: (Double, Double)? {
        guard case .continuous(let scale) = mapping, let first = scale.domain.first, let last = scale.domain.last else {
            return nil
        }
        return (first, last)
    }

    /// A continuous scale's place of a number, or the lesser edge of a band; NaN where there is none.
    func position(of number: Double) -> Double {
        switch mapping {
        case .continuous(let scale): return place(scale.fraction(of: number))
        case .band(let band): return band.position(of: .number(number)) ?? .nan
        case .identity: return number
        case .ordinal, .pieces, .bins:
            if case .values(let values) = range, let index = index(of: .number(number)), !values.isEmpty {
                return values[index % values.count].number ?? .nan
            }
            if case .numbers(let values) = range, let index = index(of: .number(number)), !values.isEmpty {
                return values[index % values.count]
            }
            return .nan
        }
    }

    func position(of value: DataValue) -> Double {
        switch mapping {
        case .band(let band): return band.position(of: value) ?? .nan
        case .ordinal:
            if let index = index(of: value) {
                if case .values(let values) = range, !values.isEmpty {
                    return values[index % values.count].number ?? .nan
                }
                if case .numbers(let values) = range, !values.isEmpty { return values[index % values.count] }
            }
            return .nan
        default:
            if case .null = value { return .nan }
            return position(of: value.asNumber ?? .nan)
        }
    }

    private func place(_ share: Double) -> Double {
        let place = exactPlace(share)
        return isRounded ? place.rounded() : place
    }

    private func exactPlace(_ share: Double) -> Double {
        guard case .numbers(let range) = range, range.count >= 2 else { return .nan }
        var share = share
        if isClamped { share = max(0, min(1, share)) }
        if range.count == 2 { return range[0] + share * (range[1] - range[0]) }
        let pieces = range.count - 1
        let at = share * Double(pieces)
        guard at.isFinite else { return .nan }
        let piece = max(0, min(pieces - 1, Int(max(-1, min(at, Double(pieces))))))
        return range[piece] + (at - Double(piece)) * (range[piece + 1] - range[piece])
    }

    /// The places of a column of numbers.
    func positions(of numbers: [Double]) -> [Double] {
        if case .continuous(let scale) = mapping, let linear = scale as? LinearScale, linear.domain.count == 2,
            case .numbers(let range) = range, range.count == 2, !isClamped, !isRounded,
            linear.domain[0] != linear.domain[1]
        {
            let factor = (range[1] - range[0]) / (linear.domain[1] - linear.domain[0])
            let (low, start) = (linear.domain[0], range[0])
            return numbers.map { start + ($0 - low) * factor }
        }
        return numbers.map(position(of:))
    }

    /// The number of the piece, bin or domain value that a value belongs to.
    func index(of value: DataValue) -> Int? {
        switch mapping {
        case .ordinal(let scale): scale.index(of: value)
        case .pieces(let scale): value.asNumber.flatMap(scale.piece(of:))
        case .bins(let scale): value.asNumber.flatMap(scale.bin(of:))
        case .band(let band): band.index(of: value)
        default: nil
        }
    }

    func color(of value: DataValue) -> Color? {
        switch mapping {
        case .continuous(let scale):
            guard let number = value.asNumber, !number.isNaN else { return nil }
            return color(at: scale.fraction(of: number))
        case .identity: return value.string.flatMap { Color(css: $0) }
        default:
            guard let index = index(of: value) else { return nil }
            return colorOfPiece(index)
        }
    }

    func colorOfPiece(_ index: Int) -> Color? {
        switch range {
        case .colorList(let colors), .colors(let colors, _, _): colors.isEmpty ? nil : colors[index % colors.count]
        case .values(let values): values.isEmpty ? nil : values[index % values.count].string.flatMap { Color(css: $0) }
        default: nil
        }
    }

    /// The colour at a share of a ramp.
    func color(at share: Double) -> Color? {
        guard share.isFinite else { return nil }
        switch range {
        case .scheme(let scheme, let from, let to):
            return scheme.color(at: from + max(0, min(1, share)) * (to - from))
        case .colors(let colors, let interpolation, let gamma):
            guard let first = colors.first else { return nil }
            if colors.count == 1 { return first }
            let at = max(0, min(1, share)) * Double(colors.count - 1)
            let piece = min(colors.count - 2, Int(at))
            return interpolation.mix(colors[piece], colors[piece + 1], at - Double(piece), gamma: gamma)
        case .colorList(let colors): return colors.first
        default: return nil
        }
    }

    /// What an ordinal range gives for a value, where it is neither number nor colour.
    func output(of value: DataValue) -> DataValue? {
        if case .identity = mapping { return value }
        guard case .values(let values) = range, let index = index(of: value), !values.isEmpty else { return nil }
        return values[index % values.count]
    }
}
