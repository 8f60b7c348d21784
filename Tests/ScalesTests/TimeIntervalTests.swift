import Testing

@testable import Scales

/// Moments: Python, `int(datetime(…, tzinfo=timezone.utc).timestamp() * 1000)`.
@Suite("Steps of the calendar")
struct TimeIntervalTests {
    /// 2024-02-29T13:47:31Z
    private let moment = 1_709_214_451_000.0

    @Test("a moment goes back to where its interval begins")
    func floors() {
        let beginnings: [(TimeInterval, Double)] = [
            (TimeInterval(.second, step: 30), 1_709_214_450_000), (TimeInterval(.minute, step: 15), 1_709_214_300_000),
            (TimeInterval(.hour, step: 6), 1_709_208_000_000), (TimeInterval(.day), 1_709_164_800_000),
            (TimeInterval(.week), 1_708_819_200_000), (TimeInterval(.month, step: 3), 1_704_067_200_000),
            (TimeInterval(.year, step: 5), 1_577_836_800_000),
        ]
        for (interval, beginning) in beginnings {
            #expect(interval.floor(moment) == beginning)
            #expect(interval.floor(beginning) == beginning && interval.ceiling(beginning) == beginning)
        }
    }

    @Test("and forward to where the next begins")
    func ceilings() {
        #expect(TimeInterval(.month).ceiling(moment) == 1_709_251_200_000)
        #expect(TimeInterval(.week).ceiling(moment) == 1_709_424_000_000)
        #expect(TimeInterval(.year).ceiling(moment) == 1_735_689_600_000)
    }

    @Test("before 1970 as after it")
    func early() {
        #expect(TimeInterval(.week).floor(-1000) == -345_600_000)
        #expect(TimeInterval(.year, step: 5).floor(-1000) == -157_766_400_000)
        #expect(TimeInterval(.day).ceiling(-1000) == 0)
    }

    @Test("every second day starts again with the month")
    func days() {
        // 2024-02-29 is the last odd day; the next beginning is 2024-03-01.
        #expect(TimeInterval(.day, step: 2).next(after: 1_709_164_800_000) == 1_709_251_200_000)
    }

    @Test("what divides a span into about ten parts")
    func ladder() {
        let day = 86_400_000.0
        #expect(TimeInterval.dividing(from: 0, to: 10, count: 10) == TimeInterval(.millisecond))
        #expect(TimeInterval.dividing(from: 0, to: day, count: 10) == TimeInterval(.hour, step: 3))
        #expect(TimeInterval.dividing(from: 0, to: 300 * day, count: 10) == TimeInterval(.month))
        #expect(TimeInterval.dividing(from: 0, to: 36_500 * day, count: 10) == TimeInterval(.year, step: 10))
        #expect(TimeInterval(.day).range(from: .nan, to: day).isEmpty)
    }
}
