import Documents
import Files
import Testing

@testable import Facts

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

struct TabledFactsTests {
    /// Loads a project's data folder of a few files, which goes away again.
    private func load(_ table: String, _ facts: String) throws -> FactBase {
        var template = Array("/tmp/dossier-facts-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { return .empty }
        let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        mkdir(folder + "/facts", 0o755)
        mkdir(folder + "/tables", 0o755)
        let files = [("sources.yaml", sourcesSample + "\n"), ("tables/gdp.csv", table), ("facts/gdp.yaml", facts)]
        for (name, text) in files {
            guard let file = fopen("\(folder)/\(name)", "w") else { continue }
            fputs(text, file)
            fclose(file)
        }
        defer {
            for (name, _) in files { unlink("\(folder)/\(name)") }
            for name in ["/facts", "/tables", ""] { rmdir(folder + name) }
        }
        return try FactBase(loading: DataRoot(folder))
    }

    private static let table =
        "iso3,year,gdp,pop\nFRA,2022,2.5,68\nFRA,2023,\"1,234.5\",\nDEU,2023,4,84\n036,2023,1,2\n"
    private static let entry = "table: gdp.csv, key: [iso3, year], value: gdp, unit: US$, source: essay"

    @Test("each cell is a fact with its date, what it is about, and the cell as its place")
    func cells() throws {
        let base = try load(Self.table, "facts: {\(Self.entry)}\n")
        let fact = try base.fact("gdp/FRA/2023")
        #expect(fact.value == .number(1234.5) && fact.unit == "US$" && fact.about == "FRA" && fact.measure == "gdp")
        #expect(fact.date.text == "2023" && fact.source == "essay")
        #expect(fact.locators.first?.written.contains("gdp.csv") ?? false)
        #expect(base["gdp/036/2023"]?.value == .number(1))
        #expect(base["gdp/FRA/1999"] == nil && base["gdp/FRA"] == nil && base["gdp"] == nil)
        #expect(base.facts.isEmpty && base.tables.first?.count == 4)
        #expect(base.sources(of: fact).map(\.id) == ["essay"])
    }

    @Test("several columns, names of one's own, beside other facts")
    func columns() throws {
        let base = try load(
            Self.table,
            "facts:\n  - {\(Self.entry.replacing("value: gdp", with: "value: [gdp, pop]")), measure: size}\n"
                + record(id: "length") + "\n")
        #expect(base["pop/DEU/2023"]?.value == .number(84) && base["pop/DEU/2023"]?.measure == "size")
        #expect(base["pop/FRA/2023"] == nil, "a blank cell is no fact")
        #expect(base["length"] != nil)
        let named = try load(Self.table, "facts: {\(Self.entry), id: output}\n")
        #expect(named["output/FRA/2022"]?.value == .number(2.5))
    }

    @Test func factsAreChosenByWhatTheyHaveInCommon() throws {
        let base = try load(Self.table, "facts: {\(Self.entry)}\n")
        func chosen(_ text: String) throws -> [String] {
            try base.select(try YAMLReader.read(Array(text.utf8), file: ""), file: "", path: "facts").map(\.id)
        }
        #expect(try chosen("{measure: gdp, about: FRA}") == ["gdp/FRA/2022", "gdp/FRA/2023"])
        #expect(try chosen("[gdp/DEU/2023]") == ["gdp/DEU/2023"])
        #expect(throws: Diagnostics.self) { try chosen("{measure: gdp, about: ITA}") }
    }

    @Test("two rows of one key, unknown columns and sources, cells that are no numbers are told")
    func mistakes() throws {
        func message(_ table: String, _ facts: String) -> String {
            do {
                let base = try load(table, facts)
                _ = try base.fact("gdp/FRA/2022")
                return ""
            } catch { return "\(error)" }
        }
        #expect(message(Self.table + "FRA,2022,9,9\n", "facts: {\(Self.entry)}\n").contains("several rows of gdp.csv"))
        let wrong = Self.entry.replacing("value: gdp", with: "value: gpd")
        #expect(message(Self.table, "facts: {\(wrong)}\n").contains("did you mean `gdp`?"))
        #expect(message(Self.table + "ITA,2023,many,1\n", "facts: {\(Self.entry)}\n").contains("`many` (row 5)"))
        #expect(
            message(Self.table, "facts: {\(Self.entry.replacing("essay", with: "esay"))}\n").contains(
                "did you mean `essay`?"))
        #expect(message(Self.table, "facts: {table: gdp.csv, key: iso3, value: gdp}\n").contains("`unit` is missing"))
        #expect(message(Self.table, "facts: {\(Self.entry), vlaue: 3}\n").contains("did you mean `value`?"))
    }

    @Test("a million cells are looked up without a million facts")
    func many() throws {
        var table = "k,y,v\n"
        for row in 0..<200_000 { table += "k\(row),2020,\(row)\n" }
        let base = try load(table, "facts: {table: gdp.csv, key: [k, y], value: v, unit: \"1\", source: essay}\n")
        #expect(base["v/k199999/2020"]?.value == .number(199_999))
        #expect(base.tables.first?.count == 200_000 && base.facts.isEmpty)
    }

    @Test("a cell among the others of its column: ranks, shares and the middle, within a year")
    func comparisons() throws {
        let table = "code,year,area\nA,2023,5\nB,2023,1\nC,2023,5\nD,2023,\nE,2023,2\nA,2022,7\nB,2022,9\n"
        let all = TabledComparison.allCases.map(\.rawValue).joined(separator: ", ")
        let base = try load(
            table,
            "facts: {table: gdp.csv, key: [code, year], value: area, unit: km², source: essay, compare: [\(all)]}\n")
        func value(_ id: String) -> Double? { base["area/" + id]?.value?.number }
        #expect(value("A/2023/rank") == 1 && value("C/2023/rank") == 1 && value("E/2023/rank") == 3)
        #expect(
            value("B/2023/rank") == 4 && value("B/2023/rank-from-least") == 1 && value("A/2023/rank-from-least") == 3)
        #expect(value("A/2022/rank") == 2 && value("D/2023/rank") == nil && value("Z/2023/rank") == nil)
        #expect(value("2023/count") == 4 && value("2022/count") == 2 && value("2021/count") == nil)
        #expect(value("2023/median") == 3.5 && value("2023/mean") == 3.25 && value("2023/total") == 13)
        #expect(value("2023/minimum") == 1 && value("2023/maximum") == 5 && value("A/2022/share") == 43.75)
        let rank = try base.fact("area/A/2022/rank")
        #expect(rank.unit == nil && rank.isDerived && rank.derivedFrom == ["area/A/2022"])
        #expect(base.sources(of: rank).map(\.id) == ["essay"] && base["area/2023/median"]?.unit == "km²")
        #expect(base["area/2023/median"]?.date.text == "2023")
        let entry = Self.entry.replacing("[iso3, year]", with: "[code, year]")
            .replacing("value: gdp", with: "value: area")
        let plain = try load(table, "facts: {\(entry)}\n")
        #expect(plain["area/A/2023/rank"] == nil, "only what is asked for is a fact")
        #expect(throws: Diagnostics.self) {
            try load(table, "facts: {table: gdp.csv, key: code, value: area, unit: km², source: essay, compare: rnk}\n")
        }
    }
}
