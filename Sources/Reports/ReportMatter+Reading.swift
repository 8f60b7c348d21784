import Documents
import Facts
import Markdown

extension ReportMatter {
    /// What tells a problem: its message, where, its path, what to do.
    private typealias Report = (String, DocumentNode?, String, String?) -> Void

    /// Reads front matter; everything that is wrong with it is added to `problems`.
    init(_ node: DocumentNode?, file: String, problems: inout Diagnostics) {
        func problem(_ message: String, _ place: DocumentNode?, _ path: String, _ advice: String?) {
            problems.add(Diagnostic(message, file: file, at: place?.location, path: path, advice: advice))
        }
        if let node, node.object == nil {
            problem("the front matter is \(node.kind); names and values were expected", node, "", nil)
        }
        for member in node?.object?.members ?? [] where !ReportMatter.keys.contains(member.key) {
            problems.add(
                Diagnostic(
                    "unknown key `\(member.key)` in the front matter", file: file, at: member.keyLocation,
                    path: member.key, advice: Self.advice(for: member.key, among: ReportMatter.keys)))
        }
        readTexts(node, problem)
        readAuthors(node, problem)
        readAbbreviations(node, problem)
        readChecks(node, problem)
        readLists(node, problem)
        readDeck(node, problem)
        readKeyFigures(node, problem)
    }

    private static func advice(for word: String, among known: [String]) -> String {
        suggestion(for: word, among: known).map { "did you mean `\($0)`?" }
            ?? "known keys: " + known.joined(separator: ", ")
    }

    private mutating func readTexts(_ node: DocumentNode?, _ problem: Report) {
        func text(_ key: String) -> String? {
            guard let value = node?[key] else { return nil }
            if let string = value.string { return string }
            if let number = value.number, number == number.rounded(), abs(number) < 1e9 { return String(Int(number)) }
            problem("`\(key)` is \(value.kind); a text was expected", value, key, nil)
            return ""
        }
        title = text("title") ?? ""
        subtitle = text("subtitle") ?? ""
        titleLocation = node?["title"]?.location
        titleLine = ReportMatter.plain(title, at: titleLocation)
        subtitleLine = ReportMatter.plain(subtitle, at: node?["subtitle"]?.location)
        date = text("date") ?? ""
        if !date.isEmpty, !ReportMatter.isDate(date) {
            problem("`\(date)` is not a date", node?["date"], "date", "write it as 2026-11-23")
        }
        language = text("language") ?? language
        page = text("page") ?? page
        if !PageTemplate.all.contains(where: { $0.name == page }) {
            problem(
                "unknown page `\(page)`", node?["page"], "page",
                "known pages: " + PageTemplate.all.map(\.name).joined(separator: ", "))
        }
        themeLocation = node?["theme"]?.location
        theme = text("theme") ?? theme
        changesSince = text("changes_since")
    }

    private mutating func readAuthors(_ node: DocumentNode?, _ problem: Report) {
        if let value = node?["authors"] {
            authors = value.array?.compactMap(\.string) ?? value.string.map { [$0] } ?? []
            if authors.count != max(1, value.array?.count ?? 1) {
                problem("`authors` is a list of names", value, "authors", nil)
            }
        }
        hasCoverPage = node?["cover"]?.boolean ?? false
        if let value = node?["cover"], value.boolean == nil {
            problem("`cover` is \(value.kind); true or false was expected", value, "cover", nil)
        }
    }

    private mutating func readAbbreviations(_ node: DocumentNode?, _ problem: Report) {
        if let value = node?["abbreviations"], value.object == nil {
            problem(
                "`abbreviations` is \(value.kind); short forms and what they stand for were expected", value,
                "abbreviations", nil)
        }
        for member in node?["abbreviations"]?.object?.members ?? [] {
            guard let text = member.value.string else {
                problem(
                    "`\(member.key)` stands for a text, not \(member.value.kind)", member.value,
                    "abbreviations.\(member.key)", nil)
                continue
            }
            abbreviations[member.key] = text
            abbreviationLocations[member.key] = member.value.location
        }
    }

    private mutating func readDeck(_ node: DocumentNode?, _ problem: Report) {
        guard let value = node?["slides"] else { return }
        if value.object == nil {
            problem("`slides` is \(value.kind); names and values were expected", value, "slides", nil)
        }
        let known = ["template", "charts", "size"]
        for member in value.object?.members ?? [] {
            let place = "slides.\(member.key)"
            guard known.contains(member.key) else {
                problem(
                    "unknown key `\(member.key)`", member.value, place, Self.advice(for: member.key, among: known))
                continue
            }
            guard let text = member.value.string else {
                problem("`\(member.key)` is \(member.value.kind); a text was expected", member.value, place, nil)
                continue
            }
            deck.locations[member.key] = member.value.location
            switch member.key {
            case "template": deck.template = text
            case "charts": deck.charts = text
            default: deck.size = text
            }
        }
    }

    private mutating func readKeyFigures(_ node: DocumentNode?, _ problem: Report) {
        for (index, item) in (node?["key_figures"]?.array ?? []).enumerated() {
            if let fact = item["fact"]?.string, let label = item["label"]?.string {
                keyFigures.append(
                    KeyFigure(
                        fact: fact, label: ReportMatter.inlines(label, at: item["label"]?.location),
                        location: item["fact"]?.location ?? item.location))
            } else {
                problem("a key figure needs `fact` and `label`", item, "key_figures[\(index)]", nil)
            }
        }
    }

    private mutating func readLists(
        _ node: DocumentNode?, _ problem: Report
    ) {
        func flag(_ key: String) -> Bool? {
            guard let value = node?[key] else { return nil }
            if value.boolean == nil {
                problem("`\(key)` is \(value.kind); true or false was expected", value, key, nil)
            }
            return value.boolean
        }
        hasContents = flag("toc")
        listsFigures = flag("list_of_figures") ?? false
        listsTables = flag("list_of_tables") ?? false
        for key in ["logo", "head", "foot"] {
            guard let value = node?[key] else { continue }
            guard let text = value.string else {
                problem("`\(key)` is \(value.kind); a text was expected", value, key, nil)
                continue
            }
            for field in ReportMatter.fieldNames(in: text) where key != "logo" && !ReportMatter.fields.contains(field) {
                problem(
                    "unknown field `{\(field)}`", value, key,
                    "known: " + ReportMatter.fields.map { "{\($0)}" }.joined(separator: ", "))
            }
            switch key {
            case "logo": (logo, logoLocation) = (text, value.location)
            case "head": head = text
            default: foot = text
            }
        }
        guard let value = node?["facts"] else { return }
        if let known = value.string.flatMap(ListedFacts.init(rawValue:)) {
            facts = known
        } else {
            problem("`facts` is none, cited or all", value, "facts", nil)
        }
    }

    private static func fieldNames(in text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }

    private mutating func readChecks(
        _ node: DocumentNode?, _ problem: Report
    ) {
        if let value = node?["checks"] {
            switch value.string {
            case "strict"?: isStrict = true
            case "warn"?: break
            default: problem("`checks` is strict or warn", value, "checks", nil)
            }
        }
        guard let list = node?["own_numbers"], !list.isNull else { return }
        let advice = "write - {number: ten years, why: the span between two counts}"
        guard let items = list.array else {
            problem("`own_numbers` is \(list.kind); a list was expected", list, "own_numbers", advice)
            return
        }
        for (index, item) in items.enumerated() {
            let path = "own_numbers[\(index)]"
            for member in item.object?.members ?? [] where !["number", "why"].contains(member.key) {
                problem("unknown key `\(member.key)`", member.value, path, "known keys: number, why")
            }
            let number = item["number"]
            let text =
                number?.string
                ?? number?.number.map { $0 == $0.rounded() && $0.magnitude < 1e15 ? String(Int($0)) : String($0) }
            guard let text, !text.isEmpty else {
                problem("an own number needs `number`, as it is typed", item, path, advice)
                continue
            }
            guard let why = item["why"]?.string, !why.isEmpty else {
                problem("the own number `\(text)` does not say why it needs no fact", item, path, advice)
                continue
            }
            ownNumbers.append(OwnNumber(text: text, why: why, location: item.location))
        }
    }

    /// A text of the front matter as it is.
    private static func plain(_ text: String, at place: SourceLocation?) -> [MarkdownInline] {
        text.isEmpty ? [] : [MarkdownInline(.text(text), at: place ?? SourceLocation(line: 1, column: 1))]
    }

    /// A text of the front matter as Markdown, placed where it stands in the file.
    private static func inlines(_ text: String, at place: SourceLocation?) -> [MarkdownInline] {
        let place = place ?? SourceLocation(line: 1, column: 1)
        guard let document = try? MarkdownDocument(file: "", contents: Array(text.utf8)),
            case .paragraph(let inlines)? = document.blocks.first?.content
        else { return [MarkdownInline(.text(text), at: place)] }
        return inlines.map { inline in
            var inline = inline
            inline.location = SourceLocation(
                line: Int(place.line), column: Int(place.column) + Int(inline.location.column) - 1)
            return inline
        }
    }
}
