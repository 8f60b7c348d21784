import CCairo
import Documents
import SceneGraph
import Typography

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The fonts that a theme names, and nothing else: a private font configuration, so that no font of the machine can
/// change a picture. Measures and shapes with Pango.
///
/// Faces are loaded when they are first asked for. Calls are serialised; Pango's objects are not made for threads.
public final class FontLibrary: TextMeasuring, @unchecked Sendable {
    /// The family of everything that names none or an unknown one.
    public let family: String
    let fallbacks: [String]

    /// Whether nothing else in this process uses fontconfig, as in the command: Pango, which else reads the machine's
    /// whole font configuration as it starts, then finds this one. A host's own configuration is left alone.
    nonisolated(unsafe) package static var ownsProcess = false

    let configuration: OpaquePointer
    let fontMap: UnsafeMutablePointer<PangoFontMap>
    let context: OpaquePointer
    private var lock = pthread_mutex_t()
    var loaded: Set<String> = []
    /// Paths, in the order of loading.
    var loadedFiles: [String] = []
    private var descriptions: [Font: OpaquePointer] = [:]
    private var widths: [Font: [String: Double]] = [:]
    /// The last few of the texts that are too long to be kept.
    private var longWidths: [(text: String, font: Font, width: Double)] = []
    private var metricsByFont: [Font: FontMetrics] = [:]
    private let layout: OpaquePointer
    var failures: [Diagnostic] = []
    /// Characters that have been looked up among the loaded fonts.
    private var covered: Set<Unicode.Scalar> = []

    /// - Throws: a diagnostic with cause `missingPart` when a family's files are not installed.
    public init(family: String, fallbacks: [String] = []) throws(Diagnostics) {
        guard let configuration = FcConfigCreate() else {
            throw Diagnostics([Diagnostic("fontconfig has no memory", cause: .internalError)])
        }
        if FontLibrary.ownsProcess { FcConfigSetCurrent(configuration) }
        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            throw Diagnostics([Diagnostic("Pango has no FreeType fonts", cause: .missingPart)])
        }
        self.family = family
        self.fallbacks = fallbacks
        self.configuration = configuration
        fontMap = map
        pango_fc_font_map_set_config(OpaquePointer(map), configuration)
        // One unit is one pixel: sizes are given as absolute sizes, and no screen resolution enters.
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 96)
        context = pango_font_map_create_context(map)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("en"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        layout = pango_layout_new(context)
        pthread_mutex_init(&lock, nil)
        try load(family)
    }

    deinit {
        for description in descriptions.values { pango_font_description_free(description) }
        g_object_unref(UnsafeMutableRawPointer(layout))
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(fontMap))
        FcConfigDestroy(configuration)
        pthread_mutex_destroy(&lock)
    }

    func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
        pthread_mutex_lock(&lock)
        defer { pthread_mutex_unlock(&lock) }
        return try body()
    }

    // MARK: Measuring

    public func width(of text: String, font: Font) -> Double {
        if text.utf8.count > FontLibrary.longestShaped { return longWidth(of: text, font: font) }
        return locked {
            if let known = widths[font]?[text] { return known }
            let width = measure(text, font: font)
            // Layout asks for the same words again and again; a long text is asked for once.
            if text.utf8.count <= 48 { widths[font, default: [:]][text] = width }
            return width
        }
    }

    public func metrics(of font: Font) -> FontMetrics {
        locked {
            if let known = metricsByFont[font] { return known }
            let description = description(of: font)
            let metrics = pango_context_get_metrics(context, description, pango_language_from_string("en"))
            defer { pango_font_metrics_unref(metrics) }
            let scale = Double(PANGO_SCALE)
            let box = boxExtents(of: description)
            let result = FontMetrics(
                ascent: Double(pango_font_metrics_get_ascent(metrics)) / scale,
                descent: Double(pango_font_metrics_get_descent(metrics)) / scale,
                capHeight: inkHeight(of: "H", font: font), xHeight: inkHeight(of: "x", font: font),
                boxAscent: box?.ascent, boxDescent: box?.descent)
            metricsByFont[font] = result
            return result
        }
    }

    /// Longer texts are no lines of a page. Pango takes more than twice the time for twice the letters.
    private static let longestShaped = 4096

    /// A place for a label is looked for at hundreds of points, with the same text.
    private func longWidth(of text: String, font: Font) -> Double {
        if let known = locked({ longWidths.first { $0.font == font && $0.text == text } }) { return known.width }
        let width = widthInParts(text, font: font)
        locked {
            if longWidths.count >= 8 { longWidths.removeFirst() }
            longWidths.append((text, font, width))
        }
        return width
    }

    /// The sum of the widths of parts that are shaped by themselves.
    private func widthInParts(_ text: String, font: Font) -> Double {
        var sum = 0.0
        var start = text.startIndex
        while start < text.endIndex {
            let end = text.index(start, offsetBy: 500, limitedBy: text.endIndex) ?? text.endIndex
            let part = String(text[start..<end])
            sum +=
                part.utf8.count > FontLibrary.longestShaped
                ? locked { measure(part, font: font) } : width(of: part, font: font)
            start = end
        }
        return sum
    }

    private func measure(_ text: String, font: Font) -> Double {
        prepare(text, font: font)
        var logical = PangoRectangle()
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), nil, &logical)
        return Double(logical.width) / Double(PANGO_SCALE)
    }

    /// The clipping extents of the font's OS/2 table; nil where it has none.
    private func boxExtents(of description: OpaquePointer?) -> (ascent: Double, descent: Double)? {
        guard let font = pango_context_load_font(context, description) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        let shaper = pango_font_get_hb_font(font)
        var (ascent, descent): (hb_position_t, hb_position_t) = (0, 0)
        guard hb_ot_metrics_get_position(shaper, HB_OT_METRICS_TAG_HORIZONTAL_CLIPPING_ASCENT, &ascent) != 0,
            hb_ot_metrics_get_position(shaper, HB_OT_METRICS_TAG_HORIZONTAL_CLIPPING_DESCENT, &descent) != 0,
            ascent > 0
        else { return nil }
        return (Double(ascent) / Double(PANGO_SCALE), abs(Double(descent)) / Double(PANGO_SCALE))
    }

    /// The face that the font is drawn with, valid during the call only; nil where there is none.
    func withFace<Result>(of font: Font, _ body: (OpaquePointer) -> Result?) -> Result? {
        locked {
            guard let loaded = pango_context_load_font(context, description(of: font)) else { return nil }
            defer { g_object_unref(UnsafeMutableRawPointer(loaded)) }
            return hb_font_get_face(pango_font_get_hb_font(loaded)).flatMap(body)
        }
    }

    private func inkHeight(of text: String, font: Font) -> Double {
        prepare(text, font: font)
        var ink = PangoRectangle()
        pango_layout_line_get_extents(pango_layout_get_line_readonly(layout, 0), &ink, nil)
        return Double(-ink.y) / Double(PANGO_SCALE)
    }

    // MARK: Shaping

    /// Shapes one line and hands it over with its advance; the line is valid during the call only.
    ///
    /// - Parameter wordSpacing: what each space is wider by.
    func withLine(
        _ text: String, font: Font, wordSpacing: Double = 0,
        _ body: (UnsafeMutablePointer<PangoLayoutLine>, Double) -> Void
    ) {
        locked {
            prepare(text, font: font)
            guard let line = pango_layout_get_line_readonly(layout, 0) else { return }
            var logical = PangoRectangle()
            pango_layout_line_get_extents(line, nil, &logical)
            var width = Double(logical.width) / Double(PANGO_SCALE)
            if wordSpacing != 0, wordSpacing.isFinite { width += FontLibrary.widen(line, spacing: wordSpacing) }
            body(line, width)
        }
    }

    /// Widens spaces, and ideographs where they grow. The line is shaped anew for every text, so that what is changed
    /// in it is seen once.
    ///
    /// - Returns: what the line is wider by.
    private static func widen(_ line: UnsafeMutablePointer<PangoLayoutLine>, spacing: Double) -> Double {
        guard let text = pango_layout_get_text(line.pointee.layout) else { return 0 }
        let scale = Double(PANGO_SCALE)
        let space = Int32(max(-1e6, min(1e6, spacing * scale)))
        let ideograph = Int32(max(0, min(1e6, spacing * Text.ideographShare * scale)))
        var sum = 0.0
        var next = line.pointee.runs
        while let run = next {
            next = run.pointee.next
            guard let item = run.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
                let glyphs = item.glyphs?.pointee, let part = item.item?.pointee
            else { continue }
            for index in 0..<Int(glyphs.num_glyphs) {
                let byte = text.advanced(by: Int(part.offset) + Int(glyphs.log_clusters[index]))
                let amount: Int32
                if byte.pointee == 0x20 {
                    amount = space
                } else if ideograph > 0, UInt8(bitPattern: byte.pointee) >= 0xE2,
                    Unicode.Scalar(g_utf8_get_char(byte)).map(Text.isIdeograph) == true
                {
                    amount = ideograph
                } else {
                    continue
                }
                glyphs.glyphs[index].geometry.width += amount
                sum += Double(amount) / scale
            }
        }
        return sum
    }

    /// The glyph of a font that draws nothing; nil where it has none.
    func spaceGlyph(of font: UnsafeMutablePointer<PangoFont>) -> UInt? {
        var glyph: hb_codepoint_t = 0
        return hb_font_get_nominal_glyph(pango_font_get_hb_font(font), 0x20, &glyph) != 0 ? UInt(glyph) : nil
    }

    private func prepare(_ text: String, font: Font) {
        loadFallbacks(for: text)
        pango_layout_set_font_description(layout, description(of: font))
        pango_layout_set_single_paragraph_mode(layout, 1)
        let attributes = pango_attr_list_new()
        // A ligature is one glyph for two letters: screen readers and copied text stumble over it.
        pango_attr_list_insert(attributes, pango_attr_font_features_new("liga=0, clig=0"))
        if font.letterSpacing != 0 {
            let spacing = max(-1e6, min(1e6, font.letterSpacing * Double(PANGO_SCALE)))
            pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(Int32(spacing.isFinite ? spacing : 0)))
        }
        pango_layout_set_attributes(layout, attributes)
        pango_attr_list_unref(attributes)
        pango_layout_set_text(layout, text, Int32(clamping: text.utf8.count))
    }

    /// Fallback families are read only where the text has a character that the others lack.
    func loadFallbacks(for text: String) {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return }
        for scalar in text.unicodeScalars where scalar.value >= 0x80 && covered.insert(scalar).inserted {
            if isCovered(scalar) { continue }
            for fallback in fallbacks { try? load(fallback) }
            if !isCovered(scalar), let last = FontFiles.lastResort(for: scalar) { try? load(last.family) }
        }
    }

    private func description(of font: Font) -> OpaquePointer? {
        if let known = descriptions[font] { return known }
        let family = FontFiles.resolve(font.family, default: self.family)
        if family != self.family { try? load(family) }
        let description = pango_font_description_new()
        pango_font_description_set_family(description, ([family] + fallbacks).joined(separator: ","))
        let size = font.size.isFinite ? max(0.01, min(10_000, font.size)) : 10
        pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
        pango_font_description_set_weight(
            description, PangoWeight(rawValue: UInt32(max(100, min(1000, font.weight)))))
        pango_font_description_set_style(description, font.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
        descriptions[font] = description
        return description
    }
}
