import Documents

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// How the bytes of a text stand for its characters, found from the bytes or said by `format.encoding`.
enum TextEncoding {
    /// The text as UTF-8, without a byte-order mark; a note where it was anything else.
    ///
    /// - Parameter said: a name that iconv knows: `windows-1252`, `iso-8859-2`, `shift_jis`.
    static func utf8(_ bytes: [UInt8], said: String?, file: String) throws(Diagnostics) -> ([UInt8], [Diagnostic]) {
        if let said {
            guard let text = convert(bytes, from: said) else {
                throw Diagnostics([
                    Diagnostic(
                        "the text is not in the encoding `\(said)`", file: file,
                        advice:
                            "known are the names of `iconv -l`: utf-8, utf-16, windows-1252, iso-8859-2, shift_jis …")
                ])
            }
            return (text.starts(with: mark) ? Array(text.dropFirst(3)) : text, [])
        }
        if let name = marked(bytes) ?? wide(bytes) {
            guard let text = convert(bytes, from: name) else {
                throw Diagnostics([Diagnostic("the text begins as \(name) and is not valid \(name)", file: file)])
            }
            let bare = text.starts(with: mark) ? Array(text.dropFirst(3)) : text
            return (bare, [note("is \(name)", file: file, severity: .note)])
        }
        if isUTF8(bytes) { return (bytes, []) }
        return try western(bytes, file: file)
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func note(_ text: String, file: String, severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic("the text \(text)", severity: severity, file: file)
    }

    private static func marked(_ bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32LE" }
        if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
        if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
        return nil
    }

    /// UTF-16 without a mark: every second byte of Latin text is 0.
    private static func wide(_ bytes: [UInt8]) -> String? {
        let sample = bytes.prefix(512)
        guard sample.count >= 8 else { return nil }
        let zeros = sample.indices.filter { sample[$0] == 0 }
        guard zeros.count * 3 > sample.count else { return nil }
        let odd = zeros.count { $0 % 2 == 1 }
        return odd * 2 > zeros.count ? "UTF-16LE" : "UTF-16BE"
    }

    private static func isUTF8(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBufferPointer { buffer in
            // Plain ASCII, eight bytes at a time, needs no closer look.
            var place = 0
            while buffer.count - place >= 8, let base = buffer.baseAddress {
                let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
                if word & 0x8080_8080_8080_8080 != 0 { break }
                place += 8
            }
            if place + 8 > buffer.count, buffer[place...].allSatisfy({ $0 < 0x80 }) { return true }
            return String(validating: buffer[place...], as: UTF8.self) != nil
        }
    }

    /// What is not UTF-8 and has no mark is taken for Windows-1252 where its letters stand as Western words have them;
    /// in Cyrillic or Greek text they stand in long runs, and which encoding it is must be said.
    private static func western(_ bytes: [UInt8], file: String) throws(Diagnostics) -> ([UInt8], [Diagnostic]) {
        var inRuns = 0, high = 0, run = 0
        for byte in bytes.prefix(1 << 20) {
            run = byte >= 0xC0 ? run + 1 : 0
            if run > 0 { high += 1 }
            if run == 3 { inRuns += 3 } else if run > 3 { inRuns += 1 }
        }
        let line = firstStrange(bytes)
        guard inRuns * 4 <= high, let text = convert(bytes, from: "WINDOWS-1252") else {
            throw Diagnostics([
                Diagnostic(
                    "the text is neither UTF-8 nor Windows-1252", file: file, at: SourceLocation(line: line, column: 1),
                    advice: "say its encoding, `format: {encoding: windows-1251}`, or save the file as UTF-8")
            ])
        }
        let sample = sampleLine(text, number: line)
        return (
            text,
            [
                Diagnostic(
                    "the text is not UTF-8 and is read as Windows-1252: `\(sample)`", severity: .warning, file: file,
                    at: SourceLocation(line: line, column: 1),
                    advice: "say so where that is right, `format: {encoding: windows-1252}`, or save the file as UTF-8")
            ]
        )
    }

    private static func firstStrange(_ bytes: [UInt8]) -> Int {
        guard let place = bytes.firstIndex(where: { $0 >= 0x80 }) else { return 1 }
        return bytes[..<place].count { $0 == 0x0A } + 1
    }

    private static func sampleLine(_ text: [UInt8], number: Int) -> String {
        let lines = text.split(separator: 0x0A, maxSplits: number, omittingEmptySubsequences: false)
        guard lines.count >= number else { return "" }
        return String(
            String(decoding: lines[number - 1], as: UTF8.self).filter { $0 != "\r" && $0 != "\r\n" }.prefix(40))
    }

    /// Nil where the encoding is unknown, or the bytes are not in it.
    static func convert(_ bytes: [UInt8], from name: String) -> [UInt8]? {
        guard name.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        guard let converter = iconv_open("UTF-8", name), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + bytes.count / 8)
        var chunk = [CChar](repeating: 0, count: 65_536)
        var source = bytes.map { CChar(bitPattern: $0) }
        var left = source.count
        var isValid = true
        source.withUnsafeMutableBufferPointer { source in
            var input = source.baseAddress
            while left > 0 {
                let room = chunk.count
                var free = room
                let status = chunk.withUnsafeMutableBufferPointer { chunk -> Int in
                    var output = chunk.baseAddress
                    return iconv(converter, &input, &left, &output, &free)
                }
                let code = errno
                result += chunk[..<(room - free)].lazy.map { UInt8(bitPattern: $0) }
                if status == -1, code != E2BIG {
                    isValid = false
                    return
                }
            }
        }
        return isValid ? result : nil
    }
}
