import ArgumentParser
import Dossier
import Fetching
import Files

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Save the data that documents name by network addresses; the only command that uses a network.",
        discussion: """
            Copies go to Data/fetched of the project, pinned by SHA-256 in its lock.json; figures that name the
            addresses draw from them.

            Examples:
              dossier fetch Reports/my-report              what its figures name
              dossier fetch figures/gdp.vl.json
              dossier fetch https://ourworldindata.org/grapher/life-expectancy   the data, and a source
              dossier fetch --update briefing.md           anew, where what they hold may have changed
            """)

    @Argument(help: "Reports, figures, or addresses.")
    var names: [String]

    @Flag(help: "Fetch anew what was fetched before, and take what has changed.")
    var update = false

    @Flag(help: "Ask addresses of this machine and of private networks too.")
    var allowPrivate = false

    @Option(help: "How many MiB one address may send.")
    var maxSize = 256

    @Option(help: "How many seconds one address may take.")
    var timeout = 120.0

    @Option(help: "The folder of the project. Default: that of the first report or figure, or the working directory.")
    var project: String?

    @Flag(help: "Tell nothing but errors.")
    var quiet = false

    func validate() throws {
        if names.isEmpty { throw ValidationError("Name a report, a figure or an address.") }
        if !(1...4096).contains(maxSize) { throw ValidationError("--max-size is from 1 to 4096 MiB.") }
        if !(timeout > 0 && timeout <= 3600) {
            throw ValidationError("--timeout is above 0, 3600 seconds at the most.")
        }
    }

    func run() throws {
        try reporting {
            let place = names.first { !$0.contains("://") } ?? "."
            let folder = project ?? Project(containing: place).folder ?? folder(around: place)
            var fetcher = Fetcher(copies: FetchedCopies(folder: "\(folder)/Data/fetched"), date: today())
            fetcher.updates = update
            fetcher.limits.allowsPrivate = allowPrivate
            fetcher.limits.bytes = maxSize << 20
            fetcher.limits.seconds = timeout
            var problems = Diagnostics()
            for address in try addresses() {
                do {
                    if let chart = GrapherSource(address), !address.contains(".csv"), !address.contains(".json") {
                        try fetch(chart, as: address, with: fetcher, folder: folder)
                    } else {
                        told(address, try fetcher.fetch(address))
                        if let chart = GrapherSource(address), address.contains(".csv") {
                            try addSource(chart, with: fetcher, folder: folder)
                        }
                    }
                } catch let error as Diagnostics {
                    problems.add(error)
                }
            }
            try problems.throwIfErrors()
        }
    }

    private func folder(around place: String) -> String {
        place.contains("/") ? FilePath.folder(of: place) : "."
    }

    /// What the arguments name, and what the documents among them name.
    private func addresses() throws -> [String] {
        var result: [String] = []
        for name in names {
            let found: [String]
            if name.contains("://") {
                found = [name]
            } else if name.hasSuffix(".md") || access(name + "/briefing.md", R_OK) == 0 {
                let briefing = try Briefing(path: name)
                found = briefing.report.figureAddresses.flatMap { address in
                    let path = FilePath.join(FilePath.folder(of: briefing.path), address)
                    return (try? Figure(path: path)).map { NamedAddresses.of($0.document.root) } ?? []
                }
            } else {
                found = NamedAddresses.of(try Figure(path: name).document.root)
            }
            for address in found where !result.contains(address) { result.append(address) }
        }
        if result.isEmpty, !quiet { print("no address is named as data") }
        return result
    }

    private func fetch(_ chart: GrapherSource, as address: String, with fetcher: Fetcher, folder: String) throws {
        told(chart.dataAddress, try fetcher.fetch(chart.dataAddress, license: "CC BY 4.0"))
        try addSource(chart, with: fetcher, folder: folder)
    }

    /// Writes what the chart's metadata say of their source into the project's `sources.yaml`.
    private func addSource(_ chart: GrapherSource, with fetcher: Fetcher, folder: String) throws {
        told(chart.metadataAddress, try fetcher.fetch(chart.metadataAddress, license: "CC BY 4.0"))
        let copy = try DataRoot(".", fetched: fetcher.copies).read(chart.metadataAddress)
        let path = "\(folder)/Data/sources.yaml"
        let text = (try? DataRoot.readFile(path)).map { String(decoding: $0, as: UTF8.self) }
        guard let entry = try chart.entry(metadata: copy, date: fetcher.date), let new = chart.adding(entry, to: text)
        else { return }
        var files = OutputFiles()
        files.add(path, Array(new.utf8))
        try files.write()
        if !quiet { print("\(path): source \(chart.sourceID)") }
    }

    private func told(_ address: String, _ outcome: Fetcher.Outcome) {
        guard !quiet else { return }
        switch outcome {
        case .kept: print("\(address): as it was fetched")
        case .fetched(let bytes): print("\(address): \(bytes) bytes")
        case .changed(let bytes): print("\(address): \(bytes) bytes, changed")
        }
    }

    private func today() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    }
}
