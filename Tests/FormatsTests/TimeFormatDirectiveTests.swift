import Testing

@testable import Formats

/// What d3-time-format writes: `timeFormat(datetime(…), directive)` in an expression of Vega (vl-convert
/// 1.9.0.post1, `TZ=UTC`), spaces as points.
struct TimeFormatDirectiveTests {
    private static let moments = ["2020-02-29T13:05:09.007", "1999-12-31T23:59:59.999", "2023-01-01T00:00"]

    @Test(arguments: [
        ("%a", "Sat  Fri  Sun"),
        ("%A", "Saturday  Friday  Sunday"),
        ("%b", "Feb  Dec  Jan"),
        ("%B", "February  December  January"),
        ("%c", "2/29/2020,·1:05:09·PM  12/31/1999,·11:59:59·PM  1/1/2023,·12:00:00·AM"),
        ("%d", "29  31  01"),
        ("%-d", "29  31  1"),
        ("%_d", "29  31  ·1"),
        ("%e", "29  31  ·1"),
        ("%f", "007000  999000  000000"),
        ("%g", "20  99  22"),
        ("%G", "2020  1999  2022"),
        ("%H", "13  23  00"),
        ("%I", "01  11  12"),
        ("%j", "060  365  001"),
        ("%L", "007  999  000"),
        ("%m", "02  12  01"),
        ("%M", "05  59  00"),
        ("%p", "PM  PM  AM"),
        ("%q", "1  4  1"),
        ("%Q", "1582981509007  946684799999  1672531200000"),
        ("%s", "1582981509  946684799  1672531200"),
        ("%S", "09  59  00"),
        ("%u", "6  5  7"),
        ("%U", "08  52  01"),
        ("%V", "09  52  52"),
        ("%w", "6  5  0"),
        ("%W", "08  52  00"),
        ("%x", "2/29/2020  12/31/1999  1/1/2023"),
        ("%X", "1:05:09·PM  11:59:59·PM  12:00:00·AM"),
        ("%y", "20  99  23"),
        ("%Y", "2020  1999  2023"),
        ("%Z", "+0000  +0000  +0000"),
        ("%%", "%  %  %"),
        ("%-m/%-d/%y", "2/29/20  12/31/99  1/1/23"),
        ("%0e", "29  31  01"),
    ])
    func directives(_ directive: String, _ wanted: String) throws {
        let format = TimeFormat(directive)
        let found = try Self.moments.map { format.format(try #require(DateReading.milliseconds($0))) }
        #expect(found.map { $0.replacing(" ", with: "·") }.joined(separator: "  ") == wanted)
    }

    @Test(
        arguments: [
            ("2020-02-29", "%Y-%m-%d", 1582934400000),
            ("29.2.20", "%d.%m.%y", 1582934400000),
            ("February 29, 2020", "%B %d, %Y", 1582934400000),
            ("feb 2020", "%b %Y", 1580515200000),
            ("Sat 2020-02-29", "%a %Y-%m-%d", 1582934400000),
            ("13:05", "%H:%M", -2208941700000),
            ("01:05 PM", "%I:%M %p", -2208941700000),
            ("2020-060", "%Y-%j", 1582934400000),
            ("1582934400", "%s", 1582934400000),
            ("1582934400123", "%Q", 1582934400123),
            ("2020-02-29T00:00:00-0500", "%Y-%m-%dT%H:%M:%S%Z", 1582952400000),
            ("2020Q2", "%YQ%q", 1585699200000),
            ("100%", "%H0%%", -2208952800000),
            ("2020-02-30", "%Y-%m-%d", 1583020800000),
            ("2020-13-01", "%Y-%m-%d", 1609459200000),
            ("20", "%Y", -61536067200000),
            ("x2020", "%Y", nil),
            ("2020x", "%Y", nil),
            ("70", "%y", 0),
            ("68", "%y", 3092601600000),
            (".250", ".%L", -2208988799750),
        ] as [(String, String, Double?)])
    func reading(_ text: String, _ pattern: String, _ wanted: Double?) {
        #expect(TimeFormat(pattern).parse(text) == wanted)
    }
}
