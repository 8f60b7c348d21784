/// Where in its source a fact stands.
public struct Locator: Sendable, Hashable {
    /// The section above the first heading of a text.
    public static let leadSection = "lead"

    /// The heading as the source prints it, or `lead` for what stands above the first.
    public var section: String
    /// Counted from 1 within the section; nil for a source without paragraphs.
    public var paragraph: Int?

    public init(section: String, paragraph: Int? = nil) {
        self.section = section
        self.paragraph = paragraph
    }

    /// For a note: `“Central Asia race”, paragraph 2`.
    public var written: String {
        let name = section == Locator.leadSection ? "lead" : "“\(section)”"
        guard let paragraph else { return name }
        return "\(name), paragraph \(paragraph)"
    }
}
