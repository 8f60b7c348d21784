import CCairo
import SceneGraph

/// Draws instances into the pixels of an image: each outline is drawn by Cairo once for each of `phases` × `phases`
/// places within a pixel, as a mask of coverage, and the masks are laid over the picture in integers.
///
/// An instance so stands at most half a phase, 1/32 of a pixel, from its place: an edge may differ from Cairo's own by
/// 8 of 255 each way, and where many lie over each other by a little more: 24 was measured, 10 in a cloud of 100,000.
struct InstancePainter {
    /// Places within a pixel, each way.
    static let phases = 16
    /// Larger outlines are left to Cairo: they are few, or the picture is unreadable.
    static let largestMask = 256
    /// Masks are kept up to so many bytes; those beyond are made anew each time.
    static let mostBytes = 16 << 20

    let painter: CairoPainter
    private var cairo: OpaquePointer { painter.cairo }

    init(_ painter: CairoPainter) { self.painter = painter }

    /// The pixels that are drawn into, and where a figure's units lie among them.
    private struct Target {
        var pixels: UnsafeMutablePointer<UInt8>
        var stride: Int
        var width: Int
        var height: Int
        var scaleX: Double
        var scaleY: Double
        var originX: Double
        var originY: Double
    }

    /// Coverage of a small rectangle of pixels, and how far it lies from the pixel of the place.
    private struct Mask {
        var left: Int
        var top: Int
        var width: Int
        var height: Int
        var coverage: [UInt8]
    }

    /// What a mask is made of: an outline filled, or stroked in one manner.
    private struct Shape: Hashable {
        var outline: Int
        var stroke: Stroke?
    }

    /// A shape in one colour: one step of drawing an instance.
    private struct Layer {
        /// Where its masks begin: one for each phase.
        var masks: Int
        var shape: Shape
        /// Not multiplied by alpha, 0 to 255.
        var color: (alpha: UInt32, red: UInt32, green: UInt32, blue: UInt32)
    }

    /// - Returns: false, and nothing is drawn, where the surface has no pixels or the shapes are too large.
    func draw(_ instances: Instances) -> Bool {
        guard let surface = cairo_get_group_target(cairo), cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE
        else { return false }
        var matrix = cairo_matrix_t()
        cairo_get_matrix(cairo, &matrix)
        guard matrix.xy == 0, matrix.yx == 0, matrix.xx > 0, matrix.yy > 0 else { return false }
        for case let box? in instances.outlines.map(\.bounds)
        where
            max(box.width * matrix.xx, box.height * matrix.yy) > Double(InstancePainter.largestMask)
        { return false }
        if let widest = instances.appearances.compactMap({ $0.stroke?.width }).max(),
            widest * max(matrix.xx, matrix.yy) > Double(InstancePainter.largestMask) / 4
        {
            return false
        }
        if isClipped(surface) {
            // Within a group the clip is not there yet; it is applied when the group is laid over what is below.
            cairo_push_group(cairo)
            let group = cairo_get_group_target(cairo)
            let target = group.flatMap(target)
            if let target { draw(instances, into: target) }
            cairo_surface_mark_dirty(group)
            cairo_pop_group_to_source(cairo)
            if target != nil { cairo_paint(cairo) }
            return target != nil
        }
        guard let target = target(surface) else { return false }
        draw(instances, into: target)
        cairo_surface_mark_dirty(surface)
        return true
    }

    private func isClipped(_ surface: OpaquePointer) -> Bool {
        guard let list = cairo_copy_clip_rectangle_list(cairo) else { return true }
        defer { cairo_rectangle_list_destroy(list) }
        guard list.pointee.status == CAIRO_STATUS_SUCCESS, list.pointee.num_rectangles == 1,
            let box = list.pointee.rectangles?.pointee
        else { return true }
        var (x1, y1, x2, y2) = (box.x, box.y, box.x + box.width, box.y + box.height)
        cairo_user_to_device(cairo, &x1, &y1)
        cairo_user_to_device(cairo, &x2, &y2)
        var (offsetX, offsetY) = (0.0, 0.0)
        cairo_surface_get_device_offset(surface, &offsetX, &offsetY)
        let (width, height) = (cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface))
        return x1 + offsetX > 1e-6 || y1 + offsetY > 1e-6 || x2 + offsetX < Double(width) - 1e-6
            || y2 + offsetY < Double(height) - 1e-6
    }

    private func target(_ surface: OpaquePointer) -> Target? {
        let format = cairo_image_surface_get_format(surface)
        guard cairo_surface_get_type(surface) == CAIRO_SURFACE_TYPE_IMAGE,
            format == CAIRO_FORMAT_ARGB32 || format == CAIRO_FORMAT_RGB24
        else { return nil }
        cairo_surface_flush(surface)
        guard let pixels = cairo_image_surface_get_data(surface) else { return nil }
        var matrix = cairo_matrix_t()
        cairo_get_matrix(cairo, &matrix)
        var (offsetX, offsetY) = (0.0, 0.0)
        cairo_surface_get_device_offset(surface, &offsetX, &offsetY)
        return Target(
            pixels: pixels, stride: Int(cairo_image_surface_get_stride(surface)),
            width: Int(cairo_image_surface_get_width(surface)), height: Int(cairo_image_surface_get_height(surface)),
            scaleX: matrix.xx, scaleY: matrix.yy, originX: matrix.x0 + offsetX, originY: matrix.y0 + offsetY)
    }

    private func draw(_ instances: Instances, into target: Target) {
        var starts: [Shape: Int] = [:]
        func layer(_ shape: Shape, _ color: Color) -> Layer {
            var shape = shape
            shape.stroke?.paint = .color(.black)
            let start = starts[shape] ?? starts.count * InstancePainter.phases * InstancePainter.phases
            starts[shape] = start
            func byte(_ part: Double) -> UInt32 { part.isFinite ? UInt32(max(0, min(255, (part * 255).rounded()))) : 0 }
            return Layer(
                masks: start, shape: shape,
                color: (byte(color.alpha), byte(color.red), byte(color.green), byte(color.blue)))
        }
        let layers = instances.appearances.map { appearance -> [Layer] in
            guard instances.outlines.indices.contains(appearance.outline) else { return [] }
            var layers: [Layer] = []
            if let fill = appearance.fill { layers.append(layer(Shape(outline: appearance.outline), fill)) }
            if let stroke = appearance.stroke, stroke.width > 0, case .color(let color) = stroke.paint {
                layers.append(layer(Shape(outline: appearance.outline, stroke: stroke), color))
            }
            return layers
        }
        var masks = [Mask?](repeating: nil, count: starts.count * InstancePainter.phases * InstancePainter.phases)
        var kept = 0
        let phases = Double(InstancePainter.phases)
        let reach = Double(InstancePainter.largestMask * 2)
        for instance in instances.instances where layers.indices.contains(Int(instance.appearance)) {
            let x = instance.place.x * target.scaleX + target.originX,
                y = instance.place.y * target.scaleY + target.originY
            guard x > -reach, y > -reach, x < Double(target.width) + reach, y < Double(target.height) + reach else {
                continue
            }
            let (atX, atY) = (Int((x * phases + 0.5).rounded(.down)), Int((y * phases + 0.5).rounded(.down)))
            let (phaseX, phaseY) = (atX & (InstancePainter.phases - 1), atY & (InstancePainter.phases - 1))
            let (pixelX, pixelY) = ((atX - phaseX) / InstancePainter.phases, (atY - phaseY) / InstancePainter.phases)
            for layer in layers[Int(instance.appearance)] {
                let index = layer.masks + phaseY * InstancePainter.phases + phaseX
                if masks[index] == nil {
                    let made = mask(
                        of: layer.shape, instances.outlines[layer.shape.outline], phaseX: Double(phaseX) / phases,
                        phaseY: Double(phaseY) / phases, target)
                    if kept + made.coverage.count > InstancePainter.mostBytes {
                        InstancePainter.lay(made, layer.color, atX: pixelX, atY: pixelY, target)
                        continue
                    }
                    kept += made.coverage.count + 64
                    masks[index] = made
                }
                if let mask = masks[index] { InstancePainter.lay(mask, layer.color, atX: pixelX, atY: pixelY, target) }
            }
        }
    }

    /// The coverage of an outline whose origin stands at a phase within pixel (0, 0).
    private func mask(of shape: Shape, _ outline: PathData, phaseX: Double, phaseY: Double, _ target: Target) -> Mask {
        let empty = Mask(left: 0, top: 0, width: 0, height: 0, coverage: [])
        guard let box = outline.bounds else { return empty }
        // A mitred corner reaches further than half the width.
        let around = shape.stroke.map { $0.width / 2 * ($0.join == .miter ? max(1, min($0.miterLimit, 10)) : 1.5) } ?? 0
        func pixel(_ value: Double) -> Int { Int(max(-4096, min(4096, value))) }
        let left = pixel(((box.minX - around) * target.scaleX + phaseX).rounded(.down)) - 1
        let top = pixel(((box.minY - around) * target.scaleY + phaseY).rounded(.down)) - 1
        let right = pixel(((box.maxX + around) * target.scaleX + phaseX).rounded(.up)) + 1
        let bottom = pixel(((box.maxY + around) * target.scaleY + phaseY).rounded(.up)) + 1
        let (width, height) = (right - left, bottom - top)
        guard width > 0, height > 0,
            let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height))
        else { return empty }
        defer { cairo_surface_destroy(surface) }
        guard let own = cairo_create(surface) else { return empty }
        cairo_translate(own, phaseX - Double(left), phaseY - Double(top))
        cairo_scale(own, target.scaleX, target.scaleY)
        CairoPainter(cairo: own, fonts: painter.fonts, textMode: painter.textMode)
            .draw(
                .path(id: "", role: "", outline, fill: shape.stroke == nil ? .color(.black) : nil, stroke: shape.stroke)
            )
        cairo_destroy(own)
        cairo_surface_flush(surface)
        guard let data = cairo_image_surface_get_data(surface) else { return empty }
        let stride = Int(cairo_image_surface_get_stride(surface))
        // Only the rows and columns that hold something are kept.
        var (firstX, firstY, lastX, lastY) = (width, height, -1, -1)
        for y in 0..<height {
            for x in 0..<width where data[y * stride + x] != 0 {
                firstX = min(firstX, x)
                lastX = max(lastX, x)
                firstY = min(firstY, y)
                lastY = y
            }
        }
        guard lastX >= firstX, lastY >= firstY else { return empty }
        var coverage: [UInt8] = []
        coverage.reserveCapacity((lastX - firstX + 1) * (lastY - firstY + 1))
        for y in firstY...lastY { for x in firstX...lastX { coverage.append(data[y * stride + x]) } }
        return Mask(
            left: left + firstX, top: top + firstY, width: lastX - firstX + 1, height: lastY - firstY + 1,
            coverage: coverage)
    }

    /// Lays a colour through a mask over the pixels, as Porter and Duff's "over" (1984), rounded to nearest.
    private static func lay(
        _ mask: Mask, _ color: (alpha: UInt32, red: UInt32, green: UInt32, blue: UInt32), atX: Int, atY: Int,
        _ target: Target
    ) {
        let (left, top) = (atX + mask.left, atY + mask.top)
        let (firstX, firstY) = (max(0, -left), max(0, -top))
        let (endX, endY) = (min(mask.width, target.width - left), min(mask.height, target.height - top))
        guard firstX < endX, firstY < endY else { return }
        mask.coverage.withUnsafeBufferPointer { coverage in
            for y in firstY..<endY {
                let row = UnsafeMutableRawPointer(target.pixels + (top + y) * target.stride + left * 4)
                    .assumingMemoryBound(to: UInt32.self)
                let line = y * mask.width
                for x in firstX..<endX {
                    let share = UInt32(coverage[line + x])
                    if share == 0 { continue }
                    // Two parts of a pixel in one word: each product of bytes leaves room for its neighbour.
                    let alpha = divided(color.alpha * share)
                    let keep = 255 - alpha
                    let pixel = row[x]
                    let low = (pixel & 0x00FF_00FF) * keep + (color.red << 16 | color.blue) * alpha + 0x0080_0080
                    let high = (pixel >> 8 & 0x00FF_00FF) * keep + (255 << 16 | color.green) * alpha + 0x0080_0080
                    row[x] =
                        ((low + (low >> 8 & 0x00FF_00FF)) >> 8 & 0x00FF_00FF)
                        | ((high + (high >> 8 & 0x00FF_00FF)) & 0xFF00_FF00)
                }
            }
        }
    }

    /// A product of two bytes over 255, rounded.
    @inline(__always) private static func divided(_ product: UInt32) -> UInt32 {
        let shifted = product + 0x80
        return (shifted + (shifted >> 8)) >> 8
    }
}
