import Testing

@testable import Documents

@Suite("Suggestions and messages")
struct SuggestionTests {
    @Test("a slip of the keyboard is recognised, another word is not")
    func nearest() {
        let known = ["field", "type", "aggregate", "timeUnit"]
        #expect(suggestion(for: "feild", among: known) == "field")
        #expect(suggestion(for: "agregate", among: known) == "aggregate")
        #expect(suggestion(for: "timeunit", among: known) == "timeUnit")
        #expect(suggestion(for: "colour", among: known) == nil)
        #expect(suggestion(for: "", among: known) == nil)
    }

    @Test("the beginning of a longer word leads to it")
    func prefix() {
        #expect(suggestion(for: "kazakh-student", among: ["border", "kazakh-students-2005"]) == "kazakh-students-2005")
    }

    @Test("a message says where, what and what to do")
    func description() {
        let problem = Diagnostic(
            "unknown field `orgin`", file: "a.vl.json", at: SourceLocation(line: 3, column: 14),
            path: "encoding.x.field",
            advice: "did you mean `origin`?")
        #expect(
            problem.description
                == "a.vl.json:3:14: error: unknown field `orgin`\n    in encoding.x.field\n    did you mean `origin`?")
    }
}
