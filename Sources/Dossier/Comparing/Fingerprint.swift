import Pictures
import Rendering

/// What a picture was drawn with: architecture, library versions, and the hash of each font file. Recorded with each
/// baseline, it tells a change of the renderer or a font from a change of the figure.
public struct Fingerprint: Sendable, Hashable {
    public struct Entry: Sendable, Hashable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    public var entries: [Entry]

    public init(entries: [Entry]) { self.entries = entries }

    /// Of this process, and of the fonts that it has read.
    public init(fonts: FontLibrary) {
        #if arch(x86_64)
        let architecture = "x86_64"
        #elseif arch(arm64)
        let architecture = "arm64"
        #else
        let architecture = "other"
        #endif
        entries = [Entry(name: "architecture", value: architecture)]
        entries += RenderingLibraries.versions.map { Entry(name: $0.name, value: $0.version) }
        entries += fonts.fileHashes().map { Entry(name: $0.name, value: $0.hash) }
    }

    /// What was recorded with a scene; nil where nothing was.
    public init?(_ scene: RecordedScene) {
        if scene.drawnWith.isEmpty { return nil }
        entries = scene.drawnWith.map { Entry(name: $0.name, value: $0.value) }
    }

    /// `drawn with another cairo: 1.16.0 → 1.18.0`, for each entry that differs.
    public func differences(from old: Fingerprint) -> [String] {
        let (before, after) = (
            Dictionary(old.entries.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first }),
            Dictionary(entries.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        )
        let names = old.entries.map(\.name) + entries.map(\.name).filter { before[$0] == nil }
        return names.compactMap { name in
            switch (before[name], after[name]) {
            case (let old?, let new?):
                old == new ? nil : "drawn with another \(name): \(shortened(old)) → \(shortened(new))"
            case (_?, nil): "drawn without \(name)"
            case (nil, _?): "drawn with \(name), as it was not before"
            case (nil, nil): nil
            }
        }
    }

    /// The first digits of a hash are enough to tell two.
    private func shortened(_ value: String) -> String { value.count == 64 ? "\(value.prefix(12))…" : value }
}
