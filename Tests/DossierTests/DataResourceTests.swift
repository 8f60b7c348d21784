import Testing

@testable import Dossier

@Suite("Tables of a data package")
struct DataResourceTests {
    private let resource: DataResource = {
        var resource = DataResource(
            path: "Towns.csv", title: "Towns",
            fields: [.init("name"), .init("people", type: "number", description: "inhabitants")],
            rows: [["Oral, \"old\"", "3"], ["Aral\nSea", ""]])
        resource.primaryKey = "name"
        return resource
    }()

    @Test("what would part a field stands in quotes")
    func csv() {
        // Python: csv.writer(f, lineterminator="\n").writerows(…), but for the ends of lines.
        #expect(
            resource.csv.replacing("\r\n", with: "\n")
                == "name,people\n\"Oral, \"\"old\"\"\",3\n\"Aral\nSea\",\n")
    }

    @Test("the entry says where the table is, how long, and what its columns are")
    func descriptor() throws {
        let entry = resource.descriptor
        #expect(entry["name"]?.string == "towns" && entry["path"]?.string == "Towns.csv")
        #expect(entry["bytes"]?.number == Double(resource.csv.utf8.count))
        #expect(entry["hash"]?.string?.hasPrefix("sha256:") == true)
        let schema = try #require(entry["schema"])
        #expect(schema["primaryKey"]?.string == "name")
        let fields = try #require(schema["fields"]?.array)
        #expect(fields.map { $0["type"]?.string } == ["string", "number"])
        #expect(fields.map { $0["description"]?.string } == [nil, "inhabitants"])
    }
}
