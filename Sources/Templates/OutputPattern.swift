import Documents
import Expressions
import Tables

/// How the outputs of a template are called: `output: "{{ language }}/{{ code }}"`.
///
/// Folders stand in the pattern. A value is one name: one that would lead elsewhere (`../../etc`) is refused, and what
/// some system's file names cannot hold becomes `-`. An ending (`.pdf`) is left to the format.
package struct OutputPattern: Sendable {
    private let template: Template
    private let location: SourceLocation

    /// A name has no more bytes than this: 255 are allowed, and an ending and a page's number follow.
    static let longest = 200
    private static let endings = [".pdf", ".html", ".png", ".svg", ".pptx"]

    init(_ entry: FrontMatterText.Entry, file: String, names: [String]) throws(Diagnostics) {
        var line = String(decoding: entry.bytes, as: UTF8.self).prefix { $0 != "\n" && $0 != "\r\n" }
        line = line.dropFirst("output:".count)
        var column = "output:".count + 1
        while line.first == " " {
            line.removeFirst()
            column += 1
        }
        while line.last?.isWhitespace == true { line.removeLast() }
        if let quote = line.first, quote == "\"" || quote == "'", line.count > 1, line.last == quote {
            line = line.dropFirst().dropLast()
            column += 1
        }
        for ending in OutputPattern.endings where line.hasSuffix(ending) { line = line.dropLast(ending.count) }
        let place = SourceLocation(line: entry.line, column: column)
        location = place
        do throws(Diagnostics) {
            template = try Template(Array(line.utf8), file: file, names: names)
        } catch {
            throw Diagnostics(
                error.all.map { problem in
                    var problem = problem
                    let column = Int(problem.location?.column ?? 1)
                    problem.location = SourceLocation(line: entry.line, column: Int(place.column) + column - 1)
                    return problem
                })
        }
    }

    /// The name of one report's outputs, without an ending.
    ///
    /// - Throws: what is wrong with it, at the pattern.
    package func name(in environment: ExpressionEnvironment) throws(Diagnostics) -> String {
        func problem(_ message: String, _ path: String, _ advice: String?) -> Diagnostics {
            Diagnostics([Diagnostic(message, file: template.file, at: location, path: path, advice: advice)])
        }
        let filled: FilledText
        do throws(Diagnostics) { filled = try template.filled(with: environment) } catch {
            throw Diagnostics(
                error.all.map { told in
                    var told = told
                    told.location = location
                    return told
                })
        }
        var name = ""
        for scalar in String(decoding: filled.bytes, as: UTF8.self).unicodeScalars {
            guard let value = filled.value(for: scalar) else {
                name.unicodeScalars.append(scalar)
                continue
            }
            let text = value.value.asText
            do throws(Diagnostic) { try ValueContext.checkPath(text, isWhole: false) } catch {
                throw problem(error.message, "{{ \(value.expression) }}", "folders stand in the pattern of `output`")
            }
            let plain = OutputPattern.plain(text)
            guard !plain.isEmpty else {
                throw problem(
                    "`\(text.prefix(80))` leaves nothing that a file could be called", "{{ \(value.expression) }}", nil)
            }
            name += plain
        }
        for part in name.split(separator: "/", omittingEmptySubsequences: false) {
            if part.isEmpty || part.hasPrefix(".") || part.hasPrefix("-") {
                throw problem(
                    "`\(name.prefix(120))` cannot be a file's name", "output",
                    "its parts are not empty, and begin with neither `.` nor `-`")
            }
            if part.utf8.count > OutputPattern.longest {
                throw problem(
                    "`\(part.prefix(40))…` is longer than \(OutputPattern.longest) bytes", "output",
                    "name files by a code rather than by a title")
            }
        }
        return name
    }

    /// Letters, digits, `-`, `_` and `.` as they are, everything else as `-`.
    static func plain(_ text: String) -> String {
        var result = ""
        for character in text {
            let isPlain = character.isLetter || character.isNumber || "-_.".contains(character)
            if isPlain {
                result.append(character)
            } else if !result.hasSuffix("-") {
                result.append("-")
            }
        }
        while result.hasSuffix("-") || result.hasSuffix(".") { result.removeLast() }
        while result.hasPrefix("-") || result.hasPrefix(".") { result.removeFirst() }
        return result
    }
}
