import Documents
import SceneGraph
import Typography

/// Reads a theme file: what it does not say is that of the theme it extends, `dossier` where it names none.
public enum ThemeReader {
    /// How a key's value is read into a theme.
    fileprivate enum Setting {
        case number(WritableKeyPath<Theme, Double>, ClosedRange<Double>)
        case ownNumber(WritableKeyPath<Theme, Double?>, ClosedRange<Double>)
        case whole(WritableKeyPath<Theme, Double>, ClosedRange<Int>)
        case alignment(WritableKeyPath<Theme, PageType.Alignment>)
        case notePlace(WritableKeyPath<Theme, PageType.NotePlace>)
        case color(WritableKeyPath<Theme, Color>)
        case colors(WritableKeyPath<Theme, [Color]>)
        case text(WritableKeyPath<Theme, String>)
        case texts(WritableKeyPath<Theme, [String]>)
    }

    fileprivate static var sections: [(name: String, settings: [(key: String, setting: Setting)])] {
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
        var theme = Theme.dossier
        var reader = DocumentReader(node, file: file, noun: "a theme")
        if let base = reader.text("extends") {
            if let known = Themes.shipped(base) {
                theme = known
            } else {
                reader.report(
                    "extends", "no theme of that name ships", advice: "themes: " + Themes.names.joined(separator: ", "))
            }
        }
        theme.name = reader.text("name") ?? theme.name
        for section in sections {
            reader.object(section.name, noun: "a theme") { part in
                for (key, setting) in section.settings { setting.read(key, from: &part, into: &theme) }
            }
        }
        reader.finish()
        check(theme, &reader)
        try reader.problems.throwIfErrors()
        return theme
    }

    private static func check(_ theme: Theme, _ reader: inout DocumentReader) {
        let colours = reader.value("colour") ?? reader.node
        for (name, color) in [("ink", theme.ink), ("muted", theme.mutedInk)]
        where color.contrast(with: theme.background) < 4.5 {
            reader.report(
                colours, "text in `\(name)` cannot be read on `background`: their contrast is under 4.5 to 1",
                path: "colour.\(name)")
        }
        if theme.page.notes == .margin, theme.page.columns > 1 {
            reader.report(
                reader.value("page") ?? reader.node, "notes in the margin need one column of text", path: "page.notes",
                advice: "columns: 1, or notes: end")
        }
    }
}

extension ThemeReader.Setting {
    /// Sets what the key says; a theme that does not say it keeps its own.
    fileprivate func read(_ key: String, from reader: inout DocumentReader, into theme: inout Theme) {
        switch self {
        case .number(let path, let range): reader.number(key, in: range).map { theme[keyPath: path] = $0 }
        case .ownNumber(let path, let range): reader.number(key, in: range).map { theme[keyPath: path] = $0 }
        case .whole(let path, let range): reader.wholeNumber(key, in: range).map { theme[keyPath: path] = Double($0) }
        case .alignment(let path):
            reader.word(key, of: PageType.Alignment.self, called: key).map { theme[keyPath: path] = $0 }
        case .notePlace(let path):
            reader.word(key, of: PageType.NotePlace.self, called: "place of notes").map { theme[keyPath: path] = $0 }
        case .color(let path):
            reader.value(key, "a colour, such as \"#b3282d\"") { $0.string.flatMap { Color(css: $0) } }
                .map { theme[keyPath: path] = $0 }
        case .colors(let path):
            reader.value(key, "a list of colours") { node in
                let colors = node.array?.compactMap { $0.string.flatMap { Color(css: $0) } } ?? []
                return colors.isEmpty || colors.count != node.array?.count ? nil : colors
            }.map { theme[keyPath: path] = $0 }
        case .text(let path): reader.text(key).map { theme[keyPath: path] = $0 }
        case .texts(let path):
            reader.value(key, "a list of names") { node in
                let texts = node.array?.compactMap(\.string)
                return texts?.count == node.array?.count ? texts : nil
            }.map { theme[keyPath: path] = $0 }
        }
    }
}
