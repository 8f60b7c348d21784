import Files
import Documents
import Facts
import Reports

/// The data that a report's pages show, as a Frictionless Data Package 1: tables as CSV and a `datapackage.json` that
/// says what they hold and where it comes from.
public struct DataPackage: Sendable {
    public var name: String
    public var title: String
    /// ISO 8601; empty where none is given.
    public var created: String
    public var contributors: [String]
    public var sources: [Source]
    public var resources: [DataResource]
    /// What was derived from what, as linked data (PROV-O).
    var provenance: DocumentNode?

    /// What may be done with the data: the licences of the sources.
    var licenseText: String {
        let names = sources.compactMap { $0.license?.name }
        return names.isEmpty ? "Not stated by the sources" : Set(names).sorted().joined(separator: "; ")
    }

    /// Files by name, `datapackage.json` first.
    public var files: [(name: String, text: String)] {
        [("datapackage.json", JSONWriter.text(of: descriptor))] + resources.map { ($0.path, $0.csv) }
            + (provenance.map { [("provenance.jsonld", JSONWriter.text(of: $0))] } ?? [])
    }

    private var descriptor: DocumentNode {
        var members: [(String, DocumentNode)] = [
            ("name", .text(name)), ("title", .text(title)), ("profile", .text("tabular-data-package")),
        ]
        if !created.isEmpty {
            members.append(("created", .text(created.contains("T") ? created : created + "T00:00:00Z")))
        }
        if !contributors.isEmpty {
            members.append(
                (
                    "contributors",
                    .list(contributors.map { .object([("title", .text($0)), ("role", .text("author"))]) })
                ))
        }
        let licenses = sources.compactMap(\.license)
        if !licenses.isEmpty {
            var seen: Set<String> = []
            members.append(
                ("licenses", .list(licenses.filter { seen.insert($0.name).inserted }.map(DataPackage.descriptor(of:)))))
        }
        members.append(("sources", .list(sources.map(DataPackage.descriptor(of:)))))
        members.append(("resources", .list(resources.map(\.descriptor))))
        return .object(members)
    }

    /// `title`, `path` and `version` are Frictionless's; the rest has the names of Our World in Data's origins.
    private static func descriptor(of source: Source) -> DocumentNode {
        var members: [(String, DocumentNode)] = [("name", .text(source.id)), ("title", .text(source.title))]
        func add(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { members.append((key, .text(value))) }
        }
        add("path", source.urlMain)
        add("version", source.versionProducer)
        add("producer", source.producer)
        add("citation_full", source.citation)
        add("date_published", source.datePublished?.text)
        add("date_accessed", source.dateAccessed?.text)
        add("sha256", source.sha256)
        if let license = source.license { members.append(("license", descriptor(of: license))) }
        if let archived = source.archived { members.append(("archived", .text(archived.url))) }
        if !source.derivedFromSources.isEmpty {
            members.append(("derived_from", .list(source.derivedFromSources.map { .text($0) })))
        }
        return .object(members)
    }

    /// A licence has a name without spaces, and a title for people.
    private static func descriptor(of license: Source.License) -> DocumentNode {
        let name = String(license.name.map { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" ? $0 : "-" })
        return .object(
            [("name", DocumentNode.text(name)), ("title", .text(license.name))]
                + (license.url.map { [("path", .text($0))] } ?? []))
    }
}

extension Briefing {
    /// The facts that a report tells, what each figure draws, and the sources of both.
    public func dataPackage(of laid: LaidReport) -> DataPackage {
        var told: [String] = []
        var known: Set<String> = []
        var waiting = laid.facts[...]
        // A computed fact is nothing without its inputs.
        while let id = waiting.popFirst() {
            guard known.insert(id).inserted, let fact = facts[id] else { continue }
            told.append(id)
            waiting += fact.derivedFrom
        }
        var ids: Set<String> = []
        for fact in told.compactMap({ facts[$0] }) { for source in facts.sources(of: fact) { ids.insert(source.id) } }
        for figure in laid.figures { ids.formUnion(figure.figure.sources) }
        let stem = FilePath.name(of: FilePath.folder(of: path))
        var package = DataPackage(
            name: stem == "." ? "briefing" : stem.lowercased(), title: report.matter.title,
            created: report.matter.date, contributors: report.matter.authors,
            sources: facts.sources.filter { ids.contains($0.id) },
            resources: (told.isEmpty ? [] : [.facts(told, of: facts)])
                + laid.figures.compactMap { address, figure in
                    .figure(Report.figureName(address), figure, facts: facts)
                })
        if !told.isEmpty { package.provenance = LinkedFacts(laid.facts, of: facts).provenance }
        return package
    }
}
