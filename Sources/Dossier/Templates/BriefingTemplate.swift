import Documents
import Expressions
import Facts
import Figures
import Files
import Markdown
import Reports
import Synchronization
import Tables
import Templates

/// A report with parameters: what all reports made of it share is read once, and each set of values makes a briefing.
public final class BriefingTemplate: Sendable {
    public let path: String
    public let project: Project
    public let facts: FactBase
    package let parameters: Parameters
    /// The Markdown file.
    private let report: Template
    /// Templates of figure files, by the names that the report has for them.
    private let figures = Mutex<[String: Result<FigureTemplate, Diagnostics>]>([:])

    private enum FigureTemplate {
        /// A file without anything to fill, read once.
        case plain(Document)
        case filled(Template)
    }

    /// Nil where the report declares no parameters.
    ///
    /// - Parameter path: a Markdown file, or a folder with `briefing.md` in it.
    public convenience init?(path: String) throws(Diagnostics) {
        let file = Briefing.file(path)
        let contents: [UInt8]
        do { contents = try DataRoot.readFile(file) } catch { throw Diagnostics([error]) }
        try self.init(contents, file: file)
    }

    init?(_ contents: [UInt8], file: String) throws(Diagnostics) {
        guard let parameters = try Parameters(contents, file: file) else { return nil }
        path = file
        self.parameters = parameters
        project = Project(containing: file)
        var problems = Diagnostics()
        var report: Template?
        var facts = FactBase.empty
        do { report = try Template(contents, file: file, names: parameters.names) } catch { problems.add(error) }
        do { facts = try project.facts() } catch { problems.add(error) }
        try problems.throwIfErrors()
        guard let report else { throw problems }
        self.report = report
        self.facts = facts
    }

    /// The report for one set of values.
    package func briefing(_ values: [String: DataValue]) throws(Diagnostics) -> Briefing {
        let environment = environment(values)
        let document = try report.filled(with: environment).markdown(file: path)
        var briefing = Briefing(report: try Report(document), path: path, project: project, facts: facts)
        briefing.figureDocument = { [self] (address) throws(Diagnostics) in
            try figure(address, environment: environment)
        }
        return briefing
    }

    /// What the expressions of the template know.
    package func environment(_ values: [String: DataValue]) -> ExpressionEnvironment {
        var environment = ExpressionEnvironment(values: values)
        environment.fact = { [facts] id in
            switch facts[id]?.value {
            case .number(let number)?: .number(number)
            case .word(let word)?: .string(word)
            case nil: .null
            }
        }
        return environment
    }

    private func figure(_ address: String, environment: ExpressionEnvironment) throws(Diagnostics) -> Document {
        let file = FilePath.join(FilePath.folder(of: path), address)
        let known = figures.withLock { $0[address] }
        let template: Result<FigureTemplate, Diagnostics>
        if let known {
            template = known
        } else {
            do throws(Diagnostics) { template = .success(try read(address, file: file)) } catch {
                template = .failure(error)
            }
            // Names come from values; a run of many rows keeps no more of them than it has figures.
            figures.withLock { if $0.count < 256 { $0[address] = template } }
        }
        switch try template.get() {
        case .plain(let document): return document
        case .filled(let template): return try template.filled(with: environment).document(file: file)
        }
    }

    private func read(_ address: String, file: String) throws(Diagnostics) -> FigureTemplate {
        let contents: [UInt8]
        do throws(Diagnostic) { contents = try DataRoot(FilePath.folder(of: path)).read(address) } catch {
            throw Diagnostics([error])
        }
        let template = try Template(
            contents, file: file, names: parameters.names, isJSON: Template.isJSON(contents, file: file))
        return template.isPlain ? .plain(try Document(file: file, contents: contents)) : .filled(template)
    }
}
