import CQPDF

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Streams whose last byte is a carriage return.
///
/// The line's end that PDF/A wants before `endstream` makes one line's end of both, and a reader that measures the
/// stream instead of believing its length finds it a byte short. A byte behind the end of pressed data is read by
/// nobody.
enum PDFStreamEnds {
    private static let mark = Array("\r\nendstream".utf8)

    /// Makes the end of pressed data clear.
    static func settle(_ pressed: inout [UInt8]) {
        if pressed.last == 0x0D { pressed.append(0x0A) }
    }

    /// Object numbers, from a whole file.
    static func unclear(in bytes: [UInt8]) -> [Int32] {
        var found: [Int32] = []
        let mark = Self.mark
        bytes.withUnsafeBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return }
            var index = 0
            while index + mark.count <= buffer.count {
                let rest = buffer.count - mark.count - index + 1
                guard let next = memchr(start + index, 0x0D, rest) else { return }
                index = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(next))
                if memcmp(next, mark, mark.count) == 0, let number = objectNumber(before: index, in: buffer) {
                    found.append(number)
                }
                index += 1
            }
        }
        return found
    }

    /// The number in the nearest `N 0 obj` before a place.
    private static func objectNumber(before place: Int, in buffer: UnsafeBufferPointer<UInt8>) -> Int32? {
        let head = Array(" 0 obj".utf8)
        var index = place - head.count
        while index > 0 {
            if buffer[index] == head[0], buffer[index..<(index + head.count)].elementsEqual(head) {
                var start = index
                while start > 0, buffer[start - 1] >= 0x30, buffer[start - 1] <= 0x39 { start -= 1 }
                if start < index, start > 0, buffer[start - 1] == 0x0A {
                    return Int32(String(decoding: buffer[start..<index], as: UTF8.self))
                }
            }
            index -= 1
        }
        return nil
    }

    static func lengthen(_ stream: PDFObject) {
        var buffer: UnsafeMutablePointer<UInt8>?
        var length = 0
        var isFiltered: QPDF_BOOL = 0
        guard
            qpdf_oh_get_stream_data(stream.state, stream.handle, qpdf_dl_none, &isFiltered, &buffer, &length)
                & QPDF_ERRORS == 0,
            let buffer
        else { return }
        defer { free(buffer) }
        var longer = [UInt8](repeating: 0x0A, count: length + 1)
        for index in 0..<length { longer[index] = buffer[index] }
        let head = stream.head
        let (filter, parameters) = (head["/Filter"], head["/DecodeParms"])
        guard !filter.isNull else { return }
        stream.replaceData(longer, filter: filter, parameters: parameters)
    }
}
