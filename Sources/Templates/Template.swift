import Documents

/// The text of a file with places for values, conditions and loops:
///
///     {{ name }}                                       a value
///     {% if population > 1e6 %} … {% elif … %} … {% else %} … {% endif %}
///     {% case status %} {% when "member", "observer" %} … {% else %} … {% endcase %}
///     {% for code in neighbours %} … {% endfor %}      `loop.index`, `loop.first`, `loop.last`
///     {# not for readers #}
///
/// What stands between the marks is an expression of Vega's language, as in charts, over the parameters. A `case` that
/// no `when` fits, without `else`, is an error: a text that silently lacks a sentence is wrong.
///
/// The text is filled in two steps. ``filled(with:)`` settles conditions and loops and leaves one character of
/// Unicode's private use in the place of each value; the result is read as YAML, JSON or Markdown; then values take
/// their places in what was read. So no value, whatever is in it, can end a string, begin a heading or add a key.
package struct Template: Sendable {
    indirect enum Part: Sendable {
        case text(Span)
        case value(TemplateExpression)
        case condition(branches: [(test: TemplateExpression, body: [Part])], otherwise: [Part])
        case choice(
            of: TemplateExpression, branches: [(values: [TemplateExpression], body: [Part])], otherwise: [Part]?)
        case loop(name: String, over: TemplateExpression, body: [Part])
    }

    /// A stretch of the file, and where it begins.
    struct Span: Sendable {
        var bytes: Range<Int>
        var place: Place
    }

    /// Line and columns of a place, from 1.
    struct Place: Sendable, Hashable {
        var line = 1
        /// In bytes, as Markdown and JSON count.
        var byteColumn = 1
        /// In characters, as YAML counts.
        var column = 1

        var location: SourceLocation { SourceLocation(line: line, column: column) }
    }

    package let file: String
    let contents: [UInt8]
    let parts: [Part]
    /// Whether the text is JSON, where a value that stands in no string is put into quotes first.
    let isJSON: Bool

    /// - Parameter names: the parameters; a name that is none of them is an error here, not with the first row.
    /// - Throws: all that is wrong with its marks and expressions.
    package init(_ contents: [UInt8], file: String, names: [String], isJSON: Bool = false) throws(Diagnostics) {
        self.file = file
        self.contents = contents
        self.isJSON = isJSON
        var parser = TemplateParser(contents, file: file, names: names, isJSON: isJSON)
        parts = parser.parse()
        try parser.problems.throwIfErrors()
    }

    /// Whether there is anything to fill.
    package var isPlain: Bool {
        parts.allSatisfy { if case .text = $0 { true } else { false } }
    }
}
