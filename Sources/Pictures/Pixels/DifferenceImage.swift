extension PixelComparison {
    /// Where the pictures differ: changes in red, smoothed edges that were left out in yellow, masks in blue, over the
    /// expected picture in pale grey. What only one picture has is striped.
    public func differenceImage(over expected: PixelImage) -> PixelImage? {
        let (width, height) = (max(expectedWidth, actualWidth), max(expectedHeight, actualHeight))
        let (sharedWidth, sharedHeight) = (min(expectedWidth, actualWidth), min(expectedHeight, actualHeight))
        guard expected.width == expectedWidth, expected.height == expectedHeight else { return nil }
        let pixels = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
            expected.pixels.withUnsafeBufferPointer { source in
                map.withUnsafeBufferPointer { map in
                    guard let source = source.baseAddress, var target = buffer.baseAddress else { return }
                    for y in 0..<height {
                        var x = 0
                        while x < width {
                            if x >= sharedWidth || y >= sharedHeight {
                                write((x + y) / 4 % 2 == 0 ? (220, 60, 60) : (250, 220, 220), to: target)
                            } else {
                                switch map.isEmpty ? .same : map[y &* sharedWidth &+ x] {
                                case .different: write((214, 0, 28), to: target)
                                case .smoothing: write((240, 180, 0), to: target)
                                case .masked: write((170, 190, 230), to: target)
                                case .same:
                                    let grey = pale(source + (y &* expectedWidth &+ x) &* 4)
                                    write((grey, grey, grey), to: target)
                                }
                            }
                            target += 4
                            x &+= 1
                        }
                    }
                }
            }
            count = width * height * 4
        }
        return PixelImage(width: width, height: height, pixels: pixels)
    }

    @inline(__always)
    private func write(_ color: (UInt8, UInt8, UInt8), to target: UnsafeMutablePointer<UInt8>) {
        (target[0], target[1], target[2], target[3]) = (color.0, color.1, color.2, 255)
    }

    /// A quarter of the way from white to the pixel's brightness, so that outlines can be followed.
    @inline(__always)
    private func pale(_ pixel: UnsafePointer<UInt8>) -> UInt8 {
        // In thousandths: 0.299 R + 0.587 G + 0.114 B.
        let brightness = 299 &* UInt32(pixel[0]) &+ 587 &* UInt32(pixel[1]) &+ 114 &* UInt32(pixel[2])
        return UInt8(truncatingIfNeeded: 255 &- UInt32(pixel[3]) &* (255_000 &- brightness) / 1_020_000)
    }
}
