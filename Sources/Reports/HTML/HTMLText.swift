import Documents

/// Text as HTML shows it: nothing of it is markup.
enum HTMLText {
    static func escape(_ text: String) -> String { XMLText.escaped(text) }

    /// With four digits behind the point at the most.
    static func number(_ value: Double) -> String {
        let rounded = (value * 10_000).rounded() / 10_000
        return rounded == rounded.rounded() && abs(rounded) < 1e9 ? String(Int(rounded)) : String(rounded)
    }
}
