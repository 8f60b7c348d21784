import Testing

@testable import Calendar

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

@Suite struct EDTFTests {
    /// What PyPI's edtf 5.0.2 says; recorded by `Tests/Fixtures/chronology/record-edtf.py`. Left out there, because
    /// the package differs from the standard: `%` (it reports neither mark), unknown ends (it adds ten years), winter
    /// (it ends with December), 29 February of 1900 (it takes it), an interval that ends before it begins.
    @Test func agreesWithTheEdtfPackage() throws {
        var folder = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
        folder = "/" + folder + "/Fixtures/chronology/edtf-5.0.2.txt"
        let recorded = try #require(contents(of: folder))
        var compared = 0
        for line in recorded.split(separator: "\n") {
            let parts = line.split(separator: " ").map(String.init)
            compared += 1
            if parts[1] == "error" {
                #expect(throws: EDTFDate.ParsingError.self) { try EDTFDate(parsing: parts[0]) }
                continue
            }
            let date = try EDTFDate(parsing: parts[0])
            func day(_ days: Int?) -> String {
                guard let days else { return "open" }
                let civil = CivilDate(daysSince1970: days)
                return "\(civil.year)-\(civil.month)-\(civil.day)"
            }
            #expect(day(date.earliest) == parts[1], "\(parts[0])")
            #expect(day(date.latest) == parts[2], "\(parts[0])")
            #expect(date.isApproximate == (parts[3] == "1"), "\(parts[0])")
            #expect(date.isUncertain == (parts[4] == "1"), "\(parts[0])")
        }
        #expect(compared > 400)
    }

    @Test(arguments: [
        ("1985-02-31", "February 1985 has 28 days"), ("1985-13", "month 13"), ("0", "no year 0"),
        ("-0000", "no year −0"), ("1985/1980", "ends before it begins"), ("1985-05-02/1985-05-01", "ends before"),
        ("19855", "`Y19855`"), ("1985-4", "`04`"), ("", "undated"), ("1960s", "`196X`"), ("1800s", "`18XX`"),
        ("c. 1858", "`1858~`"), ("44 BC", "`-0043`"), ("1 BCE", "`0000`"), ("28 May 1858", "1858-05-28"),
        ("2001-25", "level 2"), ("19X5", "last digits"), ("XXXX", "undated"), ("1985~?", "once"),
        ("a/b/c", "more than one"),
        ("../..", "no date at either end"), ("/", "no date"), ("1999-XX-05", "no month"), ("196X-05", "no whole year"),
        ("2015-05T10:00", "whole date"), ("2015-05-01T25:00", "time of day"), ("Y99999999999999999999", "years off"),
        ("1900-02-29", "28 days"), ("196x", "capital `X`"), ("２０１５", "not a date"), ("1985-0X", "both digits"),
        ("Y2015", "more than four digits"), ("1985-\u{301}04", "not a date"),
    ])
    func saysWhatIsWrong(text: String, part: String) {
        do {
            let date = try EDTFDate(parsing: text)
            Issue.record("\(text) was read as \(date)")
        } catch {
            #expect(error.message.contains(part), "\(error.message)")
        }
    }

    @Test(arguments: [
        ("1858", "1858", "1858"), ("1858-05", "May 1858", "May 1858"), ("1858-05-28", "28 May 1858", "28 May 1858"),
        ("196X", "the 1960s", "1960s"), ("18XX", "the 19th century", "19th century"), ("undated", "undated", "No date"),
        ("196X~", "c. 1960s", "c. 1960s"), ("1858~", "c. 1858", "c. 1858"), ("1858?", "1858?", "1858?"),
        ("1858%", "c. 1858?", "c. 1858?"), ("2005/2015", "2005–2015", "2005–2015"),
        ("1949/1960~", "1949–c. 1960", "1949–c. 1960"), ("1991/..", "since 1991", "Since 1991"),
        ("../1991", "until 1991", "Until 1991"), ("1991/", "1991–?", "1991–?"), ("/1991", "?–1991", "?–1991"),
        ("-0043", "44 BCE", "44 BCE"), ("-0043-03-15", "15 March 44 BCE", "15 March 44 BCE"),
        ("0079", "79 CE", "79 CE"), ("-0026/0014", "27 BCE–14 CE", "27 BCE–14 CE"),
        ("-0752/-0508", "753–509 BCE", "753–509 BCE"), ("0000", "1 BCE", "1 BCE"),
        ("-01XX", "the 2nd century BCE", "2nd century BCE"),
        ("-0199", "200 BCE", "200 BCE"), ("Y-11699", "11,700 BCE", "11,700 BCE"),
        ("Y-65999999", "66 million BCE", "66 million BCE"), ("1992-21", "spring 1992", "spring 1992"),
        ("1991-24", "winter 1991–92", "winter 1991–92"), ("1858-05-03/1858-05-05", "3–5 May 1858", "3–5 May 1858"),
        ("1858-05-28/1858-06-03", "28 May – 3 June 1858", "28 May – 3 June 1858"),
        ("1858-05/1858-06", "May–June 1858", "May–June 1858"), ("1999-XX", "1999", "1999"),
        ("1969-07-20T20:17:40Z", "20 July 1969, 20:17:40", "20 July 1969, 20:17:40"),
        ("1969-07-20T20:17", "20 July 1969, 20:17", "20 July 1969, 20:17"),
        ("20XX", "the 21st century", "21st century"),
        ("196X/197X", "the 1960s–1970s", "1960s–1970s"), ("0001/0002", "1–2 CE", "1–2 CE"),
    ])
    func wording(text: String, sentence: String, label: String) throws {
        let date = try EDTFDate(parsing: text)
        #expect(date.wording == sentence)
        #expect(date.wording(.label) == label)
    }

    @Test func compactWording() throws {
        #expect(try EDTFDate(parsing: "2021-08-03/2021-10-04").wording(.compact) == "3 Aug – 4 Oct 2021")
        #expect(try EDTFDate(parsing: "1858-06/1858-07").wording(.compact) == "Jun–Jul 1858")
    }

    @Test func julianFlag() throws {
        let date = try EDTFDate(parsing: "1858-05-16", calendar: .julian)
        #expect(date.earliest == CivilDate(year: 1858, month: 5, day: 28)?.daysSince1970)
        #expect(date.wording == "16 May 1858 (Julian)")
        #expect(throws: Never.self) { try EDTFDate(parsing: "1900-02-29", calendar: .julian) }
    }

    @Test func timesOfDay() throws {
        let utc = try EDTFDate(parsing: "1969-07-20T20:17:40Z")
        #expect(utc.firstSecond == -14_182_940)
        #expect(utc.endSecond == -14_182_939)
        let ahead = try EDTFDate(parsing: "1969-07-21T01:17+05:00")
        #expect(ahead.firstSecond == -14_182_980)
        #expect(ahead.endSecond == -14_182_920)
        let day = try EDTFDate(parsing: "1970-01-01")
        #expect(day.firstSecond == 0 && day.endSecond == 86_400)
    }

    @Test func winterRunsIntoTheNextYear() throws {
        let winter = try EDTFDate(parsing: "1991-24")
        #expect(winter.earliest == CivilDate(year: 1991, month: 12, day: 1)?.daysSince1970)
        #expect(winter.latest == CivilDate(year: 1992, month: 2, day: 29)?.daysSince1970)
    }

    @Test func arbitraryBytesNeverStopTheProgram() {
        var seed: UInt64 = 6
        let alphabet = Array("0123456789-/~?%XYT:Z+. esé世")
        for _ in 0..<20_000 {
            var text = ""
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            for _ in 0..<Int(seed >> 60) + 1 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(alphabet[Int(seed >> 33) % alphabet.count])
            }
            if let date = try? EDTFDate(parsing: text) { _ = date.wording }
        }
    }

    private func contents(of path: String) -> String? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes.prefix(count), as: UTF8.self)
    }
}
