import Documents
import Tables

/// Cuts the text of an expression into tokens.
struct ExpressionLexer {
    enum Token: Equatable {
        case number(Double)
        case string(String)
        case pattern(String, flags: String)
        case name(String)
        case symbol(String)
        case end
    }

    private let text: [Unicode.Scalar]
    private var index = 0
    /// Where the token that was read last began: a count of characters from 0.
    private(set) var position = 0
    /// Whether a `/` here begins a pattern rather than divides.
    private var patternMayFollow = true

    init(_ text: String) { self.text = Array(text.unicodeScalars) }

    private static let symbols = [
        ">>>", "===", "!==", "==", "!=", "<=", ">=", "&&", "||", "<<", ">>", "+", "-", "*", "/", "%", "<", ">", "!",
        "~", "&",
        "|", "^", "?", ":", "(", ")", "[", "]", "{", "}", ",", ".",
    ].map { Array($0.unicodeScalars) }

    mutating func next() throws(ExpressionProblem) -> Token {
        while index < text.count, text[index].properties.isWhitespace { index += 1 }
        position = index
        guard index < text.count else { return .end }
        let scalar = text[index]
        if isDigit(scalar) || (scalar == "." && index + 1 < text.count && isDigit(text[index + 1])) {
            patternMayFollow = false
            return try number()
        }
        if scalar == "\"" || scalar == "'" {
            patternMayFollow = false
            return try string(closing: scalar)
        }
        if isNameStart(scalar) {
            var name = ""
            while index < text.count, isNameStart(text[index]) || isDigit(text[index]) {
                name.unicodeScalars.append(text[index])
                index += 1
            }
            patternMayFollow = false
            return .name(name)
        }
        if scalar == "/", patternMayFollow { return try pattern() }
        for symbol in Self.symbols where text[index...].starts(with: symbol) {
            index += symbol.count
            var word = ""
            word.unicodeScalars.append(contentsOf: symbol)
            patternMayFollow = word != ")" && word != "]" && word != "}"
            return .symbol(word)
        }
        if scalar == "=" {
            throw ExpressionProblem(
                "`=` alone means nothing in an expression", at: index, advice: "to compare, write `==` or `===`")
        }
        throw ExpressionProblem("unexpected `\(Character(scalar))`", at: index)
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

    private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "$" || scalar.properties.isAlphabetic
    }

    private mutating func number() throws(ExpressionProblem) -> Token {
        let start = index
        if text[index] == "0", index + 1 < text.count, text[index + 1] == "x" || text[index + 1] == "X" {
            index += 2
            while index < text.count, Character(text[index]).isHexDigit { index += 1 }
        } else {
            while index < text.count, isDigit(text[index]) || text[index] == "." { index += 1 }
            if index < text.count, text[index] == "e" || text[index] == "E" {
                index += 1
                if index < text.count, text[index] == "+" || text[index] == "-" { index += 1 }
                while index < text.count, isDigit(text[index]) { index += 1 }
            }
        }
        var word = ""
        word.unicodeScalars.append(contentsOf: text[start..<index])
        let value = NumberReading.javaScriptNumber(word)
        if value.isNaN { throw ExpressionProblem("`\(word)` is no number", at: start) }
        return .number(value)
    }

    private mutating func string(closing quote: Unicode.Scalar) throws(ExpressionProblem) -> Token {
        let start = index
        index += 1
        var result = ""
        while index < text.count {
            let scalar = text[index]
            index += 1
            if scalar == quote { return .string(result) }
            guard scalar == "\\", index < text.count else {
                result.unicodeScalars.append(scalar)
                continue
            }
            let letter = text[index]
            index += 1
            switch letter {
            case "n": result += "\n"
            case "t": result += "\t"
            case "r": result += "\r"
            case "b": result += "\u{8}"
            case "f": result += "\u{C}"
            case "v": result += "\u{B}"
            case "0": result += "\0"
            case "\n": break
            case "x", "u":
                let count = letter == "x" ? 2 : 4
                guard let value = hexadecimal(count), let decoded = Unicode.Scalar(value) else {
                    throw ExpressionProblem("\\\(letter) needs \(count) hexadecimal digits", at: index - 2)
                }
                index += count
                result.unicodeScalars.append(decoded)
            default: result.unicodeScalars.append(letter)
            }
        }
        throw ExpressionProblem("the text that opens here never closes", at: start)
    }

    private func hexadecimal(_ count: Int) -> UInt32? {
        guard index + count <= text.count else { return nil }
        var value: UInt32 = 0
        for scalar in text[index..<(index + count)] {
            guard let digit = Character(scalar).hexDigitValue else { return nil }
            value = value * 16 + UInt32(digit)
        }
        return value
    }

    private mutating func pattern() throws(ExpressionProblem) -> Token {
        let start = index
        index += 1
        var body = ""
        var inSet = false
        while index < text.count {
            let scalar = text[index]
            index += 1
            if scalar == "\\", index < text.count {
                body.unicodeScalars.append(scalar)
                body.unicodeScalars.append(text[index])
                index += 1
                continue
            }
            if scalar == "[" { inSet = true }
            if scalar == "]" { inSet = false }
            if scalar == "/", !inSet {
                var flags = ""
                while index < text.count, text[index].properties.isAlphabetic {
                    flags.unicodeScalars.append(text[index])
                    index += 1
                }
                patternMayFollow = false
                return .pattern(body, flags: flags)
            }
            body.unicodeScalars.append(scalar)
        }
        throw ExpressionProblem("the pattern that opens here never closes", at: start)
    }
}

/// What is wrong with an expression.
struct ExpressionProblem: Error {
    var message: String
    /// A count of characters from 0.
    var position: Int?
    var advice: String?

    init(_ message: String, at position: Int? = nil, advice: String? = nil) {
        self.message = message
        self.position = position
        self.advice = advice
    }

    func diagnostic(in text: String) -> Diagnostic {
        let shown = text.count > 120 ? text.prefix(119) + "…" : text[...]
        let place = position.map { ", at character \($0 + 1)" } ?? ""
        return Diagnostic("\(message), in the expression `\(shown)`\(place)", advice: advice)
    }
}
