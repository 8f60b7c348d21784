import Calendar
import SceneGraph
import Typography

/// Eras beside an axis that runs down: bands with their names, those that overlap next to each other.
struct EraBands {
    /// An era's band: its rows from the axis outwards, and its extent in figure units.
    struct Band {
        var era: Int
        var row: Int
        /// From the middle of what its beginning may be to the middle of what its end may be.
        var core: ClosedRange<Double>
        /// Units over which it fades in and out around those.
        var soft: (start: Double, end: Double)
        var goesOn: Bool
    }

    let bands: [Band]
    let rowCount: Int

    init(_ timeline: Timeline, scale: TimelineScale, least: Double) {
        var cores: [ClosedRange<Double>] = []
        var softs: [(start: Double, end: Double)] = []
        var goesOn: [Bool] = []
        for era in timeline.eras {
            var (low, high) = (scale.times.lowerBound, scale.times.upperBound)
            var soft = (start: 0.0, end: 0.0)
            func doubt(_ moment: EDTFMoment) -> Double {
                let own = scale.length(from: Double(moment.firstSecond), to: Double(moment.endSecond))
                return moment.isApproximate || moment.isUncertain ? max(own, least) : own
            }
            var open = false
            switch era.date.form {
            case .undated: break
            case .moment(let moment):
                (low, high) = (Double(moment.firstSecond), Double(moment.endSecond))
                if moment.precision < .year { soft = (least, least) }
            case .interval(let from, let to):
                if let moment = from.moment {
                    low = (Double(moment.firstSecond) + Double(moment.endSecond)) / 2
                    soft.start = doubt(moment)
                }
                if let moment = to.moment {
                    high = (Double(moment.firstSecond) + Double(moment.endSecond)) / 2
                    soft.end = doubt(moment)
                } else {
                    open = true
                    if to == .unknown { soft.end = 2 * least }
                }
            }
            let (first, last) = (scale.place(low), scale.place(high))
            cores.append(min(first, last)...max(first, last))
            softs.append(scale.isReversed ? (start: soft.end, end: soft.start) : soft)
            goesOn.append(open)
        }
        let packed = IntervalPacking.rows(cores, gap: -0.01)
        rowCount = packed.count
        bands = cores.indices.map {
            Band(era: $0, row: packed.rows[$0], core: cores[$0], soft: softs[$0], goesOn: goesOn[$0])
        }
    }

    /// The narrowest band in which most names fit: one or two turned lines, or a word upright.
    func width(
        _ timeline: Timeline, scale: TimelineScale, font: Font, lineHeight: Double,
        measurer: any TextMeasuring
    ) -> Double {
        let padding = 7.0
        let widths = [lineHeight + padding, 2 * lineHeight + padding, 44, 64]
        var best = (fitting: -1, width: widths[0])
        for width in widths {
            let fitting = bands.count { band in
                let length =
                    scale.segments.map { segment in
                        min(segment.places.upperBound, band.core.upperBound)
                            - max(segment.places.lowerBound, band.core.lowerBound)
                    }.max() ?? 0
                return EraBands.name(
                    timeline.eras[band.era].title, length: length - 4, width: width - padding, font: font,
                    lineHeight: lineHeight, measurer: measurer) != nil
            }
            if fitting > best.fitting { best = (fitting, width) }
        }
        return best.width
    }

    /// How an era's name is set in its band.
    struct Name {
        var lines: [String]
        var isTurned: Bool
    }

    /// Upright where the words fit the width of the band, turned where they fit its length; nil where neither does.
    static func name(
        _ title: String, length: Double, width: Double, font: Font, lineHeight: Double, measurer: any TextMeasuring
    ) -> Name? {
        let words = title.split(separator: " ").map(String.init)
        let widest = words.map { measurer.width(of: $0, font: font) }.max() ?? 0
        let upright = measurer.lines(of: title, font: font, width: width)
        if widest <= width, Double(upright.count) * lineHeight <= length {
            return Name(lines: upright, isTurned: false)
        }
        let turned = measurer.lines(of: title, font: font, width: length)
        if widest <= length, Double(turned.count) * lineHeight <= width { return Name(lines: turned, isTurned: true) }
        return nil
    }
}
