extension PixelComparison {
    /// Where the pictures differ: changes in red, smoothed edges that were left out in yellow, masks in blue, over the
    /// expected picture in pale grey. What only one picture has is striped.
    public func differenceImage(over expected: PixelImage) -> PixelImage? {
        let (width, height) = (max(expectedWidth, actualWidth), max(expectedHeight, actualHeight))
        let (sharedWidth, sharedHeight) = (min(expectedWidth, actualWidth), min(expectedHeight, actualHeight))
        guard expected.width == expectedWidth, expected.height == expectedHeight else { return nil }
        var pixels = [UInt8](repeating: 255, count: width * height * 4)
        for y in 0..<height {
            for x in 0..<width {
                let target = (y * width + x) * 4
                let color: (UInt8, UInt8, UInt8)
                if x >= sharedWidth || y >= sharedHeight {
                    color = (x + y) / 4 % 2 == 0 ? (220, 60, 60) : (250, 220, 220)
                } else {
                    let mark = map.isEmpty ? .same : map[y * sharedWidth + x]
                    switch mark {
                    case .different: color = (214, 0, 28)
                    case .smoothing: color = (240, 180, 0)
                    case .masked: color = (170, 190, 230)
                    case .same:
                        let grey = expected.pale(at: (y * expectedWidth + x) * 4)
                        color = (grey, grey, grey)
                    }
                }
                (pixels[target], pixels[target + 1], pixels[target + 2]) = color
            }
        }
        return PixelImage(width: width, height: height, pixels: pixels)
    }
}

extension PixelImage {
    /// A tenth of the way from white to the pixel's brightness and a bit more, so that outlines can be followed.
    fileprivate func pale(at index: Int) -> UInt8 {
        let brightness = 0.299 * Double(pixels[index]) + 0.587 * Double(pixels[index + 1]) + 0.114 * Double(pixels[index + 2])
        let alpha = Double(pixels[index + 3]) / 255
        return UInt8(max(0, min(255, 255 - 0.25 * alpha * (255 - brightness))))
    }
}
