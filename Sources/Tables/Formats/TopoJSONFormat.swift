import Documents

/// Shapes that share their borders (https://github.com/topojson/topojson-specification): the features of an object of
/// the file, or its borders as one mesh.
package struct TopoJSONFormat: TableFormat {
    package static let name = "topojson"
    package static let endings = ["topojson"]
    private let property: JSONProperty?
    private let feature: String?
    private let mesh: String?
    private let borders: TopoJSON.Borders?
    private let location: SourceLocation
    private let path: String

    package init(_ reader: inout DocumentReader) {
        property = JSONProperty(&reader)
        feature = reader.text("feature")
        mesh = reader.text("mesh")
        borders = reader.word("filter", of: TopoJSON.Borders.self)
        location = reader.node.location
        path = reader.path
    }

    package func read(_ file: TableFile, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        try read(try JSONReader.read(try file.contents(), file: file.name), as: reading)
    }

    package func read(_ root: DocumentNode, as reading: TableReading) throws(Diagnostics) -> ReadTable {
        let root = try property?.value(in: root) ?? root
        do {
            let topology = try TopoJSON(root)
            if let feature { return ReadTable(try topology.features(of: feature)) }
            if let mesh { return ReadTable(try topology.mesh(of: mesh, only: borders)) }
        } catch {
            var problem = error
            problem.location = location
            problem.path = path
            throw Diagnostics([problem])
        }
        throw Diagnostics([
            Diagnostic(
                "TopoJSON needs `feature` or `mesh`", at: location, path: path,
                advice: "either names an object of the file")
        ])
    }
}
