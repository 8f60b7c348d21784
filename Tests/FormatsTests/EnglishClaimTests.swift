import Testing

@testable import Formats

/// What English sentences claim by numbers, by kind, value, unit and hedge.
struct EnglishClaimTests {
    private func claims(_ text: String) -> [String] {
        ClaimScanner.claims(in: text).map { claim in
            let hedge = claim.number.hedge == .none ? "" : "\(claim.number.hedge) "
            let value = (claim.number.value * 1000).rounded() / 1000
            let written = value == value.rounded() ? String(Int(value)) : String(value)
            if case .vague(let name) = claim.kind { return "vague \(name)" }
            let kind = claim.kind == .amount ? "" : "\(claim.kind) "
            return "\(hedge)\(kind)\(written)\(claim.unit.map { " " + $0 } ?? "")"
        }
    }

    @Test(arguments: [
        ("The number rose from 781 to 13,198.", ["781", "13198"]),
        ("twenty-three scholarships", ["23"]),
        ("over 1.5 million square kilometres", ["above 1500000 km²"]),
        ("about 4,380 kilometres", ["about 4380 km"]),
        ("nearly 23 per cent", ["nearly 23 %"]),
        ("no fewer than 5 embassies", ["above 5"]),
        ("at most 12", ["below 12"]),
    ])
    func amounts(_ text: String, _ wanted: [String]) { #expect(claims(text) == wanted) }

    @Test(arguments: [
        ("half of the students", ["share 0.5"]), ("two thirds of them", ["share 0.667"]),
        ("a quarter of the land", ["share 0.25"]),
    ])
    func shares(_ text: String, _ wanted: [String]) { #expect(claims(text).first == wanted.first) }

    @Test(arguments: [
        ("Trade doubled.", ["multiple 2 ×"]), ("twice as many", ["multiple 2 ×"]),
        ("a seventeenfold rise", ["multiple 17 ×"]),
    ])
    func multiples(_ text: String, _ wanted: [String]) { #expect(claims(text) == wanted) }

    @Test(arguments: [
        ("scores of soldiers", ["vague scores"]), ("dozens of schools", ["vague dozens"]),
        ("hundreds of thousands of people", ["vague hundreds of thousands"]),
    ])
    func wordsThatCountWithoutANumber(_ text: String, _ wanted: [String]) { #expect(claims(text) == wanted) }

    @Test(arguments: [
        ("In 1969 the war began.", "year 1969"), ("the 1960s", "decade 1960"), ("See Figure 3.", "reference 3"),
        ("on page 12", "reference 12"), ("one of them", "pronoun 1"),
    ])
    func whatNeedsNoFact(_ text: String, _ wanted: String) {
        let found = ClaimScanner.claims(in: text)
        #expect(claims(text) == [wanted])
        #expect(found.allSatisfy { !$0.needsFact })
    }

    @Test func aClaimKnowsWhereItStands() throws {
        let text = "Über 13,198 academic scholarships a year"
        let claim = try #require(ClaimScanner.claims(in: text).first)
        #expect(String(decoding: Array(text.utf8)[claim.range], as: UTF8.self).contains("13,198"))
        #expect(claim.nouns.contains("scholarships"))
        #expect(claim.rate == "a year")
    }
}
