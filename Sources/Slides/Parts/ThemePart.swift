import SceneGraph
import Typography

/// Fonts and colours that PowerPoint offers in its menus (ECMA-376 part 1, 20.1.6.9).
enum ThemePart {
    static func xml(_ theme: Theme) -> String {
        var xml = Markup.declaration
        xml +=
            "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "name=\"\(Markup.escaped(theme.name))\">"
        xml += "<a:themeElements>" + colors(theme) + fonts(theme) + formats + "</a:themeElements>"
        return xml + "</a:theme>"
    }

    private static func colors(_ theme: Theme) -> String {
        // Six accents are asked for; a theme with fewer categories starts over.
        let accents = (0..<6).map { index in
            theme.categories.isEmpty ? theme.accent : theme.categories[index % theme.categories.count]
        }
        let slots: [(String, Color)] =
            [("dk1", theme.ink), ("lt1", theme.background), ("dk2", theme.mutedInk), ("lt2", theme.grid)]
            + accents.enumerated().map { ("accent\($0.offset + 1)", $0.element) }
            + [("hlink", theme.accent), ("folHlink", theme.mutedInk)]
        var xml = "<a:clrScheme name=\"\(Markup.escaped(theme.name))\">"
        for (slot, color) in slots { xml += "<a:\(slot)><a:srgbClr val=\"\(color.hexDigits)\"/></a:\(slot)>" }
        return xml + "</a:clrScheme>"
    }

    private static func fonts(_ theme: Theme) -> String {
        let face = "<a:latin typeface=\"\(Markup.escaped(theme.family))\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
        return "<a:fontScheme name=\"\(Markup.escaped(theme.name))\"><a:majorFont>\(face)</a:majorFont>"
            + "<a:minorFont>\(face)</a:minorFont></a:fontScheme>"
    }

    /// Three fills, lines and effects each are required (20.1.4.1.14); ours are the plainest there are.
    private static let formats: String = {
        let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
        func three(_ text: String) -> String { text + text + text }
        return "<a:fmtScheme name=\"plain\"><a:fillStyleLst>\(three(fill))</a:fillStyleLst>"
            + "<a:lnStyleLst>\(three("<a:ln w=\"9525\">\(fill)</a:ln>"))</a:lnStyleLst>"
            + "<a:effectStyleLst>\(three("<a:effectStyle><a:effectLst/></a:effectStyle>"))</a:effectStyleLst>"
            + "<a:bgFillStyleLst>\(three(fill))</a:bgFillStyleLst></a:fmtScheme>"
    }()
}
