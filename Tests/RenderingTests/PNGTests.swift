import Documents
import Foundation
import Pictures
import Testing

@testable import Rendering

@Suite("PNG")
struct PNGTests {
    /// Noise, so that each filter has something to undo.
    private func noise(alpha: Bool) -> PixelImage {
        var state: UInt32 = 7
        return PixelImage(width: 37, height: 23) { x, y in
            state = state &* 1_664_525 &+ 1_013_904_223
            let (red, green) = (UInt8(truncatingIfNeeded: x * 5 + y), UInt8(truncatingIfNeeded: state >> 24))
            return (red, green, UInt8(truncatingIfNeeded: y * 9), alpha ? UInt8(truncatingIfNeeded: state >> 8) : 255)
        }!
    }

    @Test("what each filter does, libpng undoes, and so do we", arguments: PNGFilter.allCases, [3, 4])
    func filters(filter: PNGFilter, channels: Int) throws {
        let image = noise(alpha: channels == 4)
        let samples =
            channels == 4 ? image.pixels : image.pixels.enumerated().filter { $0.offset % 4 < 3 }.map(\.element)
        let file = try PNGEncoder.encode(
            samples, width: image.width, height: image.height, layout: channels == 4 ? .rgba : .rgb,
            filterings: [.all(filter)], level: 6)
        let raster = try #require(PNGRaster(file, width: image.width, height: image.height))
        #expect(raster.pixels == image.pixels)
        #expect(
            try PixelImage(png: file, width: image.width, height: image.height, raster: nil, file: "a.png") == image)
    }

    @Test("the smallest file has the same pixels and fewer bytes")
    func effort() throws {
        for image in [noise(alpha: false), noise(alpha: true)] {
            let (quick, smallest) = (try image.png(), try image.png(.smallest))
            #expect(smallest.count < quick.count)
            #expect(try PixelImage(png: smallest, file: "a.png") == image)
        }
    }

    /// By ImageMagick 6.9: `convert -size 6x4 gradient:red-blue` as RGB, interlaced, with 16 bits, with alpha, with a
    /// palette of eight bits and of two.
    private static let kinds = [
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAAiZtkUAAAAGElEQVQI12P8z4AOWFYzhBIWYmRgQNcKALh4BAn3zGGUAAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAIAAAFVYemCAAAAKElEQVQI11XLsQ0AQAgDMTMkS7IkXzwFWLomUjSmSAVEG2sr6Yp/3R69Mwf+"
            + "p1NRawAAAABJRU5ErkJggg==",
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAEEAIAAABy9gVXAAAAH0lEQVQI12P8/5+BIGBZvZqBITSUCooYGRgYGAhZCQDNmwgHxPDAUAAAAABJ"
            + "RU5ErkJggg==",
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAYAAACtBE5DAAAAHklEQVQI12P8z8DwnwELYFnNEMpAkgQjA8N/rEYBAGmiBgehRoj8AAAAAElF"
            + "TkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAECAMAAACa2r5xAAAADFBMVEX/AACqAFVVAKoAAP9QAAc5AAAAFUlEQVQI12NggABGMGBgAgMGZjAA"
            + "AAFCACVBi8BXAAAAAElFTkSuQmCC",
        "iVBORw0KGgoAAAANSUhEUgAAAAYAAAAEAgMAAADQaqbQAAAADFBMVEX/AACqAFVVAKoAAP9QAAc5AAAAFElEQVQI12NgYGAIDWBYtYDh/wcA"
            + "DaQD3/STlV4AAAAASUVORK5CYII=",
    ]

    @Test("every kind of PNG has its pixels", arguments: kinds)
    func kind(base64: String) throws {
        let file = [UInt8](try #require(Data(base64Encoded: base64)))
        let image = try PixelImage(png: file, file: "a.png")
        let colors: [[UInt8]] = [[255, 0, 0, 255], [170, 0, 85, 255], [85, 0, 170, 255], [0, 0, 255, 255]]
        #expect(image.pixels == colors.flatMap { color in (0..<6).flatMap { _ in color } })
        // Whatever it is stored as, it is the same picture as the first.
        let first = [UInt8](try #require(Data(base64Encoded: PNGTests.kinds[0])))
        let pair = try PixelImage.decoded(first, "a.png", file, "b.png")
        #expect(pair.map { $0.0 == $0.1 } ?? true)
    }

    @Test("one bit of a file turned over is told, wherever it is")
    func damage() throws {
        let file = try noise(alpha: false).png()
        for place in stride(from: 8, to: file.count, by: 41) {
            var damaged = file
            damaged[place] ^= 1
            #expect(throws: Diagnostic.self, "\(place)") { try PixelImage(png: damaged, file: "a.png") }
        }
    }

    @Test("gzip comes back, and damaged gzip is told")
    func gzip() throws {
        let bytes = Array("the same words, the same words, the same words".utf8)
        let pressed = try Gzip.compressed(bytes)
        #expect(try Gzip.decompressed(pressed, file: "a.gz") == bytes)
        #expect(try Gzip.compressed(bytes) == pressed)
        for count in [0, 3, 17, pressed.count - 1] {
            #expect(throws: Diagnostic.self) { try Gzip.decompressed(Array(pressed.prefix(count)), file: "a.gz") }
        }
    }
}
