/// A file that travels inside a PDF (ISO 32000-1, 7.11.4), tied to it as ISO 19005-3 asks.
public struct PDFAttachment: Sendable, Hashable {
    /// What the file is to the pages.
    public enum Relationship: String, Sendable {
        case data = "/Data"
        case source = "/Source"
        case supplement = "/Supplement"
    }

    public var name: String
    /// `text/csv`.
    public var mediaType: String
    public var description: String
    public var relationship: Relationship
    public var bytes: [UInt8]

    public init(
        name: String, mediaType: String, description: String, relationship: Relationship = .data, bytes: [UInt8]
    ) {
        self.name = name
        self.mediaType = mediaType
        self.description = description
        self.relationship = relationship
        self.bytes = bytes
    }
}
