import CQPDF
import Documents

/// What Cairo cannot write: language, alternatives, artifacts, metadata, colour profile, a date in PDF's own form, and
/// an id made from the content.
enum PDFFinisher {
    static func finish(
        _ bytes: [UInt8], document: PDFDocument, elements: [PDFTagger.Element], regions: [PDFLinkRegion] = []
    ) throws(Diagnostics) -> [UInt8] {
        let file = PDFFile()
        try read(bytes, into: file.state)
        let root = file.root
        for number in PDFStreamEnds.unclear(in: bytes) { PDFStreamEnds.lengthen(file.object(number)) }
        let pages = file.pages
        PDFArtifacts.mark(pages: pages, root: root)
        let found = PDFStructure.complete(root["/StructTreeRoot"], elements: elements)
        PDFLinks.add(regions, to: pages, elements: found, root: root, document: document)
        for page in pages {
            page.set("/Tabs", page.name("/S"))
            PDFStructure.completeLinks(on: page)
        }
        completeFonts(root, pages: pages)
        PDFImages.complete(pages: pages)
        completeCatalog(root, document: document)
        PDFAttachments.add(document.attachments, to: root, date: document.date.flatMap(pdfDate))
        completeInformation(file.trailer["/Info"], document: document)
        return try write(file.state, root)
    }

    /// Object streams are pressed by qpdf as it writes. Where one ends unclearly, an object more moves what each of
    /// them holds. One in 256 does: among the thousands of a very long file there always are some.
    private static func write(_ state: qpdf_data?, _ root: PDFObject) throws(Diagnostics) -> [UInt8] {
        var written = try write(state)
        let spare = root.array
        for _ in 0..<16 where (1...3).contains(PDFStreamEnds.unclear(in: written).count) {
            spare.append(root.indirect(root.array))
            root.set("/DossierSpare", spare)
            written = try write(state)
        }
        return written
    }

    private static func read(_ bytes: [UInt8], into state: qpdf_data?) throws(Diagnostics) {
        qpdf_set_suppress_warnings(state, 1)
        let status = bytes.withUnsafeBytes { buffer in
            qpdf_read_memory(
                state, "dossier.pdf", buffer.bindMemory(to: CChar.self).baseAddress, UInt64(buffer.count), nil)
        }
        guard status & QPDF_ERRORS == 0 else { throw problem(state) }
    }

    private static func write(_ state: qpdf_data?) throws(Diagnostics) -> [UInt8] {
        guard qpdf_init_write_memory(state) & QPDF_ERRORS == 0 else { throw problem(state) }
        qpdf_set_deterministic_ID(state, 1)
        qpdf_set_object_stream_mode(state, qpdf_o_generate)
        // PDF/A wants a line's end before `endstream`.
        qpdf_set_newline_before_endstream(state, 1)
        guard qpdf_write(state) & QPDF_ERRORS == 0, let buffer = qpdf_get_buffer(state) else { throw problem(state) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(qpdf_get_buffer_length(state))))
    }

    private static func completeCatalog(_ root: PDFObject, document: PDFDocument) {
        root.set("/Lang", root.text(document.language))
        let preferences = root.dictionary
        preferences.set("/DisplayDocTitle", root.boolean(true))
        root.set("/ViewerPreferences", preferences)

        let metadata = root.stream(Array(PDFMetadata.xmp(for: document).utf8))
        let head = metadata.head
        head.set("/Type", root.name("/Metadata"))
        head.set("/Subtype", root.name("/XML"))
        root.set("/Metadata", root.indirect(metadata))

        let profile = root.pressedStream(ColorProfile.sRGB)
        profile.head
            .set("/N", root.integer(3))
        let intent = root.dictionary
        intent.set("/Type", root.name("/OutputIntent"))
        intent.set("/S", root.name("/GTS_PDFA1"))
        intent.set("/OutputConditionIdentifier", root.text("sRGB"))
        intent.set("/Info", root.text("sRGB IEC61966-2.1"))
        intent.set("/DestOutputProfile", root.indirect(profile))
        let intents = root.array
        intents.append(intent)
        root.set("/OutputIntents", intents)
    }

    private static func completeInformation(_ info: PDFObject, document: PDFDocument) {
        guard info.isDictionary else { return }
        if let date = document.date.flatMap(pdfDate) {
            info.set("/CreationDate", info.text(date))
        } else {
            info.remove("/CreationDate")
        }
    }

    /// Glyph numbers of an embedded TrueType font are its own; PDF/A wants that said.
    private static func completeFonts(_ root: PDFObject, pages: [PDFObject]) {
        var (seen, completed): (Set<Int32>, Set<Int32>) = ([], [])
        for page in pages {
            let fonts = page["/Resources"]["/Font"]
            guard fonts.isDictionary else { continue }
            for name in fonts.keys {
                let shared = fonts[name]
                guard shared.number == 0 || completed.insert(shared.number).inserted else { continue }
                nameSuperiors(of: shared)
                let descendants = shared["/DescendantFonts"]
                for index in 0..<descendants.count {
                    let font = descendants[index]
                    guard font["/Subtype"].name == "/CIDFontType2",
                        seen.insert(font.number).inserted || font.number == 0
                    else { continue }
                    font.set("/CIDToGIDMap", font.name("/Identity"))
                }
            }
        }
    }

    /// Superior figures by name, as the base encoding has them: readers that look glyphs up in Adobe's list, which
    /// gives these characters two names each, find the glyph all the same.
    private static func nameSuperiors(of font: PDFObject) {
        guard font["/Subtype"].name == "/TrueType", font["/Encoding"].name == "/WinAnsiEncoding",
            let first = font["/FirstChar"].integer
        else { return }
        let differences = font.array
        for (code, name) in [(178, "/twosuperior"), (179, "/threesuperior"), (185, "/onesuperior")] {
            let widths = font["/Widths"]
            guard code >= first, code - first < widths.count, widths[code - first].integer != 0 else { continue }
            differences.append(font.integer(code))
            differences.append(font.name(name))
        }
        guard differences.count > 0 else { return }
        let encoding = font.dictionary
        encoding.set("/Type", font.name("/Encoding"))
        encoding.set("/BaseEncoding", font.name("/WinAnsiEncoding"))
        encoding.set("/Differences", differences)
        font.set("/Encoding", encoding)
    }

    /// `2026-11-23T00:00:00Z` as `D:20261123000000Z` (ISO 32000-1, 7.9.4).
    private static func pdfDate(_ date: String) -> String? {
        let digits = date.filter(\.isNumber)
        guard digits.count >= 8 else { return nil }
        return "D:" + String((digits + "000000").prefix(14)) + "Z"
    }

    private static func problem(_ state: qpdf_data?) -> Diagnostics {
        var message = "qpdf failed"
        if let error = qpdf_get_error(state), let text = qpdf_get_error_full_text(state, error) {
            message = "qpdf: " + String(cString: text)
        }
        return Diagnostics([Diagnostic(message, cause: .internalError)])
    }
}
