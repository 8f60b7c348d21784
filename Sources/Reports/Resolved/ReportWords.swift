import Phrases

/// The program's own words in a report's language.
package struct ReportWords: Sendable {
    let phrases: Phrases

    init(_ language: String) { phrases = Phrases.of(language) }

    var page: Phrases.Page { phrases.page }
    var report: Phrases.Reports { phrases.reports }
    var colon: String { page.colon }

    func task(_ isDone: Bool) -> String { isDone ? report.done : report.toDo }
    func callOut(_ kind: String) -> String { report.callOuts[kind] ?? kind }

    /// `Figure 3`
    func label(_ entry: ReportImages.Entry) -> String {
        "\(entry.kind == .table ? page.table : page.figure)\(space)\(entry.number)"
    }

    private var space: String { phrases.language == "zh" ? "" : " " }

    func fill(_ phrase: String, _ part: String) -> String { Phrases.fill(phrase, part) }
}
