import Documents

/// Reads shapefiles: `.shp`, and what stands beside it (ESRI Shapefile Technical Description, 1998).
public enum Shapefile {
    /// The files of one shapefile; all but the shapes may be missing.
    public struct Parts: Sendable {
        /// `.shp`: the shapes.
        public var shapes: [UInt8]
        /// `.shx`: where each record of the shapes begins. Without it they are read one after another.
        public var index: [UInt8]?
        /// `.dbf`: the attributes.
        public var attributes: [UInt8]?
        /// `.cpg`: the name of the attributes' encoding.
        public var encoding: [UInt8]?
        /// `.prj`: the reference system, as well-known text.
        public var projection: [UInt8]?

        public init(
            shapes: [UInt8], index: [UInt8]? = nil, attributes: [UInt8]? = nil, encoding: [UInt8]? = nil,
            projection: [UInt8]? = nil
        ) {
            self.shapes = shapes
            self.index = index
            self.attributes = attributes
            self.encoding = encoding
            self.projection = projection
        }
    }

    /// The shapes as features, their attributes as properties; heights and measures are left out. A record that is
    /// deleted in the attributes is left out; one without a shape has no geometry.
    ///
    /// Rings are grouped as the format has it, outer ones clockwise; a counter-clockwise ring that lies in no other is
    /// taken for an outer one that is wound wrong, and turned.
    ///
    /// - Parameter file: the name of the `.shp`, for messages; those about its neighbours name them.
    /// - Throws: what is wrong, each with its record: a truncated file, counts that do not fit, coordinates that are
    ///   none, a projected reference system where degrees are wanted, an encoding that is not read.
    public static func features(
        of parts: Parts, file: String, range: CoordinateRange = .sphere
    ) throws(Diagnostics) -> [Feature] {
        var problems = Diagnostics()
        let stem = file.lowercased().hasSuffix(".shp") ? String(file.dropLast(4)) : file
        if range == .sphere, let text = parts.projection.map({ String(decoding: $0.prefix(4096), as: UTF8.self) }),
            let name = projectedName(text)
        {
            problems.add(
                Diagnostic(
                    "the shapes are projected (\(name)); longitude and latitude are wanted", file: stem + ".prj",
                    advice: "turn them back: ogr2ogr -t_srs EPSG:4326 OUT.shp \(file)"))
        }
        var table: DBaseTable?
        if let bytes = parts.attributes {
            do throws(Diagnostics) {
                let name = parts.encoding.map { String(decoding: $0.prefix(64), as: UTF8.self) }
                table = try DBaseTable(contents: bytes, encoding: name, file: stem + ".dbf")
            } catch { problems.add(error) }
        }
        try problems.throwIfErrors()
        var reader = ShapeReader(bytes: ByteReader(parts.shapes), file: file, range: range, table: table)
        let shapes = reader.shapes(index: parts.index, indexFile: stem + ".shx")
        if let table, table.rows.count != shapes.count, !reader.problems.hasErrors {
            reader.problems.add(
                Diagnostic(
                    "\(table.rows.count) rows of attributes for \(shapes.count) shapes", file: stem + ".dbf",
                    advice: "the files beside `\(file)` are of another state of it"))
        }
        try reader.problems.throwIfErrors()
        return shapes.enumerated().compactMap { position, geometry in
            guard let table else { return Feature(geometry: geometry) }
            guard let row = table.rows[position] else { return nil }
            return Feature(properties: row, geometry: geometry)
        }
    }

    /// The name of a projected system; nil where the text is of a geographic one, or of none.
    private static func projectedName(_ text: String) -> String? {
        let trimmed = text.drop { $0 == " " || $0 == "\n" || $0 == "\r" || $0 == "\u{FEFF}" }
        guard trimmed.hasPrefix("PROJCS") || trimmed.hasPrefix("PROJCRS") else { return nil }
        let parts = trimmed.split(separator: "\"", maxSplits: 2)
        return parts.count > 1 ? String(parts[1]) : "unnamed"
    }
}
