import CQPDF
import Documents

/// What Cairo cannot write: language, alternatives of figures, a date in PDF's own form, an id made from the content.
enum PDFFinisher {
    static func finish(
        _ bytes: [UInt8], document: PDFDocument, alternatives: [String]
    ) throws(Diagnostics) -> [UInt8] {
        var state: qpdf_data? = qpdf_init()
        defer { qpdf_cleanup(&state) }
        qpdf_set_suppress_warnings(state, 1)
        let read = bytes.withUnsafeBytes { buffer in
            qpdf_read_memory(
                state, "figure.pdf", buffer.bindMemory(to: CChar.self).baseAddress, UInt64(buffer.count), nil)
        }
        guard read & QPDF_ERRORS == 0 else { throw problem(state) }

        let root = qpdf_get_root(state)
        qpdf_oh_replace_key(state, root, "/Lang", qpdf_oh_new_unicode_string(state, document.language))
        let preferences = qpdf_oh_new_dictionary(state)
        qpdf_oh_replace_key(state, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(state, 1))
        qpdf_oh_replace_key(state, root, "/ViewerPreferences", preferences)

        var waiting = alternatives[...]
        addAlternatives(below: qpdf_oh_get_key(state, root, "/StructTreeRoot"), in: state, from: &waiting, depth: 0)

        for page in 0..<max(0, qpdf_get_num_pages(state)) {
            qpdf_oh_replace_key(
                state, qpdf_get_page_n(state, Int(page)), "/Tabs", qpdf_oh_new_name(state, "/S"))
        }

        let info = qpdf_oh_get_key(state, qpdf_get_trailer(state), "/Info")
        if qpdf_oh_is_dictionary(state, info) != 0 {
            if let date = document.date.flatMap(pdfDate) {
                qpdf_oh_replace_key(state, info, "/CreationDate", qpdf_oh_new_string(state, date))
            } else {
                qpdf_oh_remove_key(state, info, "/CreationDate")
            }
        }

        guard qpdf_init_write_memory(state) & QPDF_ERRORS == 0 else { throw problem(state) }
        qpdf_set_deterministic_ID(state, 1)
        qpdf_set_object_stream_mode(state, qpdf_o_generate)
        guard qpdf_write(state) & QPDF_ERRORS == 0, let buffer = qpdf_get_buffer(state) else { throw problem(state) }
        return Array(UnsafeBufferPointer(start: buffer, count: Int(qpdf_get_buffer_length(state))))
    }

    /// Figures stand in the structure tree in the order in which they were drawn.
    private static func addAlternatives(
        below element: qpdf_oh, in state: qpdf_data?, from waiting: inout ArraySlice<String>, depth: Int
    ) {
        guard depth < 64, qpdf_oh_is_dictionary(state, element) != 0 else { return }
        let kind = qpdf_oh_get_key(state, element, "/S")
        if qpdf_oh_is_name(state, kind) != 0, let name = qpdf_oh_get_name(state, kind), String(cString: name) == "/Figure",
            let alternative = waiting.popFirst(), !alternative.isEmpty
        {
            qpdf_oh_replace_key(state, element, "/Alt", qpdf_oh_new_unicode_string(state, alternative))
        }
        let children = qpdf_oh_get_key(state, element, "/K")
        if qpdf_oh_is_array(state, children) != 0 {
            for index in 0..<max(0, qpdf_oh_get_array_n_items(state, children)) {
                addAlternatives(
                    below: qpdf_oh_get_array_item(state, children, index), in: state, from: &waiting, depth: depth + 1)
            }
        } else {
            addAlternatives(below: children, in: state, from: &waiting, depth: depth + 1)
        }
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
