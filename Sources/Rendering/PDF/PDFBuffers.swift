/// Bytes at places that do not move, for as long as this lives: qpdf reads streams when it writes the file, from where
/// they were when it was told of them.
final class PDFBuffers {
    private var blocks: [UnsafeMutableBufferPointer<UInt8>] = []

    func keep(_ bytes: [UInt8]) -> UnsafeMutableBufferPointer<UInt8> {
        // A block without room has no address; an empty stream needs one all the same.
        let block = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(1, bytes.count))
        _ = block.initialize(from: bytes)
        blocks.append(block)
        return UnsafeMutableBufferPointer(start: block.baseAddress, count: bytes.count)
    }

    deinit {
        for block in blocks { block.deallocate() }
    }
}
