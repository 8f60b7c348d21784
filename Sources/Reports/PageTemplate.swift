import SceneGraph
import Typography

/// A sheet and where things stand on it, in figure units (1/96 inch).
///
/// Headings, prose and figures begin at one left edge. Prose is narrow enough to read; notes stand in the rail to its
/// right; figures and tables may take the width of both.
struct PageTemplate: Sendable, Hashable {
    var name: String
    var size: Size
    var left: Double
    var right: Double
    /// Where content begins, below the running head.
    var top: Double
    /// Where content ends, above the page number.
    var bottom: Double
    /// Width of the rail, and the space between it and the prose.
    var rail: Double
    var railGap: Double

    /// Of the prose and the rail.
    var fullWidth: Double { size.width - left - right }
    var textLeft: Double { 0 }
    var textWidth: Double { fullWidth - rail - railGap }
    /// Where the rail begins, from the left margin.
    var railLeft: Double { textWidth + railGap }
    var contentHeight: Double { size.height - top - bottom }

    /// 210 mm × 297 mm; the whole width is that of a figure of size `page`.
    static let a4 = PageTemplate(
        name: "a4", size: Size(793.7, 1122.52), left: 76.85, right: 76.85, top: 88, bottom: 78, rail: 142, railGap: 22)
    /// 8.5 in × 11 in.
    static let letter = PageTemplate(
        name: "letter", size: Size(816, 1056), left: 88, right: 88, top: 84, bottom: 72, rail: 142, railGap: 22)

    /// The same sheets on their side: the rail is wider, and the prose keeps a width that can be read.
    static let a4Landscape = PageTemplate(
        name: "a4-landscape", size: Size(1122.52, 793.7), left: 88, right: 88, top: 80, bottom: 68, rail: 232,
        railGap: 36)
    static let letterLandscape = PageTemplate(
        name: "letter-landscape", size: Size(1056, 816), left: 80, right: 80, top: 80, bottom: 70, rail: 200,
        railGap: 36)

    /// The sheet of a report, with the margins of its theme where that has its own.
    static func named(_ name: String, in theme: PageType) -> PageTemplate {
        var page = all.first { $0.name == name } ?? .a4
        page.left = theme.marginLeft ?? page.left
        page.right = theme.marginRight ?? page.right
        page.top = theme.marginTop ?? page.top
        page.bottom = theme.marginBottom ?? page.bottom
        page.rail = theme.rail ?? page.rail
        page.railGap = theme.railGap ?? page.railGap
        if theme.columns > 1 { (page.rail, page.railGap) = (0, 0) }
        return page
    }

    /// Narrower text cannot be read.
    static let narrowestText = 200.0

    static let all: [PageTemplate] = [.a4, .letter, .a4Landscape, .letterLandscape]
}
