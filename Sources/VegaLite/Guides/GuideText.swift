import SceneGraph
import Typography

/// The names of the properties that one text of a guide is set by.
struct TextNames<Name: PropertyName> {
    let align, angle, baseline, color, font, fontSize, fontStyle, fontWeight, limit, lineHeight, opacity, padding: Name?

    init(_ prefix: String, of _: Name.Type = Name.self) {
        func name(_ suffix: String) -> Name? {
            Name(rawValue: prefix.isEmpty ? suffix.prefix(1).lowercased() + suffix.dropFirst() : prefix + suffix)
        }
        (align, angle, baseline, color) = (name("Align"), name("Angle"), name("Baseline"), name("Color"))
        (font, fontSize, fontStyle, fontWeight) = (
            name("Font"), name("FontSize"), name("FontStyle"), name("FontWeight")
        )
        (limit, lineHeight, opacity, padding) = (name("Limit"), name("LineHeight"), name("Opacity"), name("Padding"))
    }
}

extension Properties {
    /// How a text of a guide is set; the look has a size for each.
    func text(_ names: TextNames<Name>, config: Config) -> TextSetting {
        let weight = names.fontWeight.flatMap { self[$0] }
        let style = names.fontStyle.flatMap { string($0) }
        var setting = TextSetting(
            font: Font(
                config.family(names.font.flatMap { string($0) }), size: names.fontSize.flatMap { number($0) } ?? 10,
                weight: FontWeights.weight(weight), italic: style == "italic" || style == "oblique"))
        setting.angle = names.angle.flatMap { number($0) } ?? 0
        setting.limit = names.limit.flatMap { number($0) } ?? 0
        setting.lineHeight = names.lineHeight.flatMap { number($0) }
        if let align = names.align.flatMap({ string($0) }) { setting.align = align }
        if let baseline = names.baseline.flatMap({ string($0) }) { setting.baseline = baseline }
        return setting
    }

    /// The colour of a text, with its opacity; nil where it is not seen.
    func textColor(_ names: TextNames<Name>) -> Color? {
        let opacity = names.opacity.flatMap { number($0) } ?? 1
        guard let name = names.color, opacity > 0 else { return nil }
        // Null is no colour for a text: it is drawn as if nothing were written.
        let shown = isNull(name) ? lastText(name).flatMap { Color(css: $0) } ?? .black : color(name, default: .black)
        return shown.map { $0.opacity(opacity) }
    }
}
