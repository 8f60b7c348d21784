import Pictures
import SceneGraph
import Testing

@testable import Rendering

/// Letters of colours in pictures of pixels.
private let letters: [([UInt8], Character)] = [
    ([255, 255, 255, 255], "."), ([0, 0, 0, 255], "#"), ([255, 0, 0, 255], "r"), ([0, 255, 0, 255], "g"),
    ([0, 0, 255, 255], "b"), ([255, 255, 0, 255], "y"), ([0, 0, 0, 0], " "),
]

/// A small scene of some nodes on white.
func small(_ width: Double, _ height: Double, _ nodes: [Node], background: Color? = .white) -> Scene {
    Scene(
        size: Size(width, height), root: .group(id: "s", role: .figure, nodes), background: background)
}

extension Color {
    static let red = Color(hex: 0xFF0000), green = Color(hex: 0x00FF00), blue = Color(hex: 0x0000FF)
    static let yellow = Color(hex: 0xFFFF00)
}

/// A rectangle of one colour.
func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Color) -> Node {
    .path(
        id: "box", role: "mark-bar", .rectangle(Rectangle(x: x, y: y, width: width, height: height)),
        fill: .color(color))
}

/// The pixels of a scene, a letter each: `.` white, `#` black, `r g b y` by their names, `?` any other.
func picture(_ scene: Scene, scale: Double = 1) throws -> String {
    let fonts = try FontLibrary(family: "Lato")
    return letters(of: try PNGExporter.pixels(of: scene, scale: scale, fonts: fonts))
}

func letters(of image: PixelImage) -> String {
    (0..<image.height).map { y in
        String((0..<image.width).map { x in letter(pixel(image, x, y)) })
    }.joined(separator: "\n")
}

private func letter(_ pixel: [UInt8]) -> Character { letters.first { $0.0 == pixel }?.1 ?? "?" }

/// Red, green, blue and opacity.
func pixel(_ image: PixelImage, _ x: Int, _ y: Int) -> [UInt8] {
    let start = (y * image.width + x) * 4
    return Array(image.pixels[start..<(start + 4)])
}
