import Pictures

private func clamped(_ value: Int) -> Int { min(255, max(0, value)) }

/// A coloured ring with smooth edges on white, 96 × 64, by whole numbers alone, so that every language draws the same.
/// Its centre is at `centre / 2`.
func ring(centre: Int) -> PixelImage {
    PixelImage(width: 96, height: 64) { x, y in
        let d = (x * 2 - centre) * (x * 2 - centre) + (y * 2 - 63) * (y * 2 - 63)
        let v = 255 - clamped(clamped((2500 - d) * 2) - clamped((1600 - d) * 2))
        return (UInt8(v), UInt8((v * 3 + 255) / 4), UInt8((v + 765) / 4), 255)
    }!
}

/// The ring with some pixels changed.
func changed(_ image: PixelImage, _ change: (Int, Int, inout (UInt8, UInt8, UInt8, UInt8)) -> Void) -> PixelImage {
    PixelImage(width: image.width, height: image.height) { x, y in
        let at = (y * image.width + x) * 4
        var pixel = (image.pixels[at], image.pixels[at + 1], image.pixels[at + 2], image.pixels[at + 3])
        change(x, y, &pixel)
        return pixel
    }!
}
