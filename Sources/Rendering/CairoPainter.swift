import CCairo
import SceneGraph

/// Draws nodes into a Cairo context whose unit is the figure unit.
struct CairoPainter {
    /// How text reaches the surface.
    enum TextMode {
        /// As glyphs of an embedded font, which can be selected and searched.
        case glyphs
        /// As filled outlines: the same pixels from every version of Cairo, at any offset and angle.
        case outlines
    }

    let cairo: OpaquePointer
    let fonts: FontLibrary
    let textMode: TextMode
    /// Told of nodes with a structure, for tagged PDF.
    var open: (Node) -> Void = { _ in }
    var close: (Node) -> Void = { _ in }

    func draw(_ node: Node) {
        open(node)
        switch node.content {
        case .group(let group): draw(group)
        case .path(let path): draw(path)
        case .text(let text): draw(text)
        case .image(let image): draw(image)
        case .instances(let instances): draw(instances)
        }
        close(node)
    }

    func draw(_ group: Group) {
        let layered = group.opacity < 1 || group.blend != .normal
        let saved = layered || group.clip != nil
        if saved { cairo_save(cairo) }
        if let clip = group.clip {
            trace(clip)
            cairo_clip(cairo)
        }
        if layered { cairo_push_group(cairo) }
        for child in group.children { draw(child) }
        if layered {
            cairo_pop_group_to_source(cairo)
            cairo_set_operator(cairo, group.blend.cairoOperator)
            cairo_paint_with_alpha(cairo, max(0, min(1, group.opacity)))
        }
        if saved { cairo_restore(cairo) }
    }

    func draw(_ path: Path) {
        trace(path.data)
        if let fill = path.fill {
            set(fill)
            cairo_set_fill_rule(cairo, path.evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
            if path.stroke == nil { cairo_fill(cairo) } else { cairo_fill_preserve(cairo) }
        }
        if let stroke = path.stroke { draw(stroke) }
        cairo_new_path(cairo)
    }

    /// As pixels where there are pixels; elsewhere each outline at its place.
    func draw(_ instances: Instances) {
        if InstancePainter(self).draw(instances) { return }
        for index in instances.instances.indices {
            if let path = instances.path(at: index) { draw(path) }
        }
    }

    /// Strokes the current path and takes it away.
    func draw(_ stroke: Stroke) {
        guard stroke.width > 0 else { return }
        set(stroke.paint)
        cairo_set_line_width(cairo, bounded(stroke.width))
        let dash =
            stroke.dash.allSatisfy { $0.isFinite && $0 >= 0 } && stroke.dash.contains { $0 > 0 }
            ? stroke.dash : []
        cairo_set_dash(cairo, dash, Int32(clamping: dash.count), stroke.dashOffset)
        cairo_set_line_cap(
            cairo,
            stroke.cap == .butt
                ? CAIRO_LINE_CAP_BUTT : stroke.cap == .round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_SQUARE)
        cairo_set_line_join(
            cairo,
            stroke.join == .miter
                ? CAIRO_LINE_JOIN_MITER : stroke.join == .round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_BEVEL)
        cairo_set_miter_limit(cairo, stroke.miterLimit)
        cairo_stroke(cairo)
    }

    func draw(_ image: Image) {
        guard let surface = PNGImage.surface(of: image.png) else { return }
        defer { cairo_surface_destroy(surface) }
        let width = Double(cairo_image_surface_get_width(surface))
        let height = Double(cairo_image_surface_get_height(surface))
        // A frame without an extent has no picture, and would have no matrix.
        let (across, down) = (bounded(image.frame.width), bounded(image.frame.height))
        guard width > 0, height > 0, abs(across) > 1e-6, abs(down) > 1e-6 else { return }
        cairo_save(cairo)
        cairo_translate(cairo, bounded(image.frame.x), bounded(image.frame.y))
        cairo_scale(cairo, across / width, down / height)
        cairo_set_source_surface(cairo, surface, 0, 0)
        if image.pixelated { cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_NEAREST) }
        cairo_paint(cairo)
        cairo_restore(cairo)
    }

    private func trace(_ data: PathData) {
        cairo_new_path(cairo)
        var index = 0
        data.coordinates.withUnsafeBufferPointer { c in
            for verb in data.verbs {
                switch verb {
                case .move: cairo_move_to(cairo, bounded(c[index]), bounded(c[index + 1]))
                case .line: cairo_line_to(cairo, bounded(c[index]), bounded(c[index + 1]))
                case .cubic:
                    cairo_curve_to(
                        cairo, bounded(c[index]), bounded(c[index + 1]), bounded(c[index + 2]), bounded(c[index + 3]),
                        bounded(c[index + 4]), bounded(c[index + 5]))
                case .close: cairo_close_path(cairo)
                }
                index += verb.coordinateCount
            }
        }
    }

    func set(_ paint: Paint) {
        func add(_ stops: [GradientStop], to pattern: OpaquePointer?) {
            for stop in stops where stop.offset.isFinite {
                cairo_pattern_add_color_stop_rgba(
                    pattern, stop.offset, stop.color.red, stop.color.green, stop.color.blue, stop.color.alpha)
            }
            cairo_set_source(cairo, pattern)
            cairo_pattern_destroy(pattern)
        }
        switch paint {
        case .color(let color):
            cairo_set_source_rgba(cairo, color.red, color.green, color.blue, color.alpha)
        case .linearGradient(let from, let to, let stops):
            add(stops, to: cairo_pattern_create_linear(bounded(from.x), bounded(from.y), bounded(to.x), bounded(to.y)))
        case .radialGradient(let center, let radius, let focus, let focusRadius, let stops):
            add(
                stops,
                to: cairo_pattern_create_radial(
                    bounded(focus.x), bounded(focus.y), bounded(focusRadius), bounded(center.x), bounded(center.y),
                    bounded(radius)))
        }
    }
}

/// Cairo counts in 256ths of a unit, in 32 bits: what lies further away than any page wraps around, and what is no
/// number spoils everything after it.
@inline(__always) func bounded(_ value: Double) -> Double {
    value.isFinite ? max(-4e6, min(4e6, value)) : value.isNaN ? 0 : value < 0 ? -4e6 : 4e6
}

extension Blend {
    fileprivate var cairoOperator: cairo_operator_t {
        switch self {
        case .normal: CAIRO_OPERATOR_OVER
        case .multiply: CAIRO_OPERATOR_MULTIPLY
        case .screen: CAIRO_OPERATOR_SCREEN
        case .overlay: CAIRO_OPERATOR_OVERLAY
        case .darken: CAIRO_OPERATOR_DARKEN
        case .lighten: CAIRO_OPERATOR_LIGHTEN
        case .colorDodge: CAIRO_OPERATOR_COLOR_DODGE
        case .colorBurn: CAIRO_OPERATOR_COLOR_BURN
        case .hardLight: CAIRO_OPERATOR_HARD_LIGHT
        case .softLight: CAIRO_OPERATOR_SOFT_LIGHT
        case .difference: CAIRO_OPERATOR_DIFFERENCE
        case .exclusion: CAIRO_OPERATOR_EXCLUSION
        case .hue: CAIRO_OPERATOR_HSL_HUE
        case .saturation: CAIRO_OPERATOR_HSL_SATURATION
        case .color: CAIRO_OPERATOR_HSL_COLOR
        case .luminosity: CAIRO_OPERATOR_HSL_LUMINOSITY
        }
    }
}
