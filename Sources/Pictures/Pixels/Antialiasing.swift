/// Tells whether a pixel is the smoothing of an edge (Vyšniauskas 2009, "Anti-aliased pixel and intensity slope
/// detector", Elektronika ir elektrotechnika 7(95), 107–110), in the form that pixelmatch gives it.
struct AntialiasingDetector {
    let width: Int
    let height: Int

    /// True where a pixel of the first picture lies on a slope of brightness between areas that both pictures have.
    func isSmoothing(
        x: Int, y: Int, in picture: UnsafePointer<UInt8>, and other: UnsafePointer<UInt8>
    ) -> Bool {
        let centre = PerceivedDifference.brightness(picture + (y * width + x) * 4)
        var equal = onEdge(x, y) ? 1 : 0
        var (darkest, brightest) = ((delta: 0.0, x: 0, y: 0), (delta: 0.0, x: 0, y: 0))
        for nearX in max(0, x - 1)...min(width - 1, x + 1) {
            for nearY in max(0, y - 1)...min(height - 1, y + 1) where nearX != x || nearY != y {
                let delta = centre - PerceivedDifference.brightness(picture + (nearY * width + nearX) * 4)
                if delta == 0 {
                    equal += 1
                    if equal > 2 { return false }
                } else if delta < darkest.delta {
                    darkest = (delta, nearX, nearY)
                } else if delta > brightest.delta {
                    brightest = (delta, nearX, nearY)
                }
            }
        }
        if darkest.delta == 0 || brightest.delta == 0 { return false }
        return (hasManySiblings(darkest.x, darkest.y, picture) && hasManySiblings(darkest.x, darkest.y, other))
            || (hasManySiblings(brightest.x, brightest.y, picture) && hasManySiblings(brightest.x, brightest.y, other))
    }

    /// At least three neighbours of the very same colour; the picture's edge counts for one.
    private func hasManySiblings(_ x: Int, _ y: Int, _ picture: UnsafePointer<UInt8>) -> Bool {
        let pixel = picture + (y * width + x) * 4
        var equal = onEdge(x, y) ? 1 : 0
        for nearX in max(0, x - 1)...min(width - 1, x + 1) {
            for nearY in max(0, y - 1)...min(height - 1, y + 1) where nearX != x || nearY != y {
                let near = picture + (nearY * width + nearX) * 4
                if pixel[0] == near[0], pixel[1] == near[1], pixel[2] == near[2], pixel[3] == near[3] {
                    equal += 1
                    if equal > 2 { return true }
                }
            }
        }
        return false
    }

    private func onEdge(_ x: Int, _ y: Int) -> Bool { x == 0 || y == 0 || x == width - 1 || y == height - 1 }
}
