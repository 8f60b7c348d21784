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
}
