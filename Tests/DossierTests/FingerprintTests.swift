import Testing

@testable import Dossier

@Suite("What a picture was drawn with")
struct FingerprintTests {
    private func fingerprint(_ entries: [(String, String)]) -> Fingerprint {
        Fingerprint(entries: entries.map { Fingerprint.Entry(name: $0.0, value: $0.1) })
    }

    @Test("what changed, what is gone and what is new, in the order of the old and then the new")
    func differences() {
        let old = fingerprint([("architecture", "x86_64"), ("cairo", "1.16.0"), ("Serif", "a")])
        let new = fingerprint([("Sans", "b"), ("cairo", "1.18.0"), ("architecture", "x86_64")])
        #expect(
            new.differences(from: old) == [
                "drawn with another cairo: 1.16.0 → 1.18.0", "drawn without Serif",
                "drawn with Sans, as it was not before",
            ])
        #expect(new.differences(from: new).isEmpty)
    }

    @Test("a hash is told by its first digits")
    func hashes() {
        let (a, b) = (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
        #expect(
            fingerprint([("Sans", b)]).differences(from: fingerprint([("Sans", a)]))
                == ["drawn with another Sans: aaaaaaaaaaaa… → bbbbbbbbbbbb…"])
    }
}
