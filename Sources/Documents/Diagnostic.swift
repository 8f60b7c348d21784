/// One thing that is wrong with an input: where, what, and what to do.
public struct Diagnostic: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Severity: String, Sendable {
        case error, warning
        /// What was found out of an input and taken for granted; told where it is asked for.
        case note
    }

    /// What kind of failure this is; the command's exit status follows from it.
    public enum Cause: Sendable {
        /// Pictures or facts differ.
        case difference
        case usage
        case badInput
        case noInput
        /// A font or a part that is not installed.
        case missingPart
        case cannotWrite
        case internalError

        public var exitStatus: Int32 {
            switch self {
            case .difference: 1
            case .usage: 64
            case .badInput: 65
            case .noInput: 66
            case .missingPart: 69
            case .internalError: 70
            case .cannotWrite: 73
            }
        }
    }

    public var severity: Severity
    public var cause: Cause
    /// The file as the user named it; empty where there is none.
    public var file: String
    public var location: SourceLocation?
    /// Where in the document: `encoding.x.field`; empty for the whole.
    public var path: String
    public var message: String
    /// What to do about it.
    public var advice: String?

    public init(
        _ message: String, severity: Severity = .error, cause: Cause = .badInput, file: String = "",
        at location: SourceLocation? = nil, path: String = "", advice: String? = nil
    ) {
        self.severity = severity
        self.cause = cause
        self.file = file
        self.location = location
        self.path = path
        self.message = message
        self.advice = advice
    }

    /// `file:line:column: error: message`, then, indented, the path and the advice.
    public var description: String {
        var place = file.isEmpty ? "dossier" : Diagnostic.printable(file)
        if let location { place += ":\(location.line):\(location.column)" }
        var text = "\(place): \(severity.rawValue): \(Diagnostic.printable(message))"
        if !path.isEmpty { text += "\n    in \(Diagnostic.printable(path))" }
        if let advice { text += "\n    \(Diagnostic.printable(advice))" }
        return text
    }

    /// With what would move a terminal's cursor, change its colours or turn its lines around as an escape: words
    /// of the input stand in messages.
    public static func printable(_ text: String) -> String {
        func isHidden(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0x200E, 0x200F, 0x61C, 0xFEFF: true
            default: false
            }
        }
        guard text.unicodeScalars.contains(where: isHidden) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\r": result += "\\r"
            case _ where isHidden(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

/// All that is wrong with an input, told at once.
public struct Diagnostics: Error, Sendable, CustomStringConvertible {
    public private(set) var all: [Diagnostic] = []
    /// The first `looked` of them, for ``addOnce(_:)``.
    private var told: Set<Diagnostic> = []
    private var looked = 0

    public init(_ all: [Diagnostic] = []) { self.all = all }

    public var hasErrors: Bool { all.contains { $0.severity == .error } }
    public var errors: [Diagnostic] { all.filter { $0.severity == .error } }
    public var warnings: [Diagnostic] { all.filter { $0.severity == .warning } }
    public var notes: [Diagnostic] { all.filter { $0.severity == .note } }

    public mutating func add(_ diagnostic: Diagnostic) { all.append(diagnostic) }
    public mutating func add(_ others: Diagnostics) { all += others.all }

    /// Adds what is not among those that were added; takes no longer where there are many.
    public mutating func addOnce(_ diagnostic: Diagnostic) {
        for other in all[looked...] { told.insert(other) }
        if told.insert(diagnostic).inserted { all.append(diagnostic) }
        looked = all.count
    }
    public mutating func addOnce(_ others: Diagnostics) {
        for diagnostic in others.all { addOnce(diagnostic) }
    }

    /// Throws itself when there is an error in it; warnings pass.
    public func throwIfErrors() throws(Diagnostics) {
        if hasErrors { throw self }
    }

    public var description: String { all.map(\.description).joined(separator: "\n") }
}
