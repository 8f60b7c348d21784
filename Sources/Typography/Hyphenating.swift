/// Says where a word may be broken at a line's end. `Hyphenation` answers with a language's patterns.
public protocol Hyphenating: Sendable {
    /// Offsets in characters at which the word may be parted by a hyphen, in order; empty where it may not.
    ///
    /// - Parameter word: letters only.
    func breaks(in word: Substring) -> [Int]
}
