import Testing

@testable import Formats

/// `timeFormat(datetime(…))` in an expression of Vega (vl-convert 1.9.0.post1, `TZ=UTC`).
struct MultiscaleTimeTests {
    @Test(arguments: [
        ("2020-01-01", "2020"),
        ("2020-02-01", "February"),
        ("2020-04-01", "April"),
        ("2020-03-15", "Mar 15"),
        ("2020-03-16", "Mon 16"),
        ("2020-03-16T07:00", "07 AM"),
        ("2020-03-16T00:30", "12:30"),
        ("2020-03-16T13:30", "01:30"),
        ("2020-03-16T13:30:09", ":09"),
        ("2020-03-16T13:30:09.250", ".250"),
    ])
    func byTheCoarsestUnit(_ moment: String, _ wanted: String) throws {
        #expect(MultiscaleTimeFormat().format(try #require(DateReading.milliseconds(moment))) == wanted)
    }

    @Test func aUnitMayHaveAFormOfItsOwn() throws {
        let format = MultiscaleTimeFormat(["year": "’%y", "month": "%b"])
        #expect(format.format(CivilTime(year: 2020).milliseconds()) == "’20")
        #expect(format.format(CivilTime(year: 2020, month: 2).milliseconds()) == "Feb")
        #expect(format.format(CivilTime(year: 2020, month: 4).milliseconds()) == "April")
        #expect(format.format(.nan) == "Invalid Date")
    }
}
