import Testing

@testable import Formats

struct DateReadingTests {
    @Test(arguments: [
        ("1970", 0.0), ("1970-01", 0), ("1970-01-02", 86_400_000), ("1970-01-01T01:00", 3_600_000),
        ("1970-01-01T01:00Z", 3_600_000),
        ("1970-01-01T01:00+01:00", 0), ("1970-01-01 00:00:01.5", 1500), ("Jan 1 1970", 0),
        ("January 2, 1970", 86_400_000),
        ("2 Jan 1970", 86_400_000), ("1/2/1970", 86_400_000), ("1970/1/2", 86_400_000), ("1/2/70", 86_400_000),
        ("1970-1-2", 86_400_000), ("Fri, 02 Jan 1970 00:00:00 GMT", 86_400_000), ("1/1/1970 1:00 PM", 46_800_000),
        ("Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)", 0), ("-000001-01-01", -62_198_755_200_000),
        ("Jan 1970", 0), ("1-Jan-70", 0),
    ])
    func dates(_ text: String, _ expected: Double) { #expect(DateReading.milliseconds(text) == expected) }

    @Test(arguments: [
        "", "x", "Acura", "2012-13-01", "25:00", "12", "1.5", "3,000", "2012-01-01T25:00Z", "May the 4th",
        "10 apples", "1/2/3/4", "€5", "99999999999999999999-01-01",
    ])
    func noDates(_ text: String) { #expect(DateReading.milliseconds(text) == nil) }
}
