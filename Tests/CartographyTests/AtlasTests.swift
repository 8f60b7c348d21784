import Files
import Documents
import Facts
import Figures
import SceneGraph
import Testing
import Typography

@testable import Cartography

/// `Reports/atlas`: what it claims is what its tables say, and its labels keep clear of each other.
@Suite struct AtlasTests {
    private func atlas(_ name: String, size: FigureSize? = nil, language: String = "en") throws -> DrawnFigure {
        let root = DataRoot(repository + "/Reports/atlas")
        let document = try Document(file: name + ".yaml", contents: root.read(name + ".yaml"))
        return try MapFigure.draw(
            document,
            in: FigureContext(
                theme: .dossier, measurer: FixedWidthMeasurer(),
                facts: FactBase(loading: DataRoot(repository + "/Data")), dataRoot: root,
                geodata: DataRoot(repository + "/Data/geo"), size: size, language: language, name: name))
    }

    @Test(arguments: [("en", FigureSize.column), ("ru", .page), ("zh", .sheet)])
    func labelsKeepClear(_ language: String, _ size: FigureSize) throws {
        for name in ["pacific-trade", "far-east"] {
            let figure = try atlas(name, size: size, language: language)
            #expect(labels(figure).count >= 13)
            expectClearLabels(figure, "\(name) \(language)")
        }
    }

    /// The title and note of the choropleth: 134 of 226.
    @Test func fertilityIsAsTheTitleSays() throws {
        let figure = try atlas("fertility")
        let table = try String(
            decoding: DataRoot(repository + "/Reports/atlas").read("tables/fertility.csv"), as: UTF8.self)
        let values = table.split(separator: "\n").dropFirst().compactMap {
            Double($0.split(separator: ",").dropLast().last ?? "")
        }
        #expect(values.count == 226 && values.filter { $0 < 2.1 }.count == 134)
        #expect(figure.sources.contains("cia-world-factbook"))
        #expect(node(figure, "fertility/choropleth[NER]")?.datum["class"] == .number(7))
        #expect(node(figure, "fertility/choropleth[CHN]")?.datum["class"] == .number(1))
    }

    /// The title of the flows: to the Americas more than twice what comes back.
    @Test func tradeIsAsTheTitleSays() throws {
        let table = try String(
            decoding: DataRoot(repository + "/Reports/atlas").read("tables/pacific-trade.csv"), as: UTF8.self)
        var (east, west) = (0.0, 0.0)
        for row in table.split(separator: "\n").dropFirst() {
            let value = Double(row.split(separator: ",").last ?? "") ?? .nan
            if row.contains("To the Americas") { east += value } else { west += value }
        }
        #expect(east > 2 * west && west > 400)
    }
}
