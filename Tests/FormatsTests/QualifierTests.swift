import Testing

@testable import Formats

struct QualifierTests {
    @Test(arguments: [
        (Qualifier.exact, Qualifier.exact, Qualifier.exact), (.exact, .about, .about), (.atLeast, .exact, .atLeast),
        (.atLeast, .atLeast, .atLeast), (.atLeast, .atMost, .about), (.about, .atMost, .about),
    ])
    func boundsOfWhatTwoMake(_ a: Qualifier, _ b: Qualifier, _ both: Qualifier) {
        #expect(a.combined(with: b) == both)
        #expect(b.combined(with: a) == both)
    }

    @Test(arguments: Qualifier.allCases)
    func turnedTwiceItIsItself(_ qualifier: Qualifier) { #expect(qualifier.inverted.inverted == qualifier) }

    @Test func whatIsTakenAwayTurnsBoundsRound() {
        #expect(Qualifier.atLeast.inverted == .atMost)
        #expect(Qualifier.about.inverted == .about)
    }

    @Test(arguments: Qualifier.allCases)
    func everyHedgeStandsInProseAndLabels(_ qualifier: Qualifier) {
        #expect(qualifier.prosePrefix.isEmpty == (qualifier == .exact))
        #expect(qualifier.labelPrefix.isEmpty == (qualifier == .exact))
        #expect(qualifier.prosePrefix.isEmpty || qualifier.prosePrefix.hasSuffix(" "))
    }
}
