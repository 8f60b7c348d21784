import CCairo
import SceneGraph

/// Texts, as glyphs or as outlines.
extension CairoPainter {
    func draw(_ text: Text) {
        if !text.course.isEmpty { return drawBent(text) }
        cairo_save(cairo)
        cairo_translate(cairo, bounded(text.origin.x), bounded(text.origin.y))
        let angle = text.angle.truncatingRemainder(dividingBy: 360)
        if angle != 0, angle.isFinite { cairo_rotate(cairo, angle * .pi / 180) }
        for (index, line) in text.lines.enumerated() where !line.isEmpty {
            fonts.withLine(line, font: text.font, wordSpacing: text.wordSpacing) { shaped, width in
                let x =
                    switch text.anchor {
                    case .start: 0.0
                    case .middle: -width / 2
                    case .end: -width
                    }
                let y = bounded(Double(index) * text.lineHeight)
                if let halo = text.halo {
                    cairo_move_to(cairo, x, y)
                    pango_cairo_layout_line_path(cairo, shaped)
                    if textMode == .glyphs { flattenPath() }
                    draw(halo)
                }
                set(text.fill)
                cairo_move_to(cairo, x, y)
                switch textMode {
                case .glyphs: pango_cairo_show_layout_line(cairo, shaped)
                case .outlines:
                    pango_cairo_layout_line_path(cairo, shaped)
                    cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
                    cairo_fill(cairo)
                }
            }
        }
        cairo_restore(cairo)
        cairo_new_path(cairo)
    }

    /// A text along its course, letter by letter; the halo of all behind the first.
    private func drawBent(_ text: Text) {
        let letters = fonts.letters(of: text)
        var font = text.font
        font.letterSpacing = 0
        func each(_ body: (Int, UnsafeMutablePointer<PangoLayoutLine>) -> Void) {
            for (index, letter) in letters.enumerated() {
                cairo_save(cairo)
                cairo_translate(cairo, letter.origin.x, letter.origin.y)
                cairo_rotate(cairo, letter.angle * .pi / 180)
                cairo_move_to(cairo, 0, 0)
                fonts.withLine(letter.text, font: font) { line, _ in body(index, line) }
                cairo_restore(cairo)
            }
            cairo_new_path(cairo)
        }
        if let halo = text.halo {
            cairo_new_path(cairo)
            each { _, line in
                pango_cairo_layout_line_path(cairo, line)
                if textMode == .glyphs { flattenPath() }
                draw(halo)
            }
        }
        set(text.fill)
        each { index, line in
            switch textMode {
            case .glyphs:
                // Readers of a PDF put words together from letters on one line. Here the first letter bears the whole
                // text (as ActualText), and the others none.
                showGlyphs(of: line, as: index == 0 ? text.lines.first ?? "" : "")
            case .outlines:
                pango_cairo_layout_line_path(cairo, line)
                cairo_set_fill_rule(cairo, CAIRO_FILL_RULE_WINDING)
                cairo_fill(cairo)
            }
        }
    }

    /// Draws a shaped line at the origin, telling the surface that its glyphs together mean `meaning`.
    private func showGlyphs(of line: UnsafeMutablePointer<PangoLayoutLine>, as meaning: String) {
        var x = 0.0
        var run = line.pointee.runs
        var meaning = meaning
        while let here = run {
            defer { run = here.pointee.next }
            guard let item = here.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
                let font = item.item?.pointee.analysis.font, let string = item.glyphs?.pointee,
                let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font))
            else { continue }
            var glyphs: [cairo_glyph_t] = []
            for index in 0..<Int(string.num_glyphs) {
                let info = string.glyphs[index]
                let scale = Double(PANGO_SCALE)
                if info.glyph & UInt32(PANGO_GLYPH_UNKNOWN_FLAG) == 0, info.glyph != UInt32(PANGO_GLYPH_EMPTY) {
                    glyphs.append(
                        cairo_glyph_t(
                            index: UInt(info.glyph), x: x + Double(info.geometry.x_offset) / scale,
                            y: Double(info.geometry.y_offset) / scale))
                }
                x += Double(info.geometry.width) / scale
            }
            guard let first = glyphs.first else { continue }
            // One glyph alone would be taken to be a ligature of the whole text wherever it stands: drawn with an
            // empty one beside it, it is not.
            if !meaning.isEmpty, glyphs.count == 1 {
                glyphs.append(cairo_glyph_t(index: fonts.spaceGlyph(of: font) ?? first.index, x: x, y: first.y))
            }
            cairo_set_font_face(cairo, cairo_scaled_font_get_font_face(scaled))
            var matrix = cairo_matrix_t()
            cairo_scaled_font_get_font_matrix(scaled, &matrix)
            cairo_set_font_matrix(cairo, &matrix)
            let options = cairo_font_options_create()
            cairo_scaled_font_get_font_options(scaled, options)
            cairo_set_font_options(cairo, options)
            cairo_font_options_destroy(options)
            var cluster = cairo_text_cluster_t(num_bytes: Int32(meaning.utf8.count), num_glyphs: Int32(glyphs.count))
            cairo_show_text_glyphs(
                cairo, meaning, Int32(meaning.utf8.count), glyphs, Int32(glyphs.count), &cluster, 1,
                cairo_text_cluster_flags_t(rawValue: 0))
            meaning = ""
        }
    }

    /// Makes the current path one of lines: a halo is broad and soft, and its curves would be a third of a map's file.
    private func flattenPath() {
        let tolerance = cairo_get_tolerance(cairo)
        cairo_set_tolerance(cairo, 0.3)
        let flat = cairo_copy_path_flat(cairo)
        cairo_set_tolerance(cairo, tolerance)
        cairo_new_path(cairo)
        cairo_append_path(cairo, flat)
        cairo_path_destroy(flat)
    }
}
