import Testing

@testable import Batch

@Suite("Shares of rows")
struct ShareTests {
    @Test("every row is in one share, counted from 0 or from 1", arguments: [1, 2, 3, 7, 64])
    func partition(_ count: Int) throws {
        for first in [0, 1] {
            let shares = try (first..<(count + first)).map { try #require(Share("\($0)/\(count)")) }
            for row in 0..<200 { #expect(shares.count { $0.contains(row: row) } == 1) }
        }
    }

    @Test("what is no share", arguments: ["", "1", "1/0", "3/2", "-1/2", "a/2", "1/2/3", "1/", "/2", "1/9999999999"])
    func wrong(_ text: String) { #expect(Share(text) == nil) }

    @Test("names are taken once, whatever their capitals and forms of accents")
    func names() {
        var register = NameRegister()
        #expect(register.add("a/Caf\u{E9}", row: 0) == nil)
        #expect(register.add("a/cafe\u{301}", row: 1) == 0)
        #expect(register.add("A/CAF\u{C9}", row: 2) == 0)
        #expect(register.add("a/cafe", row: 3) == nil)
    }
}
