import Dispatch
import Documents
import Dossier
import Files
import Synchronization
import Tables
import Themes

/// Builds every report of a plan's share into a folder, some at a time, and keeps its manifest.
public struct BatchRun: Sendable {
    public var files = ReportOutputs()
    /// A theme instead of the reports' own, as the command line names it.
    public var theme: String?
    public var dataRoot: String?
    /// How many reports are built at a time.
    public var jobs = 1
    /// Takes from earlier runs what is built already and made from the same.
    public var resumes = false
    /// Ends with the first row that fails.
    public var failsFast = false

    public init() { files.figuresFolder = nil }

    public struct Summary: Sendable, Hashable {
        public var built = 0
        public var kept = 0
        public var failed = 0
        /// Of the manifest.
        public var path = ""
    }

    public enum Event: Sendable {
        /// So many are done, of how many.
        case done(ManifestEntry, wasKept: Bool, count: Int, of: Int)
    }

    /// - Parameter told: is called for each report, one at a time.
    /// - Throws: what is wrong with the rows, before anything is built; else only what keeps the run from going on.
    public func run(
        _ plan: BatchPlan, into folder: String, told: @escaping @Sendable (Event) -> Void
    ) throws(Diagnostics) -> Summary {
        let inputs = try InputsHash(plan, words: words, files: theme.map { [$0] } ?? [], output: folder)
        do throws(Diagnostic) { _ = try FolderTree.make(folder) } catch { throw Diagnostics([error]) }
        let journal = try Journal(folder: folder, share: plan.share)
        let earlier = resumes ? try BuiltReports(folder: folder) : nil
        if resumes { journal.endLine() } else { journal.clear() }
        let state = RunState(plan: plan, journal: journal, failsFast: failsFast, told: told)
        let shared = SharedInputs()
        let placing = try OutputPlacing(folder)
        defer { placing.end() }
        DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, plan.rows.underestimatedCount))) { _ in
            while let row = state.next() {
                build(row, plan, inputs, earlier, shared, placing, state)
            }
        }
        try state.problems.throwIfErrors()
        var summary = state.summary
        summary.path = FilePath.join(folder, Manifest.name(of: plan.share))
        var written = OutputFiles()
        written.add(summary.path, try Manifest.lines(of: journal.path))
        try written.write()
        journal.remove()
        return summary
    }

    /// What is asked for, as a part of the inputs.
    private var words: [String] {
        files.formats.map(\.rawValue) + files.scales.map { "\($0)" }
            + ["figures \(files.hasFigures)", "theme \(theme ?? "")", "data \(dataRoot ?? "")"]
    }

    private func build(
        _ row: Int, _ plan: BatchPlan, _ inputs: InputsHash, _ earlier: BuiltReports?, _ shared: SharedInputs,
        _ placing: OutputPlacing, _ state: RunState
    ) {
        let start = ContinuousClock.now
        var entry = ManifestEntry(row: row + 1, name: "", parameters: .object([]), inputs: "")
        do throws(Diagnostics) {
            let item = try plan.item(row)
            let fields = item.values.sorted { $0.key < $1.key }.map { DataValue.Field($0.key, $0.value) }
            entry = ManifestEntry(
                row: row + 1, name: item.name, parameters: .object(fields), inputs: inputs.row(item))
            if var kept = earlier?.entry(inputs: entry.inputs, name: item.name) {
                kept.row = row + 1
                state.finish(kept, wasKept: true)
                return
            }
            try build(item, of: plan, shared, placing, &entry)
        } catch {
            entry.errors = plan.located(error, row).errors.map(\.description)
            entry.outputs = []
        }
        let time = start.duration(to: .now).components
        entry.seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
        state.finish(entry, wasKept: false)
    }

    private func build(
        _ item: BatchPlan.Item, of plan: BatchPlan, _ shared: SharedInputs, _ placing: OutputPlacing,
        _ entry: inout ManifestEntry
    ) throws(Diagnostics) {
        var briefing = try plan.template.briefing(item.values)
        briefing.dataRoot = dataRoot
        briefing.shared = shared
        let theme = try shared.theme(named: theme, of: briefing)
        let fonts = try shared.fonts(of: theme)
        defer { shared.give(back: fonts, of: theme) }
        let laid = try briefing.laidOut(theme: theme, fonts: fonts)
        let numbers = briefing.numberProblems(of: laid)
        try numbers.throwIfErrors()
        let made = try files.files(of: briefing, laid: laid, theme: theme, fonts: fonts, stem: item.name)
        for file in made.files {
            try placing.place(file.name, file.bytes)
            entry.outputs.append(
                ManifestEntry.Output(
                    path: file.name, sha256: SHA256.hexadecimal(of: file.bytes), bytes: file.bytes.count))
        }
        (entry.title, entry.language) = (briefing.report.matter.title, briefing.report.matter.language)
        entry.warnings = plan.located(
            Diagnostics(made.warnings + numbers.warnings + laid.warnings), item.row
        ).all.map(\.description)
    }
}

/// What the threads of a run share: which row is next, the journal, and how far the run is.
private final class RunState: Sendable {
    private struct Progress {
        var next: Int?
        var summary = BatchRun.Summary()
        var problems = Diagnostics()
        var count = 0
    }

    private let plan: BatchPlan
    private let journal: Journal
    private let failsFast: Bool
    private let told: @Sendable (BatchRun.Event) -> Void
    private let progress: Mutex<Progress>
    private let total: Int

    init(
        plan: BatchPlan, journal: Journal, failsFast: Bool, told: @escaping @Sendable (BatchRun.Event) -> Void
    ) {
        (self.plan, self.journal, self.failsFast, self.told) = (plan, journal, failsFast, told)
        total = max(0, (plan.table.count - plan.share.index + plan.share.count - 1) / plan.share.count)
        progress = Mutex(Progress(next: plan.share.index))
    }

    var summary: BatchRun.Summary { progress.withLock { $0.summary } }
    var problems: Diagnostics { progress.withLock { $0.problems } }

    /// The next row to build; nil at the end.
    func next() -> Int? {
        progress.withLock { progress in
            guard let row = progress.next, row < plan.table.count else { return nil }
            progress.next = row + plan.share.count
            return row
        }
    }

    func finish(_ entry: ManifestEntry, wasKept: Bool) {
        progress.withLock { progress in
            do throws(Diagnostics) { try journal.append(entry) } catch {
                progress.problems.add(error)
                progress.next = nil
            }
            progress.count += 1
            if wasKept {
                progress.summary.kept += 1
            } else if entry.isBuilt {
                progress.summary.built += 1
            } else {
                progress.summary.failed += 1
                if failsFast { progress.next = nil }
            }
            told(.done(entry, wasKept: wasKept, count: progress.count, of: total))
        }
    }
}
