import Testing

@testable import Phrases

/// Every phrase of a language has the places that the English one has, and says something.
struct PhraseShapeTests {
    /// Phrases by where they stand: `page.pageOf`, `map.projections.mercator`, `dates.months[3]`.
    private static func phrases(_ value: Any, at path: String = "") -> [String: String] {
        if let text = value as? String { return [path: text] }
        if let texts = value as? [String: String] {
            return Dictionary(uniqueKeysWithValues: texts.map { ("\(path).\($0)", $1) })
        }
        if let texts = value as? [String] {
            return Dictionary(uniqueKeysWithValues: texts.enumerated().map { ("\(path)[\($0)]", $1) })
        }
        var found: [String: String] = [:]
        for child in Mirror(reflecting: value).children {
            guard let label = child.label else { continue }
            found.merge(phrases(child.value, at: path.isEmpty ? label : "\(path).\(label)")) { $1 }
        }
        return found
    }

    private static func places(_ phrase: String) -> Set<String> {
        Set(phrase.matches(of: /%[0-9]/).map { String($0.0) })
    }

    private static let english = phrases(Phrases.of("en"))

    @Test func thereAreMany() { #expect(Self.english.count > 150) }

    @Test(arguments: Phrases.all)
    func placesAreThoseOfEnglish(_ words: Phrases) {
        for (path, phrase) in Self.phrases(words) {
            guard let english = Self.english[path] else { continue }
            #expect(Self.places(phrase) == Self.places(english), "\(words.language) \(path): \(phrase)")
        }
    }

    @Test(arguments: Phrases.all)
    func nothingIsLeftEmpty(_ words: Phrases) {
        let own = Self.phrases(words)
        for (path, phrase) in own where path != "numbers.group" {
            #expect(!phrase.isEmpty, "\(words.language) \(path)")
            #expect(phrase.count < 200, "\(words.language) \(path)")
        }
        let missing = Self.english.keys.filter { own[$0] == nil && !$0.contains("[") }
        #expect(missing.isEmpty, "\(words.language): \(missing)")
    }

    /// A language that copies a sentence of English has not translated it.
    @Test(arguments: Phrases.all.filter { $0.language != "en" })
    func sentencesAreTranslated(_ words: Phrases) {
        let copied = Self.phrases(words).filter {
            $0.value.split(separator: " ").count > 3 && Self.english[$0.key] == $0.value
        }
        #expect(copied.isEmpty, "\(copied)")
    }

    @Test(arguments: [
        ("%1 of %2", ["3", "7"], "3 of 7"), ("%2, %1", ["a", "b"], "b, a"), ("%1%1", ["x"], "xx"), ("%1", [], "%1"),
        ("none", ["a"], "none"),
    ])
    func filling(_ phrase: String, _ parts: [String], _ wanted: String) {
        let found =
            switch parts.count {
            case 0: Phrases.fill(phrase)
            case 1: Phrases.fill(phrase, parts[0])
            default: Phrases.fill(phrase, parts[0], parts[1])
            }
        #expect(found == wanted)
    }

    @Test(arguments: [
        ("de", "de"), ("de-CH", "de"), ("DE_at", "de"), ("zh-Hant-TW", "zh"), ("pt-BR", "en"), ("", "en"),
    ])
    func tags(_ tag: String, _ language: String) { #expect(Phrases.of(tag).language == language) }
}
