import Testing

@testable import Facts

@Suite("Facts that tell one thing differently")
struct ContradictionTests {
    @Test("different values of one measure at one time contradict each other")
    func values() throws {
        let base = try load(
            record(id: "a"), record(id: "b", "value: 4300"), record(id: "c", "value: 4300\ndate: 1999"),
            record(id: "d", "value: 4300\nabout: Coast"), record(id: "e", "value: 4300\nof: the line as drawn"))
        #expect(base.contradictions.groups == [["a", "b"]])
        #expect(base.contradictions.others(than: "a") == ["b"])
        #expect(base.contradictions.others(than: "c").isEmpty && base.contradictions.others(than: "none").isEmpty)
    }

    @Test("the same value, told twice, is no contradiction, nor is one in another unit")
    func same() throws {
        let base = try load(record(id: "a"), record(id: "b"), record(id: "c", "value: 2722\nunit: miles"))
        #expect(base.contradictions.groups.isEmpty)
    }

    @Test("a month lies within its year")
    func dates() throws {
        let base = try load(record(id: "a"), record(id: "b", "value: 1\ndate: 1969-03"))
        #expect(base.contradictions.groups == [["a", "b"]])
    }

    @Test("who is told together with what contradicts it does not stand alone")
    func alone() throws {
        let contradictions = try load(record(id: "a"), record(id: "b", "value: 4300"), record(id: "c", "about: Coast"))
            .contradictions
        #expect(contradictions.alone(among: ["a", "c"]) == ["a"])
        #expect(contradictions.alone(among: ["a", "b", "c"]).isEmpty)
    }
}
