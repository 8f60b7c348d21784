import Documents
import Dossier
import Expressions
import Files
import Tables
import Templates

/// What is to be built: a template, and where the values of its parameters come from.
public struct BatchPlan: Sendable {
    public let template: BriefingTemplate
    public let table: ParameterTable
    public let share: Share

    /// One report of the run.
    public struct Item: Sendable {
        /// From 0, in the table.
        public var row: Int
        /// Of its outputs, without an ending, from the folder of results.
        public var name: String
        package var values: [String: DataValue]
    }

    public init(template: BriefingTemplate, table path: String, share: Share = .whole) throws(Diagnostics) {
        self.template = template
        self.share = share
        table = try ParameterTable(path, parameters: template.parameters)
    }

    /// The rows of this share, in order.
    public var rows: StrideTo<Int> { stride(from: share.index, to: table.count, by: share.count) }

    /// A row's values and the name of its outputs.
    ///
    /// - Throws: what is wrong with the row, each problem with the row's number.
    public func item(_ row: Int) throws(Diagnostics) -> Item {
        let values = try table.values(row, template.parameters)
        guard let pattern = template.parameters.output else {
            let digits = String(row + 1)
            let stem = FilePath.name(of: template.path).split(separator: ".").first.map(String.init) ?? "report"
            return Item(
                row: row, name: stem + "-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits,
                values: values)
        }
        do throws(Diagnostics) {
            return Item(row: row, name: try pattern.name(in: template.environment(values)), values: values)
        } catch { throw located(error, row) }
    }

    /// Problems of a row say which.
    public func located(_ problems: Diagnostics, _ row: Int) -> Diagnostics {
        Diagnostics(
            problems.all.map { problem in
                var problem = problem
                problem.message += " (row \(row + 1) of \(table.file))"
                return problem
            })
    }

    /// Every item of every share, so that a name that two rows have is found by whichever share is built.
    ///
    /// - Parameter told: is given each item of this share as it is found.
    /// - Throws: rows that cannot be read, and names that are not unique, at the end.
    public func check(told: (Item) -> Void) throws(Diagnostics) {
        var problems = Diagnostics()
        var names = NameRegister()
        for row in 0..<table.count {
            do throws(Diagnostics) {
                let item = try item(row)
                if let first = names.add(item.name, row: row) {
                    problems.add(
                        Diagnostic(
                            "row \(row + 1): its outputs would be called `\(item.name)`, as those of row \(first + 1)",
                            file: table.file, advice: "let `output` name what tells the rows apart"))
                } else if share.contains(row: row) {
                    told(item)
                }
            } catch { problems.add(error) }
            if problems.all.count >= BatchPlan.mostTold { break }
        }
        try problems.throwIfErrors()
    }

    /// More problems are not told at once: a million rows may all be wrong in the same way.
    static let mostTold = 100
}

/// Names that are taken, in 16 bytes each however long they are.
///
/// Two names are the same where some system's files would be: capital letters and forms of accents do not part them.
struct NameRegister {
    private var rows: [UInt64: Int32] = [:]

    /// The row that has the name already; nil, and it is taken, where there is none.
    mutating func add(_ name: String, row: Int) -> Int? {
        // String's own hash counts equivalent forms of accents as one, and is made with a seed of the process.
        var hasher = Hasher()
        hasher.combine(name.lowercased())
        let key = UInt64(bitPattern: Int64(hasher.finalize()))
        if let first = rows[key] { return Int(first) }
        rows[key] = Int32(truncatingIfNeeded: row)
        return nil
    }
}
