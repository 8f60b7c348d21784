import SceneGraph
import Typography

/// The type of a page, in figure units; 14 units are 10.5 pt.
struct ReportType {
    let theme: Theme

    var body: TextStyle { style(14) }
    var bodyLine: Double { 21 }
    var lead: TextStyle { style(17, color: theme.ink) }
    var leadLine: Double { 25 }
    var heading: TextStyle { style(16, weight: 700) }
    var headingLine: Double { 20 }
    var subheading: TextStyle { style(14, weight: 700, color: theme.accent) }
    var small: TextStyle { style(10.5) }
    var smallLine: Double { 14.5 }
    var caption: TextStyle { style(11.5, color: theme.mutedInk) }
    var captionLine: Double { 15.5 }
    var code: TextStyle {
        TextStyle(font: Font("Liberation Mono", size: 12), color: theme.ink)
    }

    func style(_ size: Double, weight: Int = 400, color: Color? = nil, italic: Bool = false) -> TextStyle {
        TextStyle(font: theme.font(size: size, weight: weight, italic: italic), color: color ?? theme.ink)
    }
}
