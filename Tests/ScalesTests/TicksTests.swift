import Testing

@testable import Scales

@Suite struct TicksTests {
    @Test func stepsAreOneTwoOrFive() {
        #expect(Ticks.values(from: 0, to: 55, count: 8) == [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55])
        #expect(Ticks.values(from: 0, to: 1, count: 5) == [0, 0.2, 0.4, 0.6, 0.8, 1])
        #expect(Ticks.values(from: 1, to: 0, count: 2) == [1, 0.5, 0])
        #expect(Ticks.values(from: 3, to: 3, count: 5) == [3])
    }

    @Test func decimalTicksAreTheNumbersThatPeopleWrite() {
        #expect(Ticks.values(from: 0, to: 0.3, count: 3) == [0, 0.1, 0.2, 0.3])
    }

    @Test func oddSpansGiveNothingRatherThanRunAway() {
        #expect(Ticks.values(from: .nan, to: 1, count: 5).isEmpty)
        #expect(Ticks.values(from: -1e308, to: 1e308, count: 5).count < 12)
        #expect(Ticks.values(from: 0, to: 1, count: 0).isEmpty)
        #expect(Ticks.values(from: 1e17, to: 1e17 + 32, count: 1_000_000).count <= Ticks.most)
    }

    @Test func niceEndsAreMultiplesOfTheStep() {
        let (low, high) = Ticks.nice(1.3, 97, count: 10)
        #expect((low, high) == (0, 100))
    }

    @Test func logTicksAreMultiplesOfPowers() {
        let scale = LogScale(domain: [1, 100])
        #expect(scale.ticks(count: 10) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100])
        #expect(LogScale(domain: [0, 10]).ticks(count: 5).isEmpty)
    }

    @Test func timeTicksFollowTheCalendar() {
        // 2000-01-01 to 2010-03-01, as stocks have them.
        let scale = TimeScale(domain: [946_684_800_000, 1_267_401_600_000])
        let ticks = scale.ticks(count: 8)
        #expect(ticks.count == 11)
        #expect(ticks.first == 946_684_800_000)
        #expect(ticks.last == 1_262_304_000_000)
    }

    @Test func monthsEndWhereTheCalendarSays() {
        let month = TimeInterval(.month)
        #expect(month.floor(951_868_800_000) == 951_868_800_000)  // 2000-03-01
        #expect(month.next(after: 949_363_200_000) == 951_868_800_000)  // February 2000 has 29 days
    }
}
