import Testing

@testable import Phrases

/// What figures say of themselves, as an atlas or a newspaper of the language has it.
struct FigurePhraseTests {
    @Test(arguments: [
        ("en", "45° N", "120° W"), ("de", "45° N", "120° W"), ("fr", "45° N", "120° O"), ("es", "45° N", "120° O"),
    ])
    func coordinates(_ language: String, _ latitude: String, _ longitude: String) {
        let map = Phrases.of(language).map
        #expect(Phrases.fill(map.north, "45°") == latitude)
        #expect(Phrases.fill(map.west, "120°") == longitude)
    }

    @Test(arguments: Phrases.all)
    func theFourSidesAreToldApart(_ words: Phrases) {
        let map = words.map
        #expect(Set([map.north, map.south, map.east, map.west]).count == 4)
        #expect([map.north, map.south, map.east, map.west].allSatisfy { $0.contains("%1") })
    }

    @Test(arguments: [
        ("en", "Figure", "Source"), ("de", "Abbildung", "Quelle"), ("fr", "Figure", "Source"),
        ("es", "Figura", "Fuente"), ("ru", "Рисунок", "Источник"), ("zh", "图", "来源"),
    ])
    func captions(_ language: String, _ figure: String, _ source: String) {
        let page = Phrases.of(language).page
        #expect((page.figure, page.source) == (figure, source))
    }

    @Test(arguments: Phrases.all)
    func callOutsAreThoseOfMarkdown(_ words: Phrases) {
        #expect(Set(words.reports.callOuts.keys) == ["note", "tip", "important", "warning", "caution"])
        #expect(Set(words.reports.callOuts.values).count == 5)
    }

    @Test(arguments: Phrases.all)
    func spansOfTimeHaveAsManyFormsAsTheLanguage(_ words: Phrases) {
        let time = words.timeline
        let forms = words.language == "ru" ? 3 : words.language == "zh" ? 1 : 2
        for unit in [time.year, time.month, time.day, time.hour, time.minute, time.event] {
            #expect(unit.count == forms, "\(unit)")
        }
    }

    @Test(arguments: [("en", 2, "2 events"), ("de", 1, "1 Ereignis"), ("ru", 3, "3 события"), ("zh", 3, "3个事件")])
    func countedEvents(_ language: String, _ number: Int, _ wanted: String) {
        let words = Phrases.of(language)
        #expect(words.count(number, words.timeline.event) == wanted)
    }

    @Test(arguments: Phrases.all)
    func pagesAreCounted(_ words: Phrases) {
        let text = Phrases.fill(words.page.pageOf, "3", "12")
        #expect(text.contains("3") && text.contains("12") && !text.contains("%"))
    }
}
