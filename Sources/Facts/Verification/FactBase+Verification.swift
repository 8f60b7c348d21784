import Files
import Calendar
import Documents
import Formats

extension FactBase {
    /// Looks up each fact in the text of its source: the number, in digits or words, and the date, in the paragraph
    /// that the locator names.
    ///
    /// - Parameters:
    ///   - contents: UTF-8 text.
    ///   - file: what the user called the text, for messages.
    ///   - source: id of the source that the text is of; nil to tell it by its SHA-256 or, failing that, its headings.
    /// - Throws: when the text is not UTF-8, or is of no known source. What the text does not bear out is no error
    ///   here: it stands in the outcome, as diagnostics whose cause is `difference`.
    public func verify(_ contents: [UInt8], file: String, source id: String? = nil) throws(Diagnostics) -> Verification
    {
        guard let decoded = String(validating: contents, as: UTF8.self) else {
            throw Diagnostics([
                Diagnostic("the text is not valid UTF-8", file: file, advice: "save the file as UTF-8")
            ])
        }
        let text = SourceText(decoded.hasPrefix("\u{FEFF}") ? String(decoded.dropFirst()) : decoded)
        let digest = SHA256.hexadecimal(of: contents)
        let source = try sourceOf(text, digest: digest, file: file, named: id)

        var textProblems: [Diagnostic] = []
        if let recorded = source.sha256, recorded != digest {
            textProblems.append(
                Diagnostic(
                    "the text is not the one that `\(source.id)` was taken from: its SHA-256 is \(digest)",
                    cause: .difference, file: source.file, at: source.location, path: "\(source.id).sha256",
                    advice: "check the facts against \(file), then record that digest"))
        }
        let check = PassageCheck(text: text, file: file, facts: self, language: source.language)
        let entries = facts.map { fact in
            if fact.isDerived { return Verification.Entry(fact: fact, outcome: .recomputed, problems: []) }
            if fact.source != source.id {
                return Verification.Entry(fact: fact, outcome: .otherSource(fact.source ?? ""), problems: [])
            }
            return check.entry(fact)
        }
        return Verification(source: source, entries: entries, textProblems: textProblems)
    }

    private func sourceOf(
        _ text: SourceText, digest: String, file: String, named id: String?
    ) throws(Diagnostics) -> Source {
        if let id {
            if let source = source(id) { return source }
            let close = suggestion(for: id, among: sources.map(\.id))
            throw Diagnostics([
                Diagnostic("no source has the id `\(shortened(id))`", advice: close.map { "did you mean `\($0)`?" })
            ])
        }
        if let source = sources.first(where: { $0.sha256 == digest }) { return source }
        var best: (source: Source, count: Int)?
        for source in sources {
            // Every text has a lead, so that tells nothing.
            let count = facts.count { fact in
                fact.source == source.id
                    && fact.locators.contains { $0.section != Locator.leadSection && text.section($0.section) != nil }
            }
            if count > best?.count ?? 0 { best = (source, count) }
        }
        if let best { return best.source }
        throw Diagnostics([
            Diagnostic(
                "no source in sources.yaml is this text: neither its SHA-256 (\(digest)) nor its headings are known",
                file: file, advice: "known sources: \(sources.map(\.id).joined(separator: ", "))")
        ])
    }
}
