import Documents
import Facts
import Testing

@Suite struct SelectionTests {
    private func chosen(_ text: String) throws -> [String] {
        let base = try load(
            record(id: "a", "about: Iran\nmeasure: area"), record(id: "b", "about: Peru\nmeasure: area"),
            record(id: "c", "about: Peru"), record(id: "d", "rank: 1", without: ["value", "unit"]),
            record(id: "e", "rank: 3", without: ["value", "unit"]))
        let node = try Document(file: "figure.yaml", contents: Array(text.utf8)).root
        return try base.select(node, file: "figure.yaml", path: "data.facts").map(\.id)
    }

    @Test(arguments: [
        ("[c, a]", ["c", "a"]), ("{about: Peru}", ["b", "c"]), ("{about: Peru, measure: area}", ["b"]),
        ("{about: [Peru, Iran], measure: area}", ["b", "a"]),
        ("{measure: [length, area], about: [Peru, Iran]}", ["c", "b", "a"]),
        ("{kind: event}", ["d", "e"]), ("{kind: event, rank: 2}", ["d"]),
    ]) func chooses(text: String, ids: [String]) throws {
        #expect(try chosen(text) == ids)
    }

    @Test(arguments: [
        ("[c, aa]", "no fact has the id `aa`", "did you mean `a`?"),
        ("{abuot: Peru}", "unknown key `abuot`", "did you mean `about`?"),
        ("{about: Prru}", "no fact has the about `Prru`", "did you mean `Peru`?"),
        ("{about: Iran, measure: length}", "no fact is chosen", "`dossier facts list` shows what there is"),
        ("[]", "no fact is chosen", "`dossier facts list` shows what there is"),
        ("[3]", "an id was expected, not a number", nil),
        (
            "peru", "facts are chosen by a list of ids or an object, not a string",
            "write [an-id, another-id] or {about: …, measure: …}"
        ),
    ]) func whatCannotBeChosenIsTold(text: String, message: String, advice: String?) throws {
        let problems = #expect(throws: Diagnostics.self) { try chosen(text) }
        #expect(problems?.all.first?.message == message)
        #expect(problems?.all.first?.advice == advice)
        #expect(problems?.all.first?.location?.line == 1)
    }
}
