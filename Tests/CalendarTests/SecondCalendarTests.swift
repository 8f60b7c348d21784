import Testing

@testable import Calendar

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct SecondCalendarTests {
    /// What PyPI's convertdate says; see `Tests/Fixtures/chronology/record-calendars.py`.
    @Test func agreesWithConvertdate() throws {
        let folder = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        let recorded = try #require(contents(of: folder + "/Fixtures/chronology/calendars.txt"))
        var compared = 0
        for line in recorded.split(separator: "\n") where !line.hasPrefix("#") {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            try #require(numbers.count == 10)
            compared += 1
            let islamic = try #require(IslamicDate(daysSince1970: numbers[0]))
            #expect([islamic.year, islamic.month, islamic.day] == Array(numbers[1...3]), "\(line)")
            #expect(
                IslamicDate.daysSince1970(year: islamic.year, month: islamic.month, day: islamic.day) == numbers[0])
            let hebrew = try #require(HebrewDate(daysSince1970: numbers[0]))
            // convertdate counts months from Nisan; Adar II follows Adar I there too.
            let isLeap = HebrewDate.isLeap(year: hebrew.year)
            let fromNisan =
                hebrew.month <= 5
                ? hebrew.month + 6
                : isLeap
                    ? (hebrew.month <= 7 ? hebrew.month + 6 : hebrew.month - 7)
                    : (hebrew.month == 6 ? 12 : hebrew.month - 6)
            #expect([hebrew.year, fromNisan, hebrew.day] == Array(numbers[4...6]), "\(line)")
            #expect(HebrewDate.daysSince1970(year: hebrew.year, month: hebrew.month) + hebrew.day - 1 == numbers[0])
            let julian = JulianDate(daysSince1970: numbers[0])
            #expect([julian.year, julian.month, julian.day] == Array(numbers[7...9]), "\(line)")
        }
        #expect(compared > 150)
    }

    /// Reingold and Dershowitz, "Calendrical Calculations", appendix C: fixed day 710,347, which is 12 November 1945.
    @Test func aPublishedDate() throws {
        let days = 710_347 - 719_163
        #expect(CivilDate(daysSince1970: days) == CivilDate(year: 1945, month: 11, day: 12))
        #expect(SecondCalendar.islamic.day(daysSince1970: days) == .init(year: 1364, month: 12, day: 6))
        #expect(SecondCalendar.hebrew.day(daysSince1970: days) == .init(year: 5706, month: 3, day: 7))
        #expect(SecondCalendar.hebrew.monthName(3, year: 5706) == "Kislev")
    }

    @Test func calendarsBeginSomewhere() {
        #expect(SecondCalendar.islamic.day(daysSince1970: -600_000) == nil)
        #expect(SecondCalendar.hebrew.day(daysSince1970: -3_000_000) == nil)
        #expect(SecondCalendar.julian.day(daysSince1970: -3_000_000) != nil)
        #expect(SecondCalendar.islamic.daysSince1970(year: 0) == nil)
        #expect(SecondCalendar.islamic.day(daysSince1970: .max) == nil)
        #expect(SecondCalendar.julian.wording(ofYear: -44) == "45 BCE O.S.")
    }

    private func contents(of path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
