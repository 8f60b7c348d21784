/// Bytes in sixty-four letters (RFC 4648, section 4), for pictures inside a page.
public func base64(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
        let left = bytes.count - index
        let word =
            UInt32(bytes[index]) << 16 | (left > 1 ? UInt32(bytes[index + 1]) << 8 : 0)
            | (left > 2 ? UInt32(bytes[index + 2]) : 0)
        text.append(letters[Int(word >> 18 & 63)])
        text.append(letters[Int(word >> 12 & 63)])
        text.append(left > 1 ? letters[Int(word >> 6 & 63)] : UInt8(ascii: "="))
        text.append(left > 2 ? letters[Int(word & 63)] : UInt8(ascii: "="))
        index += 3
    }
    return String(decoding: text, as: UTF8.self)
}
