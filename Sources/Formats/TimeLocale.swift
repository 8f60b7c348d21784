/// How a language writes dates.
public struct TimeLocale: Sendable, Hashable {
    /// What `%c`, `%x` and `%X` stand for.
    public var dateTime: String
    public var date: String
    public var time: String
    /// AM and PM.
    public var periods: [String]
    /// From Sunday.
    public var days: [String]
    public var shortDays: [String]
    /// From January.
    public var months: [String]
    public var shortMonths: [String]

    /// Lists that lack an entry take the English one.
    public init(
        dateTime: String = "%x, %X", date: String = "%-m/%-d/%Y", time: String = "%-I:%M:%S %p",
        periods: [String] = [], days: [String] = [], shortDays: [String] = [], months: [String] = [],
        shortMonths: [String] = []
    ) {
        func complete(_ given: [String], _ english: [String]) -> [String] {
            given.count == english.count ? given : english
        }
        self.dateTime = dateTime
        self.date = date
        self.time = time
        self.periods = complete(periods, ["AM", "PM"])
        self.days = complete(days, ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"])
        self.shortDays = complete(shortDays, ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"])
        self.months = complete(
            months,
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November",
                "December",
            ])
        self.shortMonths = complete(
            shortMonths, ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"])
    }

    public static let unitedStates = TimeLocale()
}
