import Documents
import Files
import Testing

@testable import Fetching

struct DownloadTests {
    @Test("addresses of this machine and of private networks are known, in both versions")
    func privateAddresses() {
        for bytes: [UInt8] in [
            [10, 0, 0, 1], [127, 0, 0, 1], [172, 31, 0, 1], [192, 168, 1, 1], [169, 254, 1, 1], [0, 0, 0, 0],
            [100, 100, 0, 1],
        ] {
            #expect(PrivateAddress.isPrivate(v4: bytes), "\(bytes)")
        }
        for bytes: [UInt8] in [[8, 8, 8, 8], [172, 32, 0, 1], [192, 167, 1, 1], [100, 128, 0, 1], [192, 1, 1, 1]] {
            #expect(!PrivateAddress.isPrivate(v4: bytes), "\(bytes)")
        }
        let zeros = [UInt8](repeating: 0, count: 16)
        var loopback = zeros, mapped = zeros, open = zeros, local = zeros
        loopback[15] = 1
        mapped.replaceSubrange(10..., with: [0xFF, 0xFF, 10, 0, 0, 1])
        open.replaceSubrange(..<2, with: [0x2A, 0x00])
        local.replaceSubrange(..<2, with: [0xFD, 0x12])
        #expect(PrivateAddress.isPrivate(v6: loopback) && PrivateAddress.isPrivate(v6: mapped))
        #expect(PrivateAddress.isPrivate(v6: local) && !PrivateAddress.isPrivate(v6: open))
    }

    private static func message(_ address: String, _ limits: DownloadLimits) -> String {
        do {
            return "\(try Download.contents(of: address, limits: limits).count) bytes"
        } catch {
            return error.description
        }
    }

    @Test("a server on loopback: its bytes, and everything that a bad one does")
    func loopback() throws {
        var limits = DownloadLimits()
        let whole = try LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na,b\n")
        #expect(Self.message(whole.address, limits).contains("this machine or of a private network"))
        limits.allowsPrivate = true
        limits.seconds = 5
        #expect(Self.message(whole.address, limits) == "4 bytes")
        let cut = try LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\na,b\n")
        #expect(Self.message(cut.address, limits).contains("cannot be fetched"))
        let gone = try LoopbackServer("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        #expect(Self.message(gone.address, limits).contains("the server answers 404"))
        for target in ["file:///etc/passwd", "http://127.0.0.1:1/x", "ftp://127.0.0.1/x"] {
            let server = try LoopbackServer("HTTP/1.1 302 Found\r\nLocation: \(target)\r\nContent-Length: 0\r\n\r\n")
            #expect(Self.message(server.address, limits).contains("cannot be fetched"), "\(target)")
        }
        limits.bytes = 1000
        let endless = try LoopbackServer("HTTP/1.1 200 OK\r\n\r\n", repeating: "0123456789", times: 10_000)
        #expect(Self.message(endless.address, limits).contains("sends more than"))
        limits.seconds = 1
        let silent = try LoopbackServer("")
        #expect(Self.message(silent.address, limits).contains("cannot be fetched"))
        #expect(Self.message("file:///etc/passwd", limits).contains("no http or https address"))
    }

    @Test("copies are pinned: kept, told where they or their address changed, and drawn from")
    func copies() throws {
        let folder = try TemporaryFolder()
        let copies = FetchedCopies(folder: folder.path + "/Data/fetched")
        var fetcher = Fetcher(copies: copies, date: "2026-01-02")
        fetcher.limits.allowsPrivate = true
        let server = try LoopbackServer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\na,b\n", path: "/x/t.csv")
        let root = DataRoot(folder.path, fetched: copies)
        #expect(throws: Diagnostic.self) { try root.read(server.address) }
        #expect(try fetcher.fetch(server.address) == .fetched(bytes: 4))
        #expect(try fetcher.fetch(server.address) == .kept)
        #expect(try root.read(server.address) == Array("a,b\n".utf8))
        let entry = try #require(try copies.entries().first)
        #expect(entry.file == "t.csv" && entry.date == "2026-01-02" && entry.size == 4)
        try folder.write("Data/fetched/t.csv", "changed")
        #expect(throws: Diagnostics.self) { try fetcher.fetch(server.address) }
        let other = FetchedCopies(folder: folder.path + "/Data/fetched")
        do {
            _ = try DataRoot(folder.path, fetched: other).read(server.address)
        } catch {
            #expect(error.message.contains("is not what was fetched"))
        }
        fetcher.updates = true
        #expect(try fetcher.fetch(server.address) == .fetched(bytes: 4))
    }

    @Test("names of copies say what they are, and no two are alike")
    func names() {
        #expect(Fetcher.fileName(of: "https://a.org/x/cars.json?v=1", among: []) == "cars.json")
        #expect(Fetcher.fileName(of: "https://a.org/", among: []) == "data")
        #expect(Fetcher.fileName(of: "https://a.org/..%2f..", among: []) == "%2f..".replacing("%", with: "-"))
        #expect(Fetcher.fileName(of: "https://b.org/cars.json", among: ["Cars.json"]).hasSuffix("-cars.json"))
        #expect(Fetcher.fileName(of: "https://b.org/lock.json", among: []) != "lock.json")
    }

    @Test("a grapher's metadata become a source, once")
    func grapher() throws {
        let chart = try #require(GrapherSource("https://ourworldindata.org/grapher/life-expectancy?tab=chart"))
        #expect(chart.slug == "life-expectancy")
        let metadata = """
            {"chart": {"title": "Life expectancy", "originalChartUrl":
             "https://ourworldindata.org/grapher/life-expectancy"},
             "columns": {"le": {"citationShort": "UN WPP (2024)", 
              "citationLong": "UN, World Population Prospects (2024)",
              "lastUpdated": "2024-07-12"}}, "dateDownloaded": "2026-01-02"}
            """
        let entry = try #require(try chart.entry(metadata: Array(metadata.utf8), date: "2026-01-03"))
        let text = try #require(chart.adding(entry, to: nil))
        let root = try YAMLReader.read(Array(text.utf8), file: "sources.yaml")
        #expect(root["sources"]?.array?.first?["citation_full"]?.string == "UN, World Population Prospects (2024)")
        #expect(root["sources"]?.array?.first?["license"]?["name"]?.string == "CC BY 4.0")
        #expect(chart.adding(entry, to: text) == nil)
        #expect(GrapherSource("https://example.org/grapher/x") == nil)
    }

    @Test("addresses are named by data, not by pictures, links and schemas")
    func named() throws {
        let document = """
            {"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "data": {"url": "https://a.org/a.csv"},
             "layer": [{"mark": {"type": "image", "url": "https://a.org/p.png"}, "data": {"url":
             "https://a.org/b.json"}}],
             "transform": [{"lookup": "x", "from": {"data": {"url": "https://a.org/c.csv"}, "key": "k"}}],
             "usermeta": {"link": "https://a.org/d"}}
            """
        let root = try JSONReader.read(Array(document.utf8), file: "")
        #expect(NamedAddresses.of(root) == ["https://a.org/a.csv", "https://a.org/b.json", "https://a.org/c.csv"])
    }
}
