import Calendar

extension EDTFDate {
    /// The one date, or the known ends of the interval; none where it is undated.
    var moments: [EDTFMoment] {
        switch form {
        case .undated: []
        case .moment(let moment): [moment]
        case .interval(let from, let to): [from.moment, to.moment].compactMap { $0 }
        }
    }

    /// The year, where the date is known to that and no other; nil for decades, spans and approximations.
    var singleYear: Int? {
        guard case .moment(let moment) = form, moment.precision >= .year, !moment.isApproximate, !moment.isUncertain
        else { return nil }
        return moment.year
    }

    /// The years that it may be; nil where it is undated.
    package var years: ClosedRange<Int>? {
        switch form {
        case .undated: nil
        case .moment(let moment): moment.years
        case .interval(let from, let to):
            if let from = from.moment?.years, let to = to.moment?.years {
                min(from.lowerBound, to.lowerBound)...max(from.upperBound, to.upperBound)
            } else if let from = from.moment?.years {
                from.lowerBound...max(from.lowerBound, 9999)
            } else if let to = to.moment?.years {
                min(to.upperBound, -9999)...to.upperBound
            } else {
                nil
            }
        }
    }

    /// Whether two dates may be of one time; what is undated may be of any.
    func overlaps(_ other: EDTFDate) -> Bool {
        guard let mine = years, let theirs = other.years else { return true }
        return mine.overlaps(theirs)
    }
}

extension EDTFMoment {
    fileprivate var years: ClosedRange<Int> {
        switch precision {
        case .millennium: year...(year + 999)
        case .century: year...(year + 99)
        case .decade: year...(year + 9)
        default: isApproximate || isUncertain ? (year - 2)...(year + 2) : year...year
        }
    }
}
