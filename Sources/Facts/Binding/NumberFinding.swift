import Documents

/// A number of a text that no fact bears out, with where it stands.
public struct NumberFinding: Sendable, Hashable {
    public var binding: NumberBinding
    public var file: String
    public var location: SourceLocation?
    /// Where in the document: `title`, `usermeta.dossier.note`.
    public var path: String

    public init(binding: NumberBinding, file: String, location: SourceLocation?, path: String = "") {
        self.binding = binding
        self.file = file
        self.location = location
        self.path = path
    }

    /// What to tell of it; nil where nothing is wrong.
    ///
    /// - Parameter isError: whether it stops a build.
    public func diagnostic(_ facts: FactBase, isError: Bool, linkAdvice: String = "[%](fact:…)") -> Diagnostic? {
        let text = binding.claim.text
        let message: String
        let advice: String
        switch binding.outcome {
        case .fact, .own: return nil
        case .several(let ids):
            message = "the number \(text) is the value of several facts"
            let told = ids.prefix(6).map { id in
                facts[id].map { "`\(id)` (\($0.title); \($0.date.wording))" } ?? "`\(id)`"
            }
            advice = "name one, as in [\(text)](fact:\(ids.first ?? "…")): \(told.joined(separator: ", "))"
        case .none(let closest?, let reason?):
            message = "the number \(text) is not what the fact `\(closest)` says: \(reason)"
            advice =
                path.isEmpty
                ? "write [](fact:\(closest)), or list the number under `own_numbers` and say why"
                : "write {fact:\(closest)}, or list the number under `own_numbers` of the report and say why"
        case .none(let closest, _):
            message = "the number \(text) stands in no fact"
            advice =
                closest.map { "the fact `\($0)` may be meant: " } ?? ""
                + "give it a fact, or list it under `own_numbers` and say why it needs none"
        }
        return Diagnostic(
            message, severity: isError ? .error : .warning, cause: .difference, file: file, at: location, path: path,
            advice: advice)
    }
}
