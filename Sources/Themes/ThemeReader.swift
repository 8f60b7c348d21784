import Documents
import SceneGraph
import Typography

/// Reads a theme file: what it does not say is that of the theme it extends, `dossier` where it names none.
public enum ThemeReader {
    /// How a key's value is read into a theme.
    private enum Setting {
        case number(WritableKeyPath<Theme, Double>, ClosedRange<Double>)
        case ownNumber(WritableKeyPath<Theme, Double?>, ClosedRange<Double>)
        case whole(WritableKeyPath<Theme, Double>, ClosedRange<Double>)
        case alignment(WritableKeyPath<Theme, PageType.Alignment>)
        case notePlace(WritableKeyPath<Theme, PageType.NotePlace>)
        case color(WritableKeyPath<Theme, Color>)
        case colors(WritableKeyPath<Theme, [Color]>)
        case text(WritableKeyPath<Theme, String>)
        case texts(WritableKeyPath<Theme, [String]>)
    }

    private static var sections: [(name: String, settings: [(key: String, setting: Setting)])] {
        [
            (
                "type",
                [
                    ("family", .text(\.family)), ("fallbacks", .texts(\.fallbackFamilies)),
                    ("title", .number(\.titleSize, 6...96)), ("subtitle", .number(\.subtitleSize, 6...96)),
                    ("label", .number(\.labelSize, 6...96)), ("note", .number(\.noteSize, 6...96)),
                ]
            ),
            (
                "colour",
                [
                    ("background", .color(\.background)), ("ink", .color(\.ink)), ("muted", .color(\.mutedInk)),
                    ("rule", .color(\.rule)), ("grid", .color(\.grid)), ("accent", .color(\.accent)),
                    ("neutral", .color(\.neutral)), ("categories", .colors(\.categories)), ("sea", .color(\.sea)),
                    ("land", .color(\.land)), ("land_muted", .color(\.landMuted)),
                    ("land_highlight", .color(\.landHighlight)), ("border", .color(\.border)),
                    ("water", .color(\.water)),
                ]
            ),
            ("spacing", [("margin", .number(\.margin, 0...200))]),
            (
                "page",
                [
                    ("title", .number(\.page.title, 6...96)), ("subtitle", .number(\.page.subtitle, 6...96)),
                    ("body", .number(\.page.body, 6...60)), ("body_line", .number(\.page.bodyLine, 6...120)),
                    ("lead", .number(\.page.lead, 6...60)), ("lead_line", .number(\.page.leadLine, 6...120)),
                    ("heading", .number(\.page.heading, 6...60)), ("caption", .number(\.page.caption, 6...60)),
                    ("caption_line", .number(\.page.captionLine, 6...120)), ("table", .number(\.page.table, 6...60)),
                    ("table_line", .number(\.page.tableLine, 6...120)), ("code", .number(\.page.code, 6...60)),
                    ("code_line", .number(\.page.codeLine, 6...120)), ("small", .number(\.page.small, 6...60)),
                    ("small_line", .number(\.page.smallLine, 6...120)),
                    ("alignment", .alignment(\.page.alignment)), ("notes", .notePlace(\.page.notes)),
                    ("columns", .whole(\.page.columns, 1...2)),
                    ("margin_left", .ownNumber(\.page.marginLeft, 20...300)),
                    ("margin_right", .ownNumber(\.page.marginRight, 20...300)),
                    ("margin_top", .ownNumber(\.page.marginTop, 60...300)),
                    ("margin_bottom", .ownNumber(\.page.marginBottom, 55...300)),
                    ("rail", .ownNumber(\.page.rail, 90...300)), ("rail_gap", .ownNumber(\.page.railGap, 0...100)),
                ]
            ),
        ]
    }

    /// - Throws: everything that is wrong with the file: unknown keys with the nearest known one, values of the wrong
    ///   kind, text that is too pale to read.
    public static func read(_ contents: [UInt8], file: String) throws(Diagnostics) -> Theme {
        let node = try YAMLReader.read(contents, file: file)
        var problems = Diagnostics()
        func problem(_ message: String, _ place: SourceLocation, _ path: String, _ advice: String? = nil) {
            problems.add(Diagnostic(message, file: file, at: place, path: path, advice: advice))
        }
        func unknown(_ member: DocumentObject.Member, _ path: String, among known: [String]) {
            problem(
                "unknown key `\(member.key)` in a theme", member.keyLocation, path,
                suggestion(for: member.key, among: known).map { "did you mean `\($0)`?" }
                    ?? "known keys: " + known.joined(separator: ", "))
        }
        guard let root = node.object else {
            throw Diagnostics([Diagnostic("a theme is an object, not \(node.kind)", file: file, at: node.location)])
        }
        var theme = Theme.dossier
        if let base = root["extends"] {
            if let name = base.string, let known = Themes.shipped(name) {
                theme = known
            } else {
                problem(
                    "no theme of that name ships", base.location, "extends",
                    "themes: " + Themes.names.joined(separator: ", "))
            }
        }
        theme.name = root["name"]?.string ?? theme.name
        for member in root.members where member.key != "name" && member.key != "extends" {
            guard let section = sections.first(where: { $0.name == member.key }) else {
                unknown(member, "", among: sections.map(\.name) + ["name", "extends"])
                continue
            }
            guard let object = member.value.object else {
                problem(
                    "`\(member.key)` is \(member.value.kind); names and values were expected", member.value.location,
                    member.key)
                continue
            }
            for entry in object.members {
                let path = "\(member.key).\(entry.key)"
                guard let setting = section.settings.first(where: { $0.key == entry.key })?.setting else {
                    unknown(entry, path, among: section.settings.map(\.key))
                    continue
                }
                if let expected = apply(setting, entry.value, to: &theme) {
                    problem("`\(entry.key)` is not \(expected)", entry.value.location, path)
                }
            }
        }
        for (name, color) in [("ink", theme.ink), ("muted", theme.mutedInk)]
        where color.contrast(with: theme.background) < 4.5 {
            problem(
                "text in `\(name)` cannot be read on `background`: their contrast is under 4.5 to 1",
                root["colour"]?.location ?? node.location, "colour.\(name)")
        }
        if theme.page.notes == .margin, theme.page.columns > 1 {
            problem(
                "notes in the margin need one column of text", root["page"]?.location ?? node.location, "page.notes",
                "columns: 1, or notes: end")
        }
        try problems.throwIfErrors()
        return theme
    }

    private static func words(_ words: [String]) -> String {
        "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// - Returns: what was expected, where the value is something else.
    private static func apply(_ setting: Setting, _ value: DocumentNode, to theme: inout Theme) -> String? {
        switch setting {
        case .number(let path, let range):
            guard let number = value.number, range.contains(number) else {
                return "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
            }
            theme[keyPath: path] = number
        case .ownNumber(let path, let range):
            guard let number = value.number, range.contains(number) else {
                return "a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
            }
            theme[keyPath: path] = number
        case .whole(let path, let range):
            guard let number = value.number, range.contains(number), number == number.rounded() else {
                return "a whole number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
            }
            theme[keyPath: path] = number
        case .alignment(let path):
            guard let word = value.string.flatMap(PageType.Alignment.init) else {
                return words(PageType.Alignment.allCases.map(\.rawValue))
            }
            theme[keyPath: path] = word
        case .notePlace(let path):
            guard let word = value.string.flatMap(PageType.NotePlace.init) else {
                return words(PageType.NotePlace.allCases.map(\.rawValue))
            }
            theme[keyPath: path] = word
        case .color(let path):
            guard let color = value.string.flatMap({ Color(css: $0) }) else { return "a colour, such as \"#b3282d\"" }
            theme[keyPath: path] = color
        case .colors(let path):
            let colors = value.array?.compactMap { $0.string.flatMap { Color(css: $0) } } ?? []
            guard !colors.isEmpty, colors.count == value.array?.count else { return "a list of colours" }
            theme[keyPath: path] = colors
        case .text(let path):
            guard let text = value.string else { return "a name" }
            theme[keyPath: path] = text
        case .texts(let path):
            let texts = value.array?.compactMap(\.string) ?? []
            guard value.array != nil, texts.count == value.array?.count else { return "a list of names" }
            theme[keyPath: path] = texts
        }
        return nil
    }
}
