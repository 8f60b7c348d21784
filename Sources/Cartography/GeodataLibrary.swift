import Documents
import Figures
import Geodata
import Geography
import Tables

/// Reads the files of shapes and of values that a map names, each once.
///
/// A plain name (`countries-region`) is a dataset of the project's geodata; anything with a `/` or an ending is a file
/// beneath the data root.
struct GeodataLibrary {
    let context: FigureContext
    /// Whether anything came from the project's geodata, which the source line then credits.
    private(set) var usesGeodata = false
    private var topologies: [String: Topology] = [:]
    private var lists: [String: [DocumentNode]] = [:]
    /// By where the document names them.
    private var tables: [String: Table] = [:]
    private var knownRelief: Relief?

    static let datasets = [
        "countries-world", "countries-region", "admin1", "rivers", "lakes", "disputed-lines", "places",
        "ceded-territory",
    ]

    init(context: FigureContext) { self.context = context }

    mutating func table(_ named: NamedTable, of source: ValueSource) throws(Diagnostics) -> Table {
        if let known = tables[source.path] { return known }
        let table = try named.read(in: context.dataRoot).table
        tables[source.path] = table
        return table
    }

    /// The world's relief.
    mutating func relief() throws(Diagnostic) -> Relief {
        if let knownRelief { return knownRelief }
        let relief = try Relief(in: context)
        knownRelief = relief
        return relief
    }

    /// The first layer of a TopoJSON file.
    mutating func topology(_ dataset: Dataset, file: String) throws(Diagnostic) -> (Topology, Topology.Layer) {
        let topology: Topology
        if let known = topologies[dataset.name] {
            topology = known
        } else {
            let (bytes, name) = try read(
                dataset, ending: dataset.name == "ceded-territory" ? ".geo.json" : ".topo.json", file: file)
            do throws(Diagnostics) {
                if name.lowercased().hasSuffix(".shp") {
                    topology = Topology(features: coded(try shapes(bytes, name)))
                } else if GeoJSON.type(of: bytes)?.hasPrefix("Feature") ?? false {
                    topology = Topology(
                        features: coded(try GeoJSON.features(contents: bytes, file: name).map(\.rewound)))
                } else {
                    topology = try Topology(contents: bytes, file: name).rewound
                }
            } catch { throw located(error, dataset) }
            topologies[dataset.name] = topology
        }
        guard let layer = topology.layers.first else {
            throw Diagnostic("`\(dataset.name)` has no objects", file: file, at: dataset.location, path: dataset.path)
        }
        return (topology, layer)
    }

    /// The features of a GeoJSON file or a shapefile, their rings wound for the sphere; or of the first layer of a
    /// TopoJSON file.
    mutating func features(_ dataset: Dataset, file: String) throws(Diagnostic) -> [Feature] {
        let (bytes, name) = try read(dataset, ending: ".geo.json", file: file)
        do throws(Diagnostics) {
            if name.lowercased().hasSuffix(".shp") { return try shapes(bytes, name) }
            if GeoJSON.type(of: bytes) == "Topology" {
                let topology = try Topology(contents: bytes, file: name).rewound
                return topology.layers.first.map { topology.features(in: $0) } ?? []
            }
            return try GeoJSON.features(contents: bytes, file: name).map(\.rewound)
        } catch { throw located(error, dataset) }
    }

    /// Features without an id go under the country code among their properties.
    private func coded(_ features: [Feature]) -> [Feature] {
        features.map { feature in
            guard feature.id.isEmpty else { return feature }
            var feature = feature
            for key in ["iso_a3", "ISO_A3", "ISO_A3_EH", "adm0_a3", "ADM0_A3", "id", "ID", "code", "CODE"] {
                if let code = feature.properties[key]?.string, code != "-99", !code.isEmpty {
                    feature.id = code
                    break
                }
            }
            return feature
        }
    }

    /// A shapefile with what stands beside it.
    private func shapes(_ bytes: [UInt8], _ name: String) throws(Diagnostics) -> [Feature] {
        let stem = name.dropLast(4)
        let isUpper = name.hasSuffix(".SHP")
        func beside(_ ending: String) -> [UInt8]? {
            try? context.dataRoot.read(stem + (isUpper ? ending.uppercased() : ending))
        }
        return try Shapefile.features(
            of: Shapefile.Parts(
                shapes: bytes, index: beside(".shx"), attributes: beside(".dbf"), encoding: beside(".cpg"),
                projection: beside(".prj")), file: name)
    }

    /// A JSON file as it stands.
    mutating func records(_ dataset: Dataset, file: String) throws(Diagnostic) -> [DocumentNode] {
        if let known = lists[dataset.name] { return known }
        let (bytes, name) = try read(dataset, ending: ".json", file: file)
        let root: DocumentNode
        do throws(Diagnostics) { root = try JSONReader.read(bytes, file: name) } catch { throw located(error, dataset) }
        guard let items = root.array else {
            throw Diagnostic(
                "`\(dataset.name)` is no list of places", file: file, at: dataset.location, path: dataset.path)
        }
        lists[dataset.name] = items
        return items
    }

    private mutating func read(_ dataset: Dataset, ending: String, file: String) throws(Diagnostic) -> ([UInt8], String)
    {
        let isPath = dataset.name.contains("/") || dataset.name.contains(".")
        do throws(Diagnostic) {
            if isPath { return (try context.dataRoot.read(dataset.name), dataset.name) }
            guard GeodataLibrary.datasets.contains(dataset.name) else {
                let near = suggestion(for: dataset.name, among: GeodataLibrary.datasets)
                throw Diagnostic(
                    "no dataset is called `\(dataset.name)`",
                    advice: near.map { "did you mean `\($0)`?" }
                        ?? "known: " + GeodataLibrary.datasets.joined(separator: ", ")
                        + "; a path has a `/` or an ending")
            }
            usesGeodata = true
            let name = dataset.name + ending
            // A project's own data come before those that the program carries.
            if let geodata = context.geodata, let own = try? geodata.read(name) { return (own, name) }
            guard let bundled = BundledGeodata.contents(of: name) else {
                throw Diagnostic("`\(name)` is not among the program's maps", cause: .noInput)
            }
            return (bundled, name)
        } catch {
            var problem = error
            problem.file = file
            problem.location = dataset.location
            problem.path = dataset.path
            throw problem
        }
    }

    /// The first problem of a data file; the others are of its kind.
    private func located(_ problems: Diagnostics, _ dataset: Dataset) -> Diagnostic {
        problems.errors.first ?? Diagnostic("`\(dataset.name)` cannot be read", path: dataset.path)
    }
}
