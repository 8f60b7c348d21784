import Documents
import Geography
import SceneGraph

/// What rivers and lakes are chosen by.
struct Waters: Sendable {
    var data: Dataset
    /// Ranks up to this are drawn; 1 is the largest.
    var rank: Int
    /// Ranks up to this are named.
    var labelRank = 0
    /// English names that are drawn and named whatever their rank.
    var named: [Code]

    init(_ reader: inout DocumentReader, usual: String) {
        data = reader.dataset(usual)
        rank = reader.wholeNumber("rank", in: 0...20) ?? 5
        if let flag = reader.value("labels")?.boolean {
            labelRank = flag ? rank : 0
        } else {
            labelRank = reader.wholeNumber("labels", in: 0...20) ?? 0
        }
        named = reader.codes("names")
    }

    /// A water of the data, and how it is shown.
    struct Water {
        var id: String
        var title: String
        var rank: Int
        var isNamed: Bool
        var isLabelled: Bool
        var shape: Geometry
    }

    /// - Parameter word: of the layer, for ids.
    func chosen(on canvas: inout MapCanvas, word: String) -> [Water] {
        guard let (topology, waters) = canvas.thinned(data) else { return [] }
        let known = Set(waters.members.compactMap { $0.properties["name_en"]?.string })
        for code in named where !known.contains(code.text) {
            canvas.addUnknown(code, known: known.sorted(), what: "no water is called")
        }
        let names = Set(named.map(\.text))
        return waters.members.enumerated().compactMap { index, water in
            let rank = Int(water.properties["rank"]?.number ?? 9)
            let isNamed = names.contains(water.properties["name_en"]?.string ?? "")
            guard rank <= max(self.rank, labelRank) || isNamed, let shape = topology.geometry(of: water.shape)
            else { return nil }
            let title = canvas.localName(water.properties) ?? ""
            return Water(
                id: "\(canvas.name)/\(word)[\(title.isEmpty ? "\(index)" : title)]", title: title, rank: rank,
                isNamed: isNamed, isLabelled: !title.isEmpty && (rank <= labelRank || isNamed), shape: shape)
        }
    }
}

/// Outlines of standing water.
struct LakesLayer: MapLayer {
    static let word = "lakes"

    var waters: Waters

    init?(_ reader: inout DocumentReader) { waters = Waters(&reader, usual: "lakes") }

    var dataset: Dataset? { waters.data }

    func draw(on canvas: inout MapCanvas, position: Int) {
        let (style, theme) = (canvas.style, canvas.theme)
        for lake in waters.chosen(on: &canvas, word: LakesLayer.word) {
            let rings = canvas.path.rings(of: lake.shape)
            guard !rings.isEmpty else { continue }
            canvas.nodes.append(
                .path(
                    id: lake.id, role: "map-lake", outline(rings), fill: .color(theme.sea),
                    stroke: style.line(theme.water.opacity(0.8), 0.45)))
            guard lake.isLabelled else { continue }
            canvas.requests.append(
                LabelRequest(
                    id: lake.id + "/label", name: lake.title,
                    settings: [
                        .init(lines: [lake.title], font: style.waterFont),
                        .init(lines: lake.title.split(separator: " ").map(String.init), font: style.waterFont),
                    ],
                    anchor: .area(rings, otherwise: .beside), color: style.waterInk, halo: style.halo(theme.land),
                    priority: 50 + lake.rank, isOptional: !lake.isNamed))
        }
    }
}
