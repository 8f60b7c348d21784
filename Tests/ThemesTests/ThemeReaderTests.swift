import Documents
import Testing
import Typography

@testable import Themes

@Suite("Theme files")
struct ThemeReaderTests {
    private func problems(_ text: String) -> [String] {
        do {
            _ = try ThemeReader.read(Array(text.utf8), file: "t.yaml")
            return []
        } catch {
            return error.all.map(\.description)
        }
    }

    @Test("the file of the default theme says what the code says")
    func sameAsCode() throws {
        let file = try #require(Themes.files.first { $0.name == "dossier" })
        #expect(try ThemeReader.read(file.contents, file: "dossier.yaml") == .dossier)
    }

    @Test("every theme that ships is found by its name", arguments: Themes.names)
    func shipped(_ name: String) { #expect(Themes.shipped(name)?.name == name) }

    @Test("what a file does not say is that of the theme it extends")
    func extending() throws {
        let theme = try ThemeReader.read(
            Array("name: ours\ncolour: {accent: \"#123456\"}\npage: {body: 13}\n".utf8), file: "t.yaml")
        #expect(theme.accent.css == "#123456")
        #expect(theme.page.body == 13)
        #expect(theme.family == Theme.dossier.family)
    }

    @Test(
        "what is wrong is told with its place",
        arguments: [
            (
                "colours: {ink: \"#000\"}",
                "t.yaml:1:1: error: unknown key `colours` in a theme\n    in colours\n    did you mean `colour`?"
            ),
            (
                "colour:\n  accnet: \"#000\"",
                "t.yaml:2:3: error: unknown key `accnet` in a theme\n    in colour.accnet\n    did you mean `accent`?"
            ),
            ("colour: {ink: 7}", "t.yaml:1:15: error: `ink` must be a colour"),
            ("type: {title: 1000}", "t.yaml:1:15: error: `title` must be a number from 6 to 96, not 1000"),
            ("colour: {ink: \"#eeeeee\"}", "t.yaml:1:9: error: text in `ink` cannot be read"),
            ("[1]", "t.yaml:1:1: error: a theme is an object"),
            (
                "page: {alignment: centred}",
                "t.yaml:1:19: error: unknown alignment `centred`\n    in page.alignment\n    known: ragged, justified"
            ),
            ("page: {notes: aside}", "t.yaml:1:15: error: unknown place of notes `aside`"),
            ("page: {columns: 1.5}", "t.yaml:1:17: error: `columns` must be a whole number from 1 to 2, not 1.5"),
            ("page: {columns: 2, notes: margin}", "t.yaml:1:7: error: notes in the margin need one column"),
            ("page: {margin_left: 5}", "t.yaml:1:21: error: `margin_left` must be a number from 20 to 300, not 5"),
            ("page: {margins: 5}", "t.yaml:1:8: error: unknown key `margins` in a theme"),
            ("extends: nothing", "t.yaml:1:10: error: no theme of that name ships"),
        ])
    func errors(_ text: String, message: String) {
        let found = problems(text)
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix(message) == true, "\(found)")
    }
}
