import Documents

/// How the text of a dBASE table is written.
enum TextEncoding: Sendable, Equatable {
    /// UTF-8 where the bytes are that; else Windows-1252.
    case unknown
    case utf8, windows1252, latin1, windows1251, codePage866, koi8

    /// By the name in a `.cpg` file.
    init(named text: String) throws(Diagnostic) {
        let name = text.filter { $0.isLetter || $0.isNumber }.lowercased()
        switch name {
        case "": self = .unknown
        case "utf8", "65001": self = .utf8
        case "1252", "cp1252", "windows1252", "ansi1252", "ansi": self = .windows1252
        case "iso88591", "88591", "latin1": self = .latin1
        case "1251", "cp1251", "windows1251", "ansi1251": self = .windows1251
        case "866", "cp866", "ibm866", "oem866": self = .codePage866
        case "koi8r", "koi8": self = .koi8
        default: throw TextEncoding.unread(text.trimmedOfSpace)
        }
    }

    /// By the mark in a table's head.
    init(languageDriver mark: UInt8) throws(Diagnostic) {
        switch mark {
        case 0x00: self = .unknown
        case 0x03, 0x57, 0x58, 0x59: self = .windows1252
        case 0xC9, 0x8B: self = .windows1251
        case 0x26, 0x65: self = .codePage866
        // Old OEM pages: Latin letters as they are.
        case 0x01, 0x02, 0x08...0x25, 0x37, 0x40, 0x64, 0x66...0x6C: self = .unknown
        default: throw TextEncoding.unread("language driver 0x" + String(mark, radix: 16))
        }
    }

    private static func unread(_ name: String) -> Diagnostic {
        Diagnostic(
            "the encoding `\(name)` is not read",
            advice:
                "write it in UTF-8: ogr2ogr -lco ENCODING=UTF-8 OUT.shp IN.shp; read are UTF-8, ISO 8859-1, Windows "
                + "1251 and 1252, CP866, KOI8-R"
        )
    }

    func text(_ bytes: ArraySlice<UInt8>) -> String {
        func mapped(_ table: (UInt8) -> UInt32) -> String {
            var text = ""
            for byte in bytes {
                let value = byte < 0x80 ? UInt32(byte) : table(byte)
                text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
            }
            return text
        }
        switch self {
        case .utf8: return String(decoding: bytes, as: UTF8.self)
        case .unknown: return String(validating: bytes, as: UTF8.self) ?? TextEncoding.windows1252.text(bytes)
        case .latin1: return mapped { UInt32($0) }
        case .windows1252: return mapped { $0 < 0xA0 ? TextEncoding.high1252[Int($0) - 0x80] : UInt32($0) }
        case .windows1251:
            return mapped { $0 < 0xC0 ? TextEncoding.high1251[Int($0) - 0x80] : UInt32($0) - 0xC0 + 0x410 }
        case .codePage866:
            return mapped { byte in
                switch byte {
                case 0x80..<0xB0: UInt32(byte) - 0x80 + 0x410
                case 0xE0..<0xF0: UInt32(byte) - 0xE0 + 0x440
                case 0xF0: 0x401
                case 0xF1: 0x451
                case 0xFC: 0x2116
                case 0xFF: 0xA0
                default: 0xFFFD
                }
            }
        case .koi8:
            return mapped { byte in
                switch byte {
                case 0xC0...0xFF: TextEncoding.koi8Letters[Int(byte & 0x1F)] - (byte >= 0xE0 ? 0x20 : 0)
                case 0xA3: 0x451
                case 0xB3: 0x401
                default: 0xFFFD
                }
            }
        }
    }

    /// Bytes 0x80 to 0x9F of Windows-1252; the five that mean nothing are the replacement character.
    private static let high1252: [UInt32] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD,
        0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD,
        0x017E, 0x0178,
    ]

    /// Bytes 0x80 to 0xBF of Windows-1251.
    private static let high1251: [UInt32] = [
        0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A, 0x040C,
        0x040B, 0x040F,
        0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C,
        0x045B, 0x045F,
        0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD,
        0x00AE, 0x0407,
        0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405,
        0x0455, 0x0457,
    ]

    /// The small letters of KOI8-R from 0xC0 on; the capitals stand 0x20 further.
    private static let koi8Letters: [UInt32] = [
        0x44E, 0x430, 0x431, 0x446, 0x434, 0x435, 0x444, 0x433, 0x445, 0x438, 0x439, 0x43A, 0x43B, 0x43C, 0x43D, 0x43E,
        0x43F, 0x44F,
        0x440, 0x441, 0x442, 0x443, 0x436, 0x432, 0x44C, 0x44B, 0x437, 0x448, 0x44D, 0x449, 0x447, 0x44A,
    ]
}

extension String {
    fileprivate var trimmedOfSpace: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
