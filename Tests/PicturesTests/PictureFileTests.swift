import Documents
import Pictures
import Testing

/// The frame of a PNG; its checksums are not looked at before it is decoded.
func png(width: UInt32, height: UInt32, chunks: [String] = ["IDAT", "IEND"]) -> [UInt8] {
    func number(_ value: UInt32) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
    var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    bytes += number(13) + Array("IHDR".utf8) + number(width) + number(height) + [8, 6, 0, 0, 0] + [0, 0, 0, 0]
    for name in chunks {
        bytes +=
            number(name == "IDAT" ? 4 : 0) + Array(name.utf8) + (name == "IDAT" ? [1, 2, 3, 4] : []) + [0, 0, 0, 0]
    }
    return bytes
}

@Suite struct PictureFileTests {
    private func message(_ bytes: [UInt8]) -> String {
        do { return "\(try PictureFile(bytes, file: "a.png"))" } catch { return error.message }
    }

    @Test func kindsAreTold() throws {
        #expect(try PictureFile(png(width: 3, height: 4), file: "a.png") == .png(width: 3, height: 4))
        #expect(try PictureFile(Array("%PDF-1.5".utf8), file: "a.pdf") == .pdf)
        #expect(try PictureFile(Array("<?xml version=\"1.0\"?>\n<svg/>".utf8), file: "a.svg") == .svg)
        #expect(try PictureFile([0x50, 0x4B, 3, 4, 0], file: "a.pptx") == .archive)
        #expect(try PictureFile(Array(" {\"version\":1}".utf8), file: "a.scene.json") == .sceneJSON)
    }

    @Test func filesThatAreNotWhatTheySeemAreTold() {
        #expect(message([]) == "is empty")
        #expect(
            message(Array("version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n".utf8)).contains(
                "git-LFS pointer"))
        #expect(message([0xFF, 0xD8, 0xFF, 0xE0]).contains("JPEG"))
        #expect(message(Array("<!DOCTYPE html><html>".utf8)).contains("web page"))
        #expect(message(Array("hello".utf8)).contains("no picture"))
    }

    @Test func cutPNGsAreTold() {
        let whole = png(width: 3, height: 4)
        for length in 1..<whole.count { #expect(message(Array(whole.prefix(length))).contains("cut off"), "\(length)") }
        #expect(message(png(width: 3, height: 4, chunks: ["IDAT"])).contains("cut off"))
        #expect(message(png(width: 3, height: 4, chunks: ["IEND"])).contains("no pixels"))
    }

    @Test func hugePNGsAreRefusedUndecoded() {
        #expect(message(png(width: 30_000, height: 30_000)).contains("30000 × 30000"))
        #expect(message(png(width: .max, height: .max)).contains("at most"))
        #expect(message(png(width: 40_000, height: 1)).contains("32767"))
        #expect(message(png(width: 0, height: 5)).contains("0 × 5"))
    }

    @Test func chunkLengthsThatLieAreTold() {
        var bytes = png(width: 3, height: 4)
        bytes[33] = 0xFF
        #expect(message(bytes).contains("cut off"))
    }
}
