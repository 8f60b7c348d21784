import Documents
import Tables
import Testing

@testable import Expressions

/// Moments written and read by patterns, with `TZ=UTC`: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-
/// convert 1.9.0.post1).
struct DateFormatFunctionTests {
    @Test(arguments: [
        ("timeFormat(datetime(2020, 4, 6), '%d.%m.%Y')", "06.05.2020"),
        ("timeFormat(datetime(2020, 4, 6), '%-d.%-m.%y')", "6.5.20"),
        ("timeFormat(datetime(2020, 4, 6), '%B %e')", "May  6"),
        ("timeFormat(datetime(2020, 4, 6, 0), '%I %p')", "12 AM"),
        ("timeFormat(datetime(2020, 4, 6, 12), '%I %p')", "12 PM"),
        ("timeFormat(datetime(2020, 4, 6, 1, 2, 3, 4), '%H:%M:%S.%L')", "01:02:03.004"),
        ("timeFormat(datetime(2020, 11, 31), '%j')", "366"),
        ("timeFormat(datetime(2020, 11, 31), 'Q%q')", "Q4"),
        ("timeFormat(datetime(2020, 0, 1), '%U %V %W')", "00 01 00"),
        ("timeFormat(datetime(2020, 0, 1), '%%')", "%"),
        ("timeFormat(datetime(2020, 0, 1), 'no marks')", "no marks"),
        ("timeFormat(datetime(2020, 0, 1), '%Q %s')", "1577836800000 1577836800"),
        ("timeFormat(0, '%Y')", "1970"),
        ("timeFormat(null, '%Y')", "null"),
        ("utcFormat(utc(2020, 0, 1, 5), '%H')", "05"),
    ])
    func writing(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("time(timeParse('06.05.2020', '%d.%m.%Y'))", "1588723200000"),
        ("time(timeParse('May 2020', '%B %Y'))", "1588291200000"),
        ("time(timeParse('20', '%y'))", "1577836800000"),
        ("time(timeParse('70', '%y'))", "0"),
        ("time(timeParse('2020-130', '%Y-%j'))", "1588982400000"),
        ("time(timeParse('11:59 PM', '%I:%M %p'))", "-2208902460000"),
        ("timeParse('13/2020', '%m/%Y')", "Fri Jan 01 2021 00:00:00 GMT+0000 (Coordinated Universal Time)"),
        ("timeParse('', '%Y')", "null"),
        ("time(utcParse('2020-01-01 05', '%Y-%m-%d %H'))", "1577854800000"),
        ("time(timeParse('2020-01-01T00:00:00.250', '%Y-%m-%dT%H:%M:%S.%L'))", "1577836800250"),
    ])
    func readingByPattern(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("timeUnitSpecifier('month')", "%b"),
        ("timeUnitSpecifier(['year', 'week'])", "%Y W%U"),
        ("timeUnitSpecifier(['hours', 'minutes'])", "%H:%M"),
        ("timeUnitSpecifier(['day'])", "%a"),
        ("timeUnitSpecifier(['year'], {'year': '%y'})", "%y"),
    ])
    func patternsOfUnits(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
