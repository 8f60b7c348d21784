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
        var stems: Set<String> = []
        for word in text.split(whereSeparator: { !$0.isLetter }) where word.count > 3 || word.first?.isUppercase == true
        {
            stems.insert(ClaimScanner.stem(of: String(word)))
        }
        var own: Set<String> = []
        for text in [fact.title, fact.about, fact.measure] {
            for word in text.split(whereSeparator: { !$0.isLetter })
            where word.count > 3 || word.first?.isUppercase == true {
                own.insert(ClaimScanner.stem(of: String(word)))
            }
        }
        return own.intersection(stems).count
    }
}
