import Facts
import Markdown
import Testing

@testable import Dossier

@Suite("Speaker notes")
struct SpeakerNotesTests {
    @Test("each figure has the prose before it, the last what follows too, and none is left without")
    func prose() throws {
        let text = """
            # One

            Before *a*, see [](#b).

            ![Caption a](a.yaml)

            ![Caption b](b.yaml)

            - After
            - b

            # Two

            ![](c.yaml)
            """
        let document = try MarkdownDocument(file: "r.md", contents: Array(text.utf8))
        let notes = SpeakerNotes(document, facts: .empty, language: "en", numbers: ["b": 2])
        #expect(notes.notes["a.yaml"] == "Before a, see Figure 2.")
        #expect(notes.notes["b.yaml"] == "• After\n• b")
        #expect(notes.notes["c.yaml"] == nil)
        #expect(notes.captions["a.yaml"] == "Caption a")
    }

    @Test("a figure without prose of its own has its section's")
    func shared() throws {
        let text = "# One\n\nProse.\n\n![](a.yaml)\n\n![](b.yaml)\n\n# Two\n"
        let document = try MarkdownDocument(file: "r.md", contents: Array(text.utf8))
        let notes = SpeakerNotes(document, facts: .empty, language: "en", numbers: [:])
        #expect(notes.notes == ["a.yaml": "Prose.", "b.yaml": "Prose."])
    }
}
