import Figures
import SceneGraph
import Typography

/// What a deck shows of a report, in order.
package enum DeckEntry: Sendable {
    /// A figure, to be drawn for slides; `label` is what the report calls it.
    case figure(address: String, name: String)
    /// A page that is made here: its scene fills the slide and bears its title.
    case page(title: String, Scene, name: String)
}

extension ResolvedReport {
    /// The slides between the title and the sources: the agenda, a slide for each section that shows something,
    /// figures, tables and pictures.
    ///
    /// - Parameter size: of a slide, in figure units, 1080 high.
    package func deckEntries(theme: Theme, measurer: any TextMeasuring, size: Size) -> [DeckEntry] {
        let scenes = DeckScenes(theme: theme, measurer: measurer, size: size)
        var sections: [(title: String, entries: [DeckEntry])] = [("", [])]
        for block in blocks {
            if let heading = block as? HeadingBlock, heading.level <= 2 {
                sections.append((heading.runs.map(\.text).joined(), []))
            } else {
                sections[sections.count - 1].entries += block.deckEntries(scenes)
            }
        }
        let shown = sections.filter { !$0.entries.isEmpty && !$0.title.isEmpty }
        var entries: [DeckEntry] = []
        let isParted = shown.count > 1
        if isParted {
            entries.append(
                .page(
                    title: words.report.inThisReport,
                    scenes.agenda(shown.map(\.title), title: words.report.inThisReport), name: "agenda"))
        }
        var number = 0
        for section in sections where !section.entries.isEmpty {
            if isParted, !section.title.isEmpty {
                number += 1
                entries.append(
                    .page(
                        title: section.title, scenes.section(section.title, number: number), name: "section-\(number)"))
            }
            entries += section.entries
        }
        return entries
    }

    /// The key figures as they stand on the title slide; nil where there are none.
    package func deckKeyFigures(theme: Theme, measurer: any TextMeasuring, size: Size) -> Scene? {
        guard !keyFigures.isEmpty else { return nil }
        return DeckScenes(theme: theme, measurer: measurer, size: size).keyFigures(Array(keyFigures.prefix(4)))
    }
}

extension ReportBlock {
    func deckEntries(_ scenes: DeckScenes) -> [DeckEntry] { [] }
}
