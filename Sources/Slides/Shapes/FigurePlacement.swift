import SceneGraph

/// Where a figure lies on its slide: whole, as large as the frame allows, and in the middle of it.
struct FigurePlacement {
    /// EMU per figure unit.
    var scale: Double
    var x: Double
    var y: Double

    init(_ size: Size, in frame: Frame) {
        scale = min(Double(frame.width) / size.width, Double(frame.height) / size.height)
        x = Double(frame.x) + (Double(frame.width) - size.width * scale) / 2
        y = Double(frame.y) + (Double(frame.height) - size.height * scale) / 2
    }

    func x(_ value: Double) -> Int { units(x + value * scale) }
    func y(_ value: Double) -> Int { units(y + value * scale) }
    func length(_ value: Double) -> Int { units(value * scale) }

    /// The corners are rounded, not the lengths, so that what touches in the figure touches on the slide.
    func frame(_ box: Rectangle) -> Frame {
        let (left, top) = (x(box.minX), y(box.minY))
        return Frame(x: left, y: top, width: x(box.maxX) - left, height: y(box.maxY) - top)
    }
}
