import CCairo
import SceneGraph
import Typography

extension FontLibrary {
    /// Read from the font's own names; a family that is not installed keeps the name that was asked for.
    public func officeFace(of font: Font) -> OfficeFace {
        withFace(of: font) { face in
            guard let family = name(familyName, of: face), !family.isEmpty else { return nil }
            let style = name(styleName, of: face) ?? ""
            return OfficeFace(
                family: family, bold: style.contains("Bold"),
                italic: style.contains("Italic") || style.contains("Oblique"))
        } ?? OfficeFace(family: font.family, bold: font.weight >= 600, italic: font.italic)
    }
}

/// Name ids 1 and 2: the family and the style within it (OpenType 1.9, `name`).
private let familyName: hb_ot_name_id_t = 1
private let styleName: hb_ot_name_id_t = 2

private func name(_ id: hb_ot_name_id_t, of face: OpaquePointer) -> String? {
    var bytes = [CChar](repeating: 0, count: 128)
    var length = UInt32(bytes.count)
    guard hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &length, &bytes) > 0 else { return nil }
    return String(decoding: bytes.prefix(Int(length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
