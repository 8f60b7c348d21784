import Documents
import Facts
import Reports

/// A report's data as an RO-Crate 1.1: a folder of files and `ro-crate-metadata.json`, which says what each is.
public struct ResearchObject: Sendable {
    private let package: DataPackage
    private let matter: ReportMatter

    init(_ package: DataPackage, matter: ReportMatter) {
        self.package = package
        self.matter = matter
    }

    /// Files by name, the metadata first.
    public var files: [(name: String, text: String)] {
        [("ro-crate-metadata.json", JSONWriter.text(of: metadata))] + package.files
    }

    private var metadata: DocumentNode {
        .object([
            ("@context", .text("https://w3id.org/ro/crate/1.1/context")),
            ("@graph", .list([descriptor, root] + package.files.map(entity) + authors + package.sources.map(work))),
        ])
    }

    private var descriptor: DocumentNode {
        .object([
            ("@id", .text("ro-crate-metadata.json")), ("@type", .text("CreativeWork")),
            ("conformsTo", reference("https://w3id.org/ro/crate/1.1")), ("about", reference("./")),
        ])
    }

    private var root: DocumentNode {
        var members: [(String, DocumentNode)] = [
            ("@id", .text("./")), ("@type", .text("Dataset")),
            ("name", .text(matter.title.isEmpty ? package.name : matter.title)),
            (
                "description",
                .text(
                    matter.subtitle.isEmpty ? "The data of a briefing, each number with its source." : matter.subtitle)
            ),
            ("datePublished", .text(matter.date.isEmpty ? "1970-01-01" : matter.date)),
            ("license", .text(package.licenseText)),
            ("hasPart", .list(package.files.map { reference($0.name) })),
            ("citation", .list(package.sources.map { reference("#source-\($0.id)") })),
        ]
        if !matter.authors.isEmpty {
            members.append(("author", .list(matter.authors.indices.map { reference("#author-\($0 + 1)") })))
        }
        return .object(members)
    }

    private func entity(_ file: (name: String, text: String)) -> DocumentNode {
        let title = package.resources.first { $0.path == file.name }?.title
        let type =
            file.name.hasSuffix(".csv")
            ? "text/csv" : file.name.hasSuffix(".jsonld") ? "application/ld+json" : "application/json"
        return .object([
            ("@id", .text(file.name)), ("@type", .text("File")), ("name", .text(title ?? file.name)),
            ("encodingFormat", .text(type)), ("contentSize", .text(String(file.text.utf8.count))),
        ])
    }

    private var authors: [DocumentNode] {
        matter.authors.enumerated().map { index, name in
            .object([("@id", .text("#author-\(index + 1)")), ("@type", .text("Person")), ("name", .text(name))])
        }
    }

    private func work(_ source: Source) -> DocumentNode {
        var members: [(String, DocumentNode)] = [
            ("@id", .text("#source-\(source.id)")), ("@type", .text("CreativeWork")), ("name", .text(source.title)),
            ("creditText", .text(source.citation)),
        ]
        if let address = source.urlMain { members.append(("url", .text(address))) }
        if let license = source.license { members.append(("license", .text(license.url ?? license.name))) }
        return .object(members)
    }

    private func reference(_ id: String) -> DocumentNode { .object([("@id", .text(id))]) }
}

extension Briefing {
    /// The data behind the pages as a research object.
    public func researchObject(of laid: LaidReport) -> ResearchObject {
        ResearchObject(dataPackage(of: laid), matter: report.matter)
    }
}
