/// A date as ISO 8601-2 (EDTF) level 1 writes it. The API that the other targets rely on; see the timelines work.
public struct EDTFDate: Sendable, Hashable {
    /// As it was written.
    public let text: String
    /// First and last day that the date may stand for, as days since 1970-01-01 (proleptic Gregorian);
    /// nil where the end is open or unknown, or the date is `undated`.
    public let earliest: Int?
    public let latest: Int?
    /// `~`: about. `?`: uncertain.
    public let isApproximate: Bool
    public let isUncertain: Bool

    public var isUndated: Bool { text == "undated" }

    public struct ParsingError: Error, Sendable, Hashable {
        public let message: String
        public init(message: String) { self.message = message }
    }

    public init(parsing text: String) throws(ParsingError) {
        guard let year = Int(text) ?? (text == "undated" ? 1970 : nil) else {
            throw ParsingError(message: "`\(text)` is not a date that EDTF level 1 knows")
        }
        let days = (year - 1970) * 365
        self.text = text
        earliest = text == "undated" ? nil : days
        latest = text == "undated" ? nil : days + 364
        isApproximate = false
        isUncertain = false
    }
}
