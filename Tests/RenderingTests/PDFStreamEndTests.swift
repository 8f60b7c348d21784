import SceneGraph
import Testing

@testable import Rendering

/// A stream that ends in a carriage return is a byte short for whoever measures it: `PDFStreamEnds` says why.
@Suite("Ends of streams in PDF")
struct PDFStreamEndTests {
    /// Pressed data ends in the low byte of Adler-32's first sum (RFC 1950): 1 and all bytes together. The last byte of
    /// the text is chosen so that it is a carriage return.
    private func text(_ number: Int) -> [UInt8] {
        var bytes = Array("row \(number), \(number * 7919)\n".utf8)
        let sum = bytes.reduce(1) { $0 + Int($1) }
        // Two printing bytes more bring the sum to 13, modulo 256.
        let missing = ((13 - sum) % 256 + 256) % 256
        let both = missing < 80 ? missing + 256 : missing
        bytes += [UInt8(both / 2), UInt8(both - both / 2)]
        return bytes
    }

    @Test("attached files whose pressed bytes end in a carriage return are told apart from the line's end behind them")
    func attachments() throws {
        let texts = (0..<40).map(text)
        for text in texts { #expect(text.reduce(1) { $0 + Int($1) } % 256 == 13) }
        let document = PDFDocument(
            pages: [Scene(size: Size(40, 40), root: .group(id: "page", role: .page, []))], title: "Ends", date: "2026",
            attachments: texts.enumerated().map { index, bytes in
                PDFAttachment(name: "\(index).csv", mediaType: "text/csv", description: "Rows", bytes: bytes)
            })
        let file = try PDFExporter.pdf(of: document, fonts: try FontLibrary(family: "Lato"))
        #expect(PDFStreamEnds.unclear(in: file).isEmpty)
    }
}
