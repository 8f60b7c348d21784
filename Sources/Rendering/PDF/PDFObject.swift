import CQPDF

/// A file that qpdf holds in memory, until the last of its objects is let go.
final class PDFFile {
    let state: qpdf_data?
    /// Keeps what streams are made of until the file is written.
    let buffers = PDFBuffers()

    init() { state = qpdf_init() }

    deinit {
        var state = state
        qpdf_cleanup(&state)
        withExtendedLifetime(buffers) {}
    }

    var root: PDFObject { PDFObject(self, qpdf_get_root(state)) }
    var trailer: PDFObject { PDFObject(self, qpdf_get_trailer(state)) }
    var pages: [PDFObject] {
        (0..<Int(max(0, qpdf_get_num_pages(state)))).map { PDFObject(self, qpdf_get_page_n(state, $0)) }
    }

    func object(_ number: Int32) -> PDFObject { PDFObject(self, qpdf_get_object_by_id(state, number, 0)) }
}

/// An object of a PDF that qpdf holds. qpdf keeps each that it was asked for until it is let go: a file of thousands of
/// pages has millions.
final class PDFObject {
    let file: PDFFile
    let handle: qpdf_oh
    var state: qpdf_data? { file.state }

    init(_ file: PDFFile, _ handle: qpdf_oh) {
        self.file = file
        self.handle = handle
    }

    deinit { qpdf_oh_release(file.state, handle) }

    var isDictionary: Bool { qpdf_oh_is_dictionary(state, handle) != 0 }
    var isArray: Bool { qpdf_oh_is_array(state, handle) != 0 }
    var isNull: Bool { qpdf_oh_is_null(state, handle) != 0 }
    /// With its slash; nil where it is no name.
    var name: String? {
        qpdf_oh_is_name(state, handle) != 0 ? qpdf_oh_get_name(state, handle).map { String(cString: $0) } : nil
    }
    var string: String? {
        qpdf_oh_is_string(state, handle) != 0 ? qpdf_oh_get_utf8_value(state, handle).map { String(cString: $0) } : nil
    }
    var integer: Int? { qpdf_oh_is_integer(state, handle) != 0 ? Int(qpdf_oh_get_int_value(state, handle)) : nil }
    /// Of an indirect object; 0 for a direct one.
    var number: Int32 { qpdf_oh_get_object_id(state, handle) }

    var count: Int { isArray ? Int(max(0, qpdf_oh_get_array_n_items(state, handle))) : 0 }

    subscript(index: Int) -> PDFObject {
        made(qpdf_oh_get_array_item(state, handle, Int32(clamping: index)))
    }

    /// The value of a key, which may be null; setting nil takes the key out.
    subscript(key: String) -> PDFObject {
        made(qpdf_oh_get_key(state, handle, key))
    }

    /// Of a dictionary.
    var keys: [String] {
        var names: [String] = []
        qpdf_oh_begin_dict_key_iter(state, handle)
        while qpdf_oh_dict_more_keys(state) != 0 {
            if let name = qpdf_oh_dict_next_key(state) { names.append(String(cString: name)) }
        }
        return names
    }

    func set(_ key: String, _ value: PDFObject) { qpdf_oh_replace_key(state, handle, key, value.handle) }

    func remove(_ key: String) { qpdf_oh_remove_key(state, handle, key) }

    func set(_ index: Int, _ value: PDFObject) {
        qpdf_oh_set_array_item(state, handle, Int32(clamping: index), value.handle)
    }

    /// An array of those items that are to stay; nil where all are. One by one, taking items out of a long array
    /// would move all that follow, each time.
    func filtered(_ stays: (PDFObject) -> Bool) -> PDFObject? {
        let kept = array
        let count = count
        for index in 0..<count {
            let item = self[index]
            if stays(item) { kept.append(item) }
        }
        return kept.count == count ? nil : kept
    }

    func append(_ value: PDFObject) { qpdf_oh_append_item(state, handle, value.handle) }

    // MARK: New objects of the same file

    func text(_ value: String) -> PDFObject { made(qpdf_oh_new_unicode_string(state, value)) }
    func name(_ value: String) -> PDFObject { made(qpdf_oh_new_name(state, value)) }
    func integer(_ value: Int) -> PDFObject { made(qpdf_oh_new_integer(state, Int64(value))) }
    func real(_ value: Double) -> PDFObject { made(qpdf_oh_new_real_from_double(state, value, 3)) }
    func boolean(_ value: Bool) -> PDFObject { made(qpdf_oh_new_bool(state, value ? 1 : 0)) }
    var null: PDFObject { made(qpdf_oh_new_null(state)) }
    var dictionary: PDFObject { made(qpdf_oh_new_dictionary(state)) }
    var array: PDFObject { made(qpdf_oh_new_array(state)) }

    func indirect(_ value: PDFObject) -> PDFObject { made(qpdf_make_indirect_object(state, value.handle)) }

    /// A stream whose bytes are written as they are, or compressed where qpdf compresses.
    func stream(_ bytes: [UInt8]) -> PDFObject {
        let stream = made(qpdf_oh_new_stream(state))
        stream.replaceData(bytes, filter: null, parameters: null)
        return stream
    }

    /// A stream that is pressed here, for speed: what qpdf finds pressed it leaves as it is, and it would take three
    /// times as long for a few per cent less.
    func pressedStream(_ bytes: [UInt8]) -> PDFObject {
        var size = compressBound(uLong(bytes.count))
        var status = Z_BUF_ERROR
        var pressed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
            status = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), 2)
            count = status == Z_OK ? Int(size) : 0
        }
        guard status == Z_OK else { return stream(bytes) }
        PDFStreamEnds.settle(&pressed)
        let stream = made(qpdf_oh_new_stream(state))
        stream.replaceData(pressed, filter: name("/FlateDecode"), parameters: null)
        return stream
    }

    /// The dictionary of a stream.
    var head: PDFObject { made(qpdf_oh_get_dict(state, handle)) }

    /// qpdf 11 does not copy the bytes, whatever its header says: they are kept.
    func replaceData(_ bytes: [UInt8], filter: PDFObject, parameters: PDFObject) {
        let kept = file.buffers.keep(bytes)
        qpdf_oh_replace_stream_data(
            state, handle, kept.baseAddress, kept.count, filter.handle, parameters.handle)
    }

    private func made(_ handle: qpdf_oh) -> PDFObject { PDFObject(file, handle) }
}
