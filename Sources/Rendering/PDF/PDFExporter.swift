import CCairo
import Documents
import SceneGraph

/// Scenes as the pages of a PDF: fonts embedded, pictures vector, content tagged.
public enum PDFExporter {
    /// Points per figure unit: 72 points are 96 CSS pixels.
    static let pointsPerUnit = 0.75

    public static func pdf(of document: PDFDocument, fonts: FontLibrary) throws(Diagnostics) -> [UInt8] {
        var missing = Diagnostics()
        for page in document.pages {
            do { try fonts.check(page) } catch { missing.add(error) }
        }
        try missing.throwIfErrors()
        guard let first = document.pages.first else {
            throw Diagnostics([Diagnostic("a PDF without pages", cause: .internalError)])
        }

        for page in document.pages {
            let longest = max(page.size.width, page.size.height)
            do throws(Diagnostic) {
                try Limit.pageSize.check(longest, "a page of \(longest) units")
            } catch { throw Diagnostics([error]) }
        }
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            ByteSink.write, sink.closure, first.size.width * pointsPerUnit, first.size.height * pointsPerUnit)
        let cairo = cairo_create(surface)
        defer { cairo_destroy(cairo) }
        guard let surface, let cairo else {
            throw Diagnostics([Diagnostic("Cairo has no memory", cause: .internalError)])
        }
        write(metadata: document, to: surface)

        let tagger = PDFTagger(cairo: cairo, factTargets: document.factTargets, measurer: fonts)
        for (index, page) in document.pages.enumerated() {
            // Setting the size throws away what the page holds, an opened tag too.
            cairo_pdf_surface_set_size(surface, page.size.width * pointsPerUnit, page.size.height * pointsPerUnit)
            if index == 0 { tagger.begin(.document) }
            tagger.page = index
            cairo_save(cairo)
            cairo_scale(cairo, pointsPerUnit, pointsPerUnit)
            if let background = page.background, background != .white, background.alpha > 0 {
                cairo_set_source_rgba(cairo, background.red, background.green, background.blue, background.alpha)
                cairo_paint(cairo)
            }
            var painter = CairoPainter(cairo: cairo, fonts: fonts, textMode: .glyphs)
            painter.open = tagger.open
            painter.close = tagger.close
            painter.draw(page.root)
            tagger.endPage()
            cairo_restore(cairo)
            if index == document.pages.count - 1 { tagger.end(.document) }
            cairo_show_page(cairo)
        }
        addOutline(document.outline, to: surface)
        let status = cairo_status(cairo)
        cairo_surface_finish(surface)
        let finished = status == CAIRO_STATUS_SUCCESS ? cairo_surface_status(surface) : status
        cairo_surface_destroy(surface)
        guard finished == CAIRO_STATUS_SUCCESS else {
            throw Diagnostics([
                Diagnostic(
                    "the figure holds numbers that cannot be drawn: "
                        + String(cString: cairo_status_to_string(finished))
                )
            ])
        }
        return try PDFFinisher.finish(
            sink.bytes, document: document, elements: tagger.elements, regions: tagger.regions)
    }

    /// A figure on a page of its own size.
    public static func pdf(
        of scene: Scene, title: String, date: String?, factTargets: [String: Structure.Target] = [:], fonts: FontLibrary
    ) throws(Diagnostics)
        -> [UInt8]
    {
        var scene = scene
        if scene.root.structure == nil {
            scene.root.structure = Structure(.figure, alternative: scene.alternative)
        }
        var document = PDFDocument(pages: [scene], title: title, date: date)
        document.factTargets = factTargets
        return try pdf(of: document, fonts: fonts)
    }

    private static func write(metadata document: PDFDocument, to surface: OpaquePointer) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, document.title)
        if !document.authors.isEmpty {
            cairo_pdf_surface_set_metadata(
                surface, CAIRO_PDF_METADATA_AUTHOR, document.authors.joined(separator: ", "))
        }
        if !document.subject.isEmpty {
            cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, document.subject)
        }
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Dossier")
        // Without one, Cairo writes the clock.
        cairo_pdf_surface_set_metadata(
            surface, CAIRO_PDF_METADATA_CREATE_DATE, document.date ?? "1970-01-01T00:00:00Z")
    }

    private static func addOutline(_ items: [PDFDocument.OutlineItem], to surface: OpaquePointer) {
        var parents: [Int32] = []
        for item in items {
            let level = max(0, min(item.level, parents.count))
            parents.removeLast(parents.count - level)
            let parent = parents.last ?? Int32(CAIRO_PDF_OUTLINE_ROOT)
            let id = cairo_pdf_surface_add_outline(
                surface, parent, item.title, "dest=\(PDFTagger.quoted(item.destination))",
                CAIRO_PDF_OUTLINE_FLAG_OPEN)
            parents.append(id)
        }
    }
}
