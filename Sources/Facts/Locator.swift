/// Where in its source a fact stands: in a paragraph of a text, in a cell of a table, or in geometry that is measured.
public struct Locator: Sendable, Hashable {
    /// A cell of a table that the project holds.
    public struct Cell: Sendable, Hashable {
        /// The table's name beneath `Data/tables`, without its ending.
        public var table: String
        /// What stands in the row's first column.
        public var row: String
        /// The column's name.
        public var column: String

        public init(table: String, row: String, column: String) {
            (self.table, self.row, self.column) = (table, row, column)
        }
    }

    /// The line that two members of a map share.
    public struct Border: Sendable, Hashable {
        /// The map's name beneath `Data/geo`, without its ending.
        public var map: String
        /// Their codes, as the map gives them.
        public var between: [String]

        public init(map: String, between: [String]) { (self.map, self.between) = (map, between) }
    }

    /// The section above the first heading of a text.
    public static let leadSection = "lead"

    /// The heading as the source prints it, or `lead` for what stands above the first; empty for a cell or a border
    /// that names no section.
    public var section: String
    /// Counted from 1 within the section; nil for a source without paragraphs.
    public var paragraph: Int?
    public var cell: Cell?
    public var border: Border?

    public init(section: String, paragraph: Int? = nil, cell: Cell? = nil, border: Border? = nil) {
        self.section = section
        self.paragraph = paragraph
        self.cell = cell
        self.border = border
    }

    /// For a note: `“Central Asia race”, paragraph 2`; `Mongolia, area`.
    public var written: String {
        if let border {
            return "the line that \(border.between.joined(separator: " and ")) share in \(border.map)"
        }
        if section.isEmpty, let cell { return "“\(cell.row)”, \(cell.column)" }
        let name = section == Locator.leadSection ? "lead" : "“\(section)”"
        guard let paragraph else { return name }
        return "\(name), paragraph \(paragraph)"
    }
}
