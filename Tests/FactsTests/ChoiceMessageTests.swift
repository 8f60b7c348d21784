import Documents
import Testing

@testable import Facts

@Suite("Choices of facts that cannot be met")
struct ChoiceMessageTests {
    private func told(_ choice: String) throws -> [String] {
        let base = try load(record(id: "length"), record(id: "coast-length", "about: Coast\nrank: 2"))
        let node = try YAMLReader.read(Array(choice.utf8), file: "figure.yaml")
        do {
            return try base.select(node, file: "figure.yaml", path: "facts").map(\.id)
        } catch {
            return error.all.map { "\($0.path): \($0.message)" + ($0.advice.map { " (\($0))" } ?? "") }
        }
    }

    @Test("a slip gets the word that was meant")
    func slips() throws {
        #expect(try told("{abuot: Coast}").first == "facts.abuot: unknown key `abuot` (did you mean `about`?)")
        #expect(
            try told("{about: Coats}").first
                == "facts.about: no fact has the about `Coats` (did you mean `Coast`?)")
        #expect(try told("[lenght]").first?.hasPrefix("facts[0]: ") == true)
    }

    @Test("each wrong kind is told where it stands")
    func kinds() throws {
        #expect(try told("[length, 7]") == ["facts[1]: an id was expected, not a number"])
        #expect(
            try told("{rank: 1.5, unit: [km, 3]}") == [
                "facts.rank: `rank` must be a whole number",
                "facts.unit: `unit` must be text or a list of it, not a number",
            ])
        #expect(
            try told("length") == [
                "facts: facts are chosen by a list of ids or an object, not a string (write [an-id, another-id] or "
                    + "{about: …, measure: …})"
            ])
    }

    @Test("a list of what they are about orders them; a rank leaves out what has none")
    func order() throws {
        #expect(try told("{about: [Coast, Border]}") == ["coast-length", "length"])
        #expect(try told("{rank: 2}") == ["coast-length"])
        #expect(try told("{rank: 1}") == ["facts: no fact is chosen (`dossier facts list` shows what there is)"])
    }

    @Test("places in a source, as a note tells them")
    func locators() {
        #expect(Locator(section: "lead", paragraph: 3).written == "lead, paragraph 3")
        #expect(Locator(section: "Trade").written == "“Trade”")
        #expect(
            Locator(section: "", cell: .init(table: "areas", row: "Mongolia", column: "area")).written
                == "“Mongolia”, area")
        #expect(
            Locator(section: "", border: .init(map: "asia", between: ["KZ", "RU"])).written
                == "the line that KZ and RU share in asia")
    }
}
