import Documents
import Rendering

/// What pictures were drawn with: library versions and architecture. Stored beside baselines, it tells a change of the
/// renderer from a change of the figure.
public struct Fingerprint: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var value: String
    }

    public var entries: [Entry]

    /// Of this process.
    public static var current: Fingerprint {
        #if arch(x86_64)
        let architecture = "x86_64"
        #elseif arch(arm64)
        let architecture = "arm64"
        #else
        let architecture = "other"
        #endif
        return Fingerprint(
            entries: [Entry(name: "architecture", value: architecture)]
                + RenderingLibraries.versions.map { Entry(name: $0.name, value: $0.version) })
    }

    /// A line for each entry: its name, a space, its value.
    public var text: String { entries.map { "\($0.name) \($0.value)\n" }.joined() }

    public init(entries: [Entry]) { self.entries = entries }

    /// Reads what `text` writes; what is no entry is passed over.
    public init(text: String) {
        entries = text.split(whereSeparator: \.isNewline).compactMap { line in
            let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
            return parts.count == 2 ? Entry(name: parts[0], value: parts[1]) : nil
        }
    }

    /// `cairo 1.16.0 → 1.18.0`, for each entry that differs.
    public func differences(from old: Fingerprint) -> [String] {
        entries.compactMap { entry in
            guard let before = old.entries.first(where: { $0.name == entry.name }) else { return nil }
            return before.value == entry.value ? nil : "drawn with another \(entry.name): \(before.value) → \(entry.value)"
        }
    }
}
