import SceneGraph
import Testing

@testable import Typography

@Suite("Themes")
struct ThemeTests {
    @Test("text stands out 4.5:1 and marks 3:1 in our look")
    func contrast() {
        let theme = Theme.dossier
        for ink in [theme.ink, theme.mutedInk] { #expect(ink.contrast(with: theme.background) >= 4.5) }
        for mark in [theme.accent, theme.neutral] + theme.categories {
            #expect(mark.contrast(with: theme.background) >= 3, "\(mark.css)")
        }
    }

    @Test("nothing is set smaller than 7 pt in print")
    func sizes() {
        #expect(min(Theme.dossier.noteSize, Theme.dossier.labelSize) * 0.75 >= 7)
    }
}
