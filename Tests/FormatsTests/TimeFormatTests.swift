import Testing

@testable import Formats

struct TimeFormatTests {
    static let moment = CivilTime(year: 2012, month: 6, day: 7, hour: 15, minute: 4, second: 5, millisecond: 6)
        .milliseconds()

    @Test func directives() {
        #expect(TimeFormat("%Y-%m-%dT%H:%M:%S.%LZ").format(Self.moment) == "2012-06-07T15:04:05.006Z")
        #expect(TimeFormat("%A %-d %B %_I %p").format(Self.moment) == "Thursday 7 June  3 PM")
        #expect(TimeFormat("100%% %k").format(Self.moment) == "100% k")
    }

    @Test func fixedZones() {
        #expect(TimeFormat("%H:%M %Z", offset: 330).format(Self.moment) == "20:34 +0530")
        #expect(TimeFormat("%Y-%m-%d", offset: -300).parse("2012-01-01") == 1_325_394_000_000)
    }

    @Test func locales() {
        let german = TimeLocale(
            date: "%d.%m.%Y",
            months: [
                "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
                "November", "Dezember",
            ])
        #expect(TimeFormat("%-d. %B %Y", locale: german).format(Self.moment) == "7. Juni 2012")
        #expect(TimeFormat("%x", locale: german).format(Self.moment) == "07.06.2012")
        #expect(TimeFormat("%d. %B %Y", locale: german).parse("03. März 2012") == 1_330_732_800_000)
    }

    /// A moment written with its parts is read back.
    @Test(arguments: [
        "%Y-%m-%dT%H:%M:%S.%L%Z", "%Y %j %H %M %S %L", "%G-W%V-%u %H:%M:%S.%f", "%Q", "%d/%b/%y %I:%M:%S.%L %p",
    ])
    func readsWhatItWrites(_ specifier: String) {
        let format = TimeFormat(specifier)
        #expect(format.parse(format.format(Self.moment)) == Self.moment)
    }

    /// Every day of many years is written and read back the same.
    @Test func everyDay() {
        let format = TimeFormat("%G-%V-%u"), weeks = TimeFormat("%Y %U %w"), mondays = TimeFormat("%Y %W %u")
        for day in stride(from: -40_000, to: 60_000, by: 13) {
            let moment = Double(day) * 86_400_000
            #expect(format.parse(format.format(moment)) == moment)
            #expect(weeks.parse(weeks.format(moment)) == moment)
            #expect(mondays.parse(mondays.format(moment)) == moment)
        }
    }

    @Test func whatDoesNotMatchIsNil() {
        #expect(TimeFormat("%Y-%m-%d").parse("2012-06") == nil)
        #expect(TimeFormat("%Y").parse("2012 ") == nil)
        #expect(TimeFormat("%b").parse("Foo") == nil)
        #expect(TimeFormat("%Y-%m-%d").parse("") == nil)
    }

    @Test func noDateIsSaid() {
        #expect(TimeFormat("%Y").format(.nan) == "Invalid Date")
        #expect(TimeFormat("%Y").format(1e300) == "Invalid Date")
    }

    @Test func aLocaleThatNamesItselfEnds() {
        let locale = TimeLocale(dateTime: "%c %x", date: "%x %c")
        #expect(!TimeFormat("%c", locale: locale).format(Self.moment).contains("%"))
    }

    @Test func multipleScales() {
        let format = MultiscaleTimeFormat()
        let cases: [(CivilTime, String)] = [
            (.init(year: 2012), "2012"), (.init(year: 2012, month: 4), "April"), (.init(year: 2012, day: 8), "Jan 08"),
            (.init(year: 2012, day: 9), "Mon 09"), (.init(year: 2012, hour: 13), "01 PM"),
            (.init(year: 2012, minute: 5), "12:05"),
            (.init(year: 2012, second: 5), ":05"), (.init(year: 2012, millisecond: 5), ".005"),
        ]
        for (time, text) in cases { #expect(format.format(time.milliseconds()) == text) }
    }

    @Test func civilTimeAgreesWithItself() {
        for day in stride(from: -800_000, to: 800_000, by: 997) {
            let moment = Double(day) * 86_400_000 + 12_345_678
            #expect(CivilTime(milliseconds: moment)?.milliseconds() == moment)
        }
        #expect(CivilTime(milliseconds: 0)?.weekday == 4)
        #expect(CivilTime(milliseconds: .nan) == nil)
        #expect(CivilTime.milliseconds(year: 1e300).isNaN)
    }
}
