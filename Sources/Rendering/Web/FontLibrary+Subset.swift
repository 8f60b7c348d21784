import CCairo
import SceneGraph

extension FontLibrary {
    /// A font file with the glyphs of these characters alone, and those that are shaped from them.
    ///
    /// - Returns: nil where the family is not installed or has none of them.
    func subset(
        of family: String, _ face: WebFonts.Face, to scalars: Set<Unicode.Scalar>
    ) -> (bytes: [UInt8], scalars: Set<Unicode.Scalar>)? {
        guard let place = file(of: family, face), let blob = hb_blob_create_from_file_or_fail(place.path) else {
            return nil
        }
        defer { hb_blob_destroy(blob) }
        let whole = hb_face_create(blob, place.index)
        defer { hb_face_destroy(whole) }
        let known = hb_set_create()
        defer { hb_set_destroy(known) }
        hb_face_collect_unicodes(whole, known)
        let covered = scalars.filter { hb_set_has(known, $0.value) != 0 }
        guard !covered.isEmpty, let input = hb_subset_input_create_or_fail() else { return nil }
        defer { hb_subset_input_destroy(input) }
        let wanted = hb_subset_input_unicode_set(input)
        for scalar in covered { hb_set_add(wanted, scalar.value) }
        hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING.rawValue)
        guard let part = hb_subset_or_fail(whole, input) else { return nil }
        defer { hb_face_destroy(part) }
        guard let result = hb_face_reference_blob(part) else { return nil }
        defer { hb_blob_destroy(result) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(result, &length), length > 12 else { return nil }
        let bytes = UnsafeRawBufferPointer(start: data, count: Int(length))
        return (Array(bytes), covered)
    }
}
