import Markdown
import Tables

/// What stands in a report as Markdown's images, alone in a paragraph or side by side: figures, pictures, tables; each
/// place has a number of its kind and a name that references call it by.
struct ReportImages {
    enum Kind: Sendable { case figure, picture, table }

    struct Entry: Sendable, Hashable {
        var address: String
        var kind: Kind
        /// Figures and pictures are counted together, tables by themselves.
        var number: Int
        /// The file's name without its endings; a file that stands in several places has a number behind it from the
        /// second on.
        var name: String

        var destination: String { (kind == .table ? "table-" : "figure-") + name }
    }

    private(set) var entries: [Entry] = []

    init(in document: MarkdownDocument) {
        var counts: [Kind: Int] = [:]
        var names: [String: Int] = [:]
        for address in ReportImages.addresses(in: document.blocks) {
            let kind = ReportImages.kind(of: address)
            let counted = kind == .picture ? .figure : kind
            counts[counted, default: 0] += 1
            let name = Report.figureName(address)
            names[name, default: 0] += 1
            entries.append(
                Entry(
                    address: address, kind: kind, number: counts[counted] ?? 1,
                    name: name + (names[name] == 1 ? "" : "-\(names[name] ?? 1)")))
        }
    }

    /// In the order of the text.
    static func addresses(in blocks: [MarkdownBlock]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block.content {
            case .paragraph(let inlines): Report.figures(in: inlines).map(\.address)
            case .blockQuote(let inner): addresses(in: inner)
            case .list(let list): list.items.flatMap { addresses(in: $0) }
            case .definitionList(let entries): entries.flatMap { $0.meanings.flatMap { addresses(in: $0) } }
            default: []
            }
        }
    }

    static let pictureEndings = ["png", "jpg", "jpeg", "svg"]

    static func kind(of address: String) -> Kind {
        let ending = address.split(separator: ".").last.map { $0.lowercased() } ?? ""
        if pictureEndings.contains(ending) || ["gif", "webp", "tif", "tiff", "bmp"].contains(ending) {
            return .picture
        }
        return ["csv", "tsv", "xlsx", "ods", "parquet", "ndjson"].contains(ending) ? .table : .figure
    }
}
