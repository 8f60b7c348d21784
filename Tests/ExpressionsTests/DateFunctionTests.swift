import Documents
import Tables
import Testing

@testable import Expressions

/// Functions of dates, with `TZ=UTC`: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert
/// 1.9.0.post1).
struct DateFunctionTests {
    @Test(arguments: [
        ("year('2020-02-29')", "2020"),
        ("quarter('2020-02-29')", "1"),
        ("quarter('2020-04-01')", "2"),
        ("month('2020-12-31')", "11"),
        ("date('2020-12-31')", "31"),
        ("day('2020-03-01')", "0"),
        ("dayofyear('2020-12-31')", "366"),
        ("dayofyear('2021-12-31')", "365"),
        ("week('2020-12-31')", "52"),
        ("hours('2020-01-01T23:59:58.123')", "23"),
        ("minutes('2020-01-01T23:59:58.123')", "59"),
        ("seconds('2020-01-01T23:59:58.123')", "58"),
        ("milliseconds('2020-01-01T23:59:58.123')", "123"),
        ("year(0)", "1970"),
        ("year(-1)", "1969"),
        ("year('nonsense')", "NaN"),
    ])
    func parts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("utcyear('2020-01-01T00:30+01:00')", "2019"),
        ("utcmonth('2020-01-01T00:30+01:00')", "11"),
        ("utcdate('2020-01-01T00:30+01:00')", "31"),
        ("utchours('2020-01-01T00:30+01:00')", "23"),
        ("utcday('2020-03-01')", "0"),
        ("utcquarter('2020-10-01')", "4"),
        ("utcdayofyear('2020-12-31')", "366"),
        ("utcweek('2020-01-05')", "1"),
        ("utcminutes('2020-01-01T05:06')", "6"),
        ("utcseconds('2020-01-01T05:06:07')", "7"),
        ("utcmilliseconds('2020-01-01T05:06:07.008')", "8"),
    ])
    func coordinatedParts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("time(datetime(2020, 1))", "1580515200000"),
        ("time(datetime(2020, 1, 30))", "1583020800000"),
        ("time(datetime(2020, 0, 1, 25))", "1577926800000"),
        ("time(datetime(2020, -1, 1))", "1575158400000"),
        ("time(datetime(99, 0, 1))", "915148800000"),
        ("time(datetime(0))", "0"),
        ("utc(2020, 1, 29)", "1582934400000"),
        ("utc(2020, 12, 1)", "1609459200000"),
        ("utc(2020, 0, 1, 1, 2, 3, 4)", "1577840523004"),
        ("time('1970-01-01')", "0"),
        ("time('1969-12-31')", "-86400000"),
        ("timezoneoffset(0)", "0"),
    ])
    func making(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("time(toDate('2020'))", "1577836800000"),
        ("time(toDate('2020-05'))", "1588291200000"),
        ("time(toDate('2020-05-06T07:08:09.010Z'))", "1588748889010"),
        ("time(toDate('2020-05-06T07:08+02:00'))", "1588741680000"),
        ("time(datetime('May 6, 2020'))", "1588723200000"),
        ("time(datetime('6 May 2020 07:08'))", "1588748880000"),
        ("time(datetime('2020/05/06'))", "1588723200000"),
        ("time(datetime('05/06/2020'))", "1588723200000"),
        ("time(datetime('12:30'))", "NaN"),
        ("time(toDate('-000001-01-01T00:00:00Z'))", "-62198755200000"),
        ("time(toDate('+012020-01-01T00:00:00Z'))", "317147356800000"),
    ])
    func reading(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("time(timeOffset('year', datetime(2020, 1, 29), 1))", "1614556800000"),
        ("time(timeOffset('quarter', datetime(2020, 0, 1), 1))", "1585699200000"),
        ("time(timeOffset('week', datetime(2020, 0, 1), -1))", "1577232000000"),
        ("time(timeOffset('day', datetime(2020, 1, 28), 1))", "1582934400000"),
        ("time(timeOffset('hours', datetime(2020, 0, 1), 30))", "1577944800000"),
        ("time(timeOffset('minutes', datetime(2020, 0, 1), 90))", "1577842200000"),
        ("time(timeOffset('seconds', datetime(2020, 0, 1), -1))", "1577836799000"),
        ("time(timeOffset('milliseconds', datetime(2020, 0, 1), 5))", "1577836800005"),
        ("time(timeOffset('month', datetime(2020, 0, 15)))", "1581724800000"),
        ("time(utcOffset('month', utc(2020, 0, 31), 1))", "1583107200000"),
    ])
    func offsets(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("length(timeSequence('year', datetime(2000, 0, 1), datetime(2010, 0, 1)))", "10"),
        ("length(timeSequence('month', datetime(2020, 0, 1), datetime(2020, 5, 1), 2))", "3"),
        ("length(timeSequence('day', datetime(2020, 1, 1), datetime(2020, 2, 1)))", "29"),
        ("length(timeSequence('week', datetime(2020, 0, 1), datetime(2020, 1, 1)))", "4"),
        ("length(utcSequence('hours', utc(2020, 0, 1), utc(2020, 0, 2)))", "24"),
        ("length(timeSequence('day', datetime(2020, 0, 2), datetime(2020, 0, 1)))", "0"),
    ])
    func sequences(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("monthFormat(0)", "January"),
        ("monthFormat(11)", "December"),
        ("monthFormat(12)", "January"),
        ("monthAbbrevFormat(4)", "May"),
        ("monthAbbrevFormat(-1)", "Dec"),
        ("dayFormat(1)", "Monday"),
        ("dayFormat(7)", "Sunday"),
        ("dayAbbrevFormat(3)", "Wed"),
        ("dayAbbrevFormat(-1)", "Sat"),
        ("monthFormat(-13)", "December"),
    ])
    func names(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
