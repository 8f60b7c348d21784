import Documents

/// The parts of XML that a deck needs: escaping, and the names that every part begins with.
enum Markup {
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

    /// The three namespaces of a presentation part (ECMA-376 part 1, annex A).
    static let namespaces =
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\""

    /// A text as content or attribute.
    static func escaped(_ text: String) -> String { XMLText.escaped(text, keepsBreaks: false) }
}
