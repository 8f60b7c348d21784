import Documents

/// Text as HTML shows it: nothing of it is markup.
enum HTMLText {
    static func escape(_ text: String) -> String { XMLText.escaped(text) }
}
