import Formats

/// A text with its claims, to see what is said together.
struct Passage {
    let bytes: [UInt8]
    let claims: [Claim]
    private let sentences: Sentences
    private let known: [FactBinder.Known]

    init(text: String, claims: [Claim], known: [FactBinder.Known]) {
        bytes = Array(text.utf8)
        self.claims = claims
        self.known = known
        sentences = Sentences(text)
    }

    /// The times that the text ties to a claim: those of its clause; in a sentence that lists as many times as amounts,
    /// the one of the same place in the list. Empty where the text ties none.
    func times(of index: Int) -> [Claim] {
        let place = claims[index].range.lowerBound
        for range in [sentences.clause(at: place), sentences.sentence(at: place)] {
            let here = claims.indices.filter { range.contains(claims[$0].range.lowerBound) }
            let times = here.filter { claims[$0].isTime }
            let amounts = here.filter { claims[$0].needsFact }
            guard !times.isEmpty else { continue }
            if times.count == amounts.count, let position = amounts.firstIndex(of: index) {
                // A sentence of one amount may date something else.
                if times.count > 1 || range == sentences.clause(at: place) { return [claims[times[position]]] }
            }
            if amounts.count == 1, times.count > 1, range == sentences.clause(at: place) {
                return times.map { claims[$0] }
            }
        }
        return []
    }

    /// Whether the claim's sentence names a thing, by the first of its longer words.
    func names(_ thing: String, beside claim: Claim) -> Bool {
        let sentence = sentences.sentence(at: claim.range.lowerBound).clamped(to: 0..<bytes.count)
        let text = String(decoding: bytes[sentence], as: UTF8.self)
        let words = thing.split(whereSeparator: { !$0.isLetter }).filter { $0.count > 3 }
        guard let word = words.first(where: { $0.first?.isUppercase == true }) ?? words.first else { return false }
        return text.contains(word.prefix(max(4, word.count - 2)))
    }

    /// How many of the fact's words stand in the claim's sentence, its unit's not counted.
    func wordsShared(with fact: Fact, _ claim: Claim) -> Int {
        let sentence = sentences.sentence(at: claim.range.lowerBound)
        let upper = min(sentence.upperBound, bytes.count)
        guard sentence.lowerBound < upper else { return 0 }
        let text = String(decoding: bytes[sentence.lowerBound..<upper], as: UTF8.self)
        let own = [fact.title, fact.about, fact.measure].reduce(into: Set<String>()) {
            $0.formUnion(Passage.stems(of: $1))
        }
        return own.intersection(Passage.stems(of: text)).count
    }

    /// Stems of the longer words and of names; of scripts without spaces, each two signs that stand together.
    private static func stems(of text: String) -> Set<String> {
        var stems: Set<String> = []
        for word in text.split(whereSeparator: { !$0.isLetter }) {
            if word.unicodeScalars.contains(where: { (0x3400...0x9FFF).contains($0.value) }) {
                let signs = Array(word)
                for index in signs.indices.dropLast() { stems.insert(String(signs[index...(index + 1)])) }
            } else if word.count > 3 || word.first?.isUppercase == true {
                stems.insert(ClaimScanner.stem(of: String(word)))
            }
        }
        return stems
    }
}
