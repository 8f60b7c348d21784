import CHyphen
import Documents
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A language's hyphenation patterns (Liang 1983), from Debian's `hyphen-*` packages through libhyphen.
public final class HyphenationPatterns: Hyphenating, @unchecked Sendable {
    /// Words shorter than this stay whole, and so many letters stay on each side of a hyphen.
    static let shortestWord = 6
    static let leastBefore = 2
    static let leastAfter = 3
    /// Longer words are no words.
    static let longestWord = 80

    /// Names stay whole; German has a capital on every noun.
    private let dividesCapitals: Bool
    /// Read only, once it is loaded.
    private let patterns: UnsafeMutablePointer<HyphenDict>
    /// What the patterns are written in: `UTF-8`, or a set of one byte a letter, as older ones are.
    private let characterSet: String

    /// - Parameter language: BCP 47.
    /// - Throws: a warning, told once, that names the package: text without hyphens is right, only less even.
    public init(language: String) throws(Diagnostic) {
        let places = HyphenationPatterns.files(for: language).map { "/usr/share/hyphen/\($0)" }
        guard let place = places.first(where: { access($0, R_OK) == 0 }),
            let loaded = hnj_hyphen_load(place)
        else {
            let part = language.lowercased()
            throw Diagnostic(
                "no hyphenation patterns for `\(language)`: words are not divided", severity: .warning,
                cause: .missingPart, advice: "on Debian: apt-get install hyphen-\(part == "en" ? "en-us" : part)")
        }
        patterns = loaded
        characterSet = loaded.pointee.utf8 != 0 ? "UTF-8" : HyphenationPatterns.characterSet(of: loaded)
        dividesCapitals = language.lowercased().hasPrefix("de")
    }

    deinit { hnj_hyphen_free(patterns) }

    public func breaks(in word: Substring) -> [Int] {
        let count = word.count
        guard count >= HyphenationPatterns.shortestWord, count <= HyphenationPatterns.longestWord else { return [] }
        guard dividesCapitals || word.first?.isUppercase == false else { return [] }
        guard let letters = HyphenationPatterns.encoded(word.lowercased(), as: characterSet) else { return [] }
        // A letter whose small form is written otherwise would shift every offset.
        guard word.lowercased().count == count else { return [] }
        var marks = [CChar](repeating: 0, count: letters.count + 8)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        // libhyphen looks for what ends the word, behind the count that it is given.
        let failed = (letters + [0]).withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                hnj_hyphen_hyphenate3(
                    patterns, characters.baseAddress, Int32(letters.count), &marks, nil, &replacements, &positions,
                    &cuts,
                    Int32(HyphenationPatterns.leastBefore), Int32(HyphenationPatterns.leastAfter), 0, 0)
            }
        }
        defer {
            if let replacements {
                for index in 0..<letters.count { free(replacements[index]) }
                free(replacements)
            }
            free(positions)
            free(cuts)
        }
        guard failed == 0 else { return [] }
        return (0..<(count - 1)).compactMap { index in
            // Divisions that spell a word otherwise (German before 1996) are left alone.
            guard index < marks.count, marks[index] & 1 == 1, replacements?[index] == nil else { return nil }
            let offset = index + 1
            return offset >= HyphenationPatterns.leastBefore && count - offset >= HyphenationPatterns.leastAfter
                ? offset : nil
        }
    }

    private static func characterSet(of patterns: UnsafeMutablePointer<HyphenDict>) -> String {
        let name = withUnsafePointer(to: &patterns.pointee.cset) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: patterns.pointee.cset)) {
                String(cString: $0)
            }
        }
        // libhyphen writes ISO8859-1, the C library ISO-8859-1.
        return name.hasPrefix("ISO8859") ? "ISO-" + name.dropFirst(3) : name
    }

    /// Nil where the set lacks a letter.
    private static func encoded(_ word: String, as set: String) -> [UInt8]? {
        if set == "UTF-8" { return Array(word.utf8) }
        guard let converter = iconv_open(set, "UTF-8"), Int(bitPattern: converter) != -1 else { return nil }
        defer { iconv_close(converter) }
        var input = Array(word.utf8).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count + 4)
        var (left, room) = (input.count, output.count)
        let failed = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, to) = (source.baseAddress, target.baseAddress)
                return iconv(converter, &from, &left, &to, &room) == Int(bitPattern: UInt.max)
            }
        }
        guard !failed, left == 0 else { return nil }
        return output.prefix(output.count - room).map { UInt8(bitPattern: $0) }
    }

    /// The pattern files of a language, nearest first.
    private static func files(for language: String) -> [String] {
        let parts = language.split(separator: "-").map(String.init)
        let tongue = parts.first?.lowercased() ?? ""
        let common = [
            "en": "US", "ru": "RU", "de": "DE", "uk": "UA", "cs": "CZ", "da": "DK", "sv": "SE", "el": "GR", "pt": "PT",
        ]
        var files: [String] = []
        if parts.count > 1, let region = parts.last, region.utf8.count == 2 {
            files.append("hyph_\(tongue)_\(region.uppercased()).dic")
        }
        if let region = common[tongue] { files.append("hyph_\(tongue)_\(region).dic") }
        return files + ["hyph_\(tongue)_\(tongue.uppercased()).dic", "hyph_\(tongue).dic"]
    }
}
