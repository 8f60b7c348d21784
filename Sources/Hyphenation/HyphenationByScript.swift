import Documents
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The patterns of a text's language, and Russian ones for words in Cyrillic letters where the language has others: a
/// report in English quotes names and titles as they are written.
public final class HyphenationByScript: Hyphenating, @unchecked Sendable {
    private let patterns: HyphenationPatterns
    private let isCyrillic: Bool
    /// Read where the first such word is met; `.some(nil)` where they are not installed.
    private var cyrillic: HyphenationPatterns??
    private var lock = pthread_mutex_t()

    /// Languages written in Cyrillic letters that Debian has patterns for.
    private static let cyrillicLanguages: Set<String> = ["be", "bg", "mn", "ru", "sr", "uk"]

    /// - Parameter language: BCP 47.
    /// - Throws: a warning that names the package.
    public init(language: String) throws(Diagnostic) {
        patterns = try HyphenationPatterns(language: language)
        pthread_mutex_init(&lock, nil)
        isCyrillic = HyphenationByScript.cyrillicLanguages.contains(
            language.split(separator: "-").first?.lowercased() ?? "")
    }

    deinit { pthread_mutex_destroy(&lock) }

    public func breaks(in word: Substring) -> [Int] {
        let isOther = word.unicodeScalars.first.map { (0x400...0x52F).contains($0.value) } != isCyrillic
        if !isOther { return patterns.breaks(in: word) }
        guard !isCyrillic else { return [] }
        return cyrillicPatterns?.breaks(in: word) ?? []
    }

    private var cyrillicPatterns: HyphenationPatterns? {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        if let cyrillic { return cyrillic }
        let loaded = try? HyphenationPatterns(language: "ru")
        cyrillic = .some(loaded)
        return loaded
    }
}
