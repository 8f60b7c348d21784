import Formats

enum TimeParts {
    /// 1 to 12; nil where the moment is no date.
    static func month(of moment: Double) -> Int? { CivilTime(milliseconds: moment)?.month }
}

extension TimeParts {
    /// `2015-03-01`, or with the clock where it is not midnight.
    static func text(of moment: Double) -> String? {
        guard let time = CivilTime(milliseconds: moment) else { return nil }
        let isMidnight = time.hour == 0 && time.minute == 0 && time.second == 0 && time.millisecond == 0
        return TimeFormat(isMidnight ? "%Y-%m-%d" : "%Y-%m-%dT%H:%M:%S").format(moment)
    }
}
