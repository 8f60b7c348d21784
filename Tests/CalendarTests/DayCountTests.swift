import Testing

@testable import Calendar

/// Python: `(date(…) - date(1970, 1, 1)).days`.
@Test(arguments: [
    (2000, 2, 29, 11_016), (1900, 3, 1, -25_508), (1858, 5, 28, -40_760), (1, 1, 1, -719_162),
    (9999, 12, 31, 2_932_896),
])
func daysSince1970(year: Int, month: Int, day: Int, days: Int) {
    #expect(CivilDate(year: year, month: month, day: day)?.daysSince1970 == days)
}
