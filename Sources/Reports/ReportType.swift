import SceneGraph
import Typography

/// The type of a page, as its theme has it.
struct ReportType {
    let theme: Theme

    var body: TextStyle { style(theme.page.body) }
    var bodyLine: Double { theme.page.bodyLine }
    var lead: TextStyle { style(theme.page.lead) }
    var leadLine: Double { theme.page.leadLine }
    var heading: TextStyle { style(theme.page.heading, weight: 700) }
    var headingLine: Double { theme.page.heading * 1.25 }
    /// Between running text and section headings.
    var subheading: TextStyle {
        style((theme.page.body + (theme.page.heading - theme.page.body) * 0.4).rounded(), weight: 700)
    }
    var subheadingLine: Double { subheading.font.size * 1.3 }
    /// Labels of call-outs.
    var label: TextStyle { style(theme.page.body, weight: 700, color: theme.accent) }
    var small: TextStyle { style(theme.page.small) }
    var smallLine: Double { theme.page.smallLine }
    var caption: TextStyle { style(theme.page.caption, color: theme.mutedInk) }
    /// `Figure 3`
    var figureLabel: TextStyle { style(theme.page.caption, weight: 700, color: theme.accent) }
    var captionLine: Double { theme.page.captionLine }
    var table: TextStyle { style(theme.page.table) }
    var code: TextStyle {
        TextStyle(font: Font("Liberation Mono", size: theme.page.code), color: theme.ink)
    }

    func style(_ size: Double, weight: Int = 400, color: Color? = nil, italic: Bool = false) -> TextStyle {
        TextStyle(font: theme.font(size: size, weight: weight, italic: italic), color: color ?? theme.ink)
    }
}
