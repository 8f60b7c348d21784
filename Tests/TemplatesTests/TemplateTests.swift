import Documents
import Expressions
import Markdown
import Tables
import Testing

@testable import Templates

/// A template of some names, filled.
func filled(_ text: String, _ values: [String: DataValue], file: String = "t.md") throws -> FilledText {
    let template = try Template(
        Array(text.utf8), file: file, names: values.keys.sorted(),
        isJSON: !file.hasSuffix(".md") && Template.isJSON(Array(text.utf8), file: file))
    return try template.filled(with: ExpressionEnvironment(values: values))
}

/// The text of a filled template with its values written out.
func text(_ template: String, _ values: [String: DataValue]) throws -> String {
    let filled = try filled(template, values)
    var result = ""
    for scalar in String(decoding: filled.bytes, as: UTF8.self).unicodeScalars {
        if let value = filled.value(for: scalar) {
            result += value.value.asText
        } else {
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// What is told of a template, a line each, without advice.
func told(_ body: () throws -> Void) -> [String] {
    do { try body() } catch let problems as Diagnostics {
        return problems.all.map { problem in
            (problem.location.map { "\($0.line):\($0.column) " } ?? "") + problem.message
        }
    } catch { return ["\(error)"] }
    return []
}

@Suite("Templates")
struct TemplateTests {
    @Test(
        "values, conditions, cases and loops",
        arguments: [
            ("Hello {{ name }}!", "Hello Ada!"),
            ("{{name}} {{ upper(name) }} {{ year + 1 }}", "Ada ADA 2025"),
            ("{% if year > 2000 %}new{% else %}old{% endif %}", "new"),
            ("{% if year < 2000 %}a{% elif year < 2024 %}b{% elif year == 2024 %}c{% endif %}", "c"),
            ("{% if year < 2000 %}a{% endif %}.", "."),
            ("{% case name %}{% when \"Bob\" %}b{% when \"Eve\", \"Ada\" %}a{% endcase %}", "a"),
            ("{% case name %}{% when \"Bob\" %}b{% else %}other{% endcase %}", "other"),
            ("{% for x in list %}{{ x }}{% if !loop.last %}, {% endif %}{% endfor %}", "a, b, c"),
            ("{% for x in list %}{{ loop.index }}{{ x }}{% endfor %}", "1a2b3c"),
            (
                "{% for x in list %}{% for y in list %}{{ x }}{{ y }} {% endfor %}{% endfor %}",
                "aa ab ac ba bb bc ca cb cc "
            ),
            ("a{# not for readers {{ nothing }} #}b", "ab"),
            ("a\n  {% if year %}  \nb\n{% endif %}\nc\n", "a\nb\nc\n"),
            ("a\n{# note #}\nb", "a\nb"),
            ("{{ \"{{\" }} and {{ '}}' }}", "{{ and }}"),
            ("100 % { } {x} {%%}", ""),
            ("no marks", "no marks"),
            ("", ""),
        ])
    func fills(_ template: String, _ expected: String) throws {
        let values: [String: DataValue] = [
            "name": .string("Ada"), "year": .number(2024),
            "list": .array([.string("a"), .string("b"), .string("c")]),
        ]
        if expected.isEmpty, !template.isEmpty {
            #expect(throws: Diagnostics.self) { try text(template, values) }
        } else {
            #expect(try text(template, values) == expected)
        }
    }

    @Test(
        "what is wrong with a template is told at its place, before any row",
        arguments: [
            ("a\n {{ nam }}", ["2:5 no parameter is called `nam`"]),
            ("{{ name", ["1:1 `{{` is never closed"]),
            ("é{% if name %}", ["1:5 `{% if %}` is never closed"]),
            ("x\n{% endif %}", ["2:4 `{% endif %}` closes nothing"]),
            ("{% fi name %}", ["1:4 unknown directive `fi`"]),
            ("{{ }}", ["1:4 an expression is missing"]),
            ("{% for in name %}{% endfor %}", ["1:8 `for` needs a name, `in` and a list"]),
            ("{% case name %}x{% when 1 %}{% endcase %}", ["1:4 text stands between `case` and its first `when`"]),
            ("{{ datum.name }}", ["1:4 a template has no `datum`"]),
            ("{{ a }}\n{{ b }}", ["1:4 no parameter is called `a`", "2:4 no parameter is called `b`"]),
            ("{% for x in name %}{% endfor %}{{ x }}", ["1:35 no parameter is called `x`"]),
        ])
    func mistakes(_ template: String, _ expected: [String]) {
        #expect(told { _ = try Template(Array(template.utf8), file: "t", names: ["name"]) } == expected)
    }

    @Test(
        "what a row leaves open is told at its place",
        arguments: [
            ("\n{{ none }}", ["2:4 the value is null"]),
            ("{{ 0 / 0 }}", ["1:4 the value is no finite number"]),
            ("{% case name %}{% when 'b' %}{% endcase %}", ["1:9 no `when` fits `Ada`"]),
            ("{% for x in name %}{% endfor %}", ["1:13 `for` needs a list, not `Ada`"]),
        ])
    func openEnds(_ template: String, _ expected: [String]) {
        #expect(told { _ = try filled(template, ["name": .string("Ada"), "none": .null]) } == expected)
    }

    @Test("loops end: turns and text are bounded, and so is nesting")
    func bounds() {
        let values: [String: DataValue] = ["n": .array((0..<1000).map { .number(Double($0)) })]
        let nested = "{% for a in n %}{% for b in n %}{% for c in n %}x{% endfor %}{% endfor %}{% endfor %}"
        #expect(told { _ = try filled(nested, values) }.contains { $0.contains("100000 turns") })
        let long = "{% for a in n %}" + String(repeating: "x", count: 100_000) + "{% endfor %}"
        #expect(told { _ = try filled(long, values) }.contains { $0.contains("32 MiB") })
        let many =
            "{% for a in n %}{% for b in [1,2,3,4,5,6,7,8,9,10] %}"
            + String(repeating: "{{ b }}", count: 10) + "{% endfor %}{% endfor %}"
        #expect(told { _ = try filled(many, values) }.contains { $0.contains("65534 values") })
        let deep = String(repeating: "{% if n %}", count: 100_000) + String(repeating: "{% endif %}", count: 100_000)
        #expect(told { _ = try filled(deep, values) }.contains { $0.contains("deeper than 64") })
    }

    @Test("no text, however broken, makes the reader fail otherwise than by telling", arguments: 0..<200)
    func mutants(_ seed: Int) {
        let pieces = [
            "{{", "}}", "{%", "%}", "{#", "#}", " name ", "if ", "endif", "for x in ", "'", "\"", "\\", "\n", "é",
            "case",
        ]
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = ""
        for _ in 0..<24 {
            state ^= state << 13; state ^= state >> 7; state ^= state << 17
            text += pieces[Int(state % UInt64(pieces.count))]
        }
        do {
            let values: [String: DataValue] = ["name": .string("v")]
            _ = try filled(text, values)
        } catch let problems as Diagnostics {
            #expect(problems.hasErrors && problems.all.allSatisfy { $0.location != nil })
        } catch { Issue.record("\(error)") }
    }
}

@Suite("Values in their places")
struct FillingTests {
    /// What people and their enemies write into tables.
    static let hostile = [
        "\"; x: y", "'", "a\nb: c\n# d", "<script>alert(1)</script>", "{{ name }}", "{% if 1 %}", "*a* [b](c) `d`",
        "| a | b |", "&amp;", "- x", "# h", "\\", "\u{202E}abc", "---", "!include x", "&a *a", "]}", "](javascript:x)",
        "![](/etc/passwd)", "[^1]", "~", "true", "1e3", "\u{10FFFD}", "", " ",
    ]

    @Test("no value breaks out of YAML", arguments: hostile)
    func yaml(_ value: String) throws {
        let template =
            "title: {{ name }}\nsub: \"x {{ name }} y\"\nlist: [{{ name }}, 'q{{ name }}']\nblock: |\n  {{ name }}\n"
        let root = try filled(template, ["name": .string(value)]).document(file: "f.yaml").root
        #expect(root.object?.keys == ["title", "sub", "list", "block"])
        #expect(root["title"]?.string == value && root["sub"]?.string == "x \(value) y")
        #expect(root["list"]?.array?.map(\.string) == [value, "q\(value)"])
        #expect(root["block"]?.string == value + "\n")
    }

    @Test("no value breaks out of JSON, in a string or without", arguments: hostile)
    func json(_ value: String) throws {
        let template = "{\"a\": \"{{ name }}\", \"b\": {{ name }}, \"c\": \"q\\\"{{ name }}\"}"
        let root = try filled(template, ["name": .string(value)], file: "f.json").document(file: "f.json").root
        #expect(root.object?.keys == ["a", "b", "c"])
        #expect(root["a"]?.string == value && root["b"]?.string == value && root["c"]?.string == "q\"\(value)")
    }

    @Test("no value breaks out of Markdown", arguments: hostile)
    func markdown(_ value: String) throws {
        let template =
            "---\ntitle: {{ name }}\n---\n# H {{ name }}\n\nA {{ name }} *b{{ name }}* `c{{ name }}`\n\n"
            + "| x |\n|---|\n| {{ name }} |\n"
        let document = try filled(template, ["name": .string(value)]).markdown(file: "r.md")
        #expect(document.frontMatter?.object?.keys == ["title"] && document.frontMatter?["title"]?.string == value)
        #expect(document.blocks.count == 3)
        guard case .heading(1, let heading) = document.blocks[0].content,
            case .paragraph(let inlines) = document.blocks[1].content,
            case .table(let table) = document.blocks[2].content
        else {
            Issue.record("other blocks")
            return
        }
        #expect(heading.map(\.plainText).joined() == "H \(value)")
        #expect(inlines.map(\.plainText).joined() == "A \(value) b\(value) c\(value)")
        #expect(inlines.count == 4)
        #expect(table.rows.count == 1 && table.rows[0].cells[0].map(\.plainText).joined() == value)
    }

    @Test("a text that is a value keeps the value's type; as a part of a text it is written")
    func types() throws {
        let values: [String: DataValue] = [
            "n": .number(3), "t": .boolean(true), "l": .array([.string("a"), .number(1)]),
        ]
        let root = try filled("a: {{ n }}\nb: {{ t }}\nc: {{ l }}\nd: '{{ n }}'\ne: n{{ n }}\n{{ t }}: k\n", values)
            .document(file: "f.yaml").root
        #expect(root["a"]?.number == 3 && root["b"]?.boolean == true && root["d"]?.number == 3)
        #expect(root["c"]?.array?.count == 2 && root["e"]?.string == "n3" && root["true"]?.string == "k")
    }

    @Test(
        "a value in an expression or a query is a literal of it",
        arguments: [
            ("filter", "datum.x == '{{ v }}'", "datum.x == 'O\\'Brien \\\\'"),
            ("filter", "datum.x == {{ v }}", "datum.x == \"O'Brien \\\\\""),
            ("calculate", "{{ n }} * 2 + \"{{ v }}\"", "5 * 2 + \"O\\'Brien \\\\\""),
            ("query", "SELECT * FROM data WHERE x = '{{ v }}'", "SELECT * FROM data WHERE x = 'O''Brien \\'"),
            ("query", "SELECT {{ n }}, {{ v }}", "SELECT 5, 'O''Brien \\'"),
            ("href", "https://a.org/{{ v }}", "https://a.org/O%27Brien%20%5C"),
            ("title", "{{ v }}", "O'Brien \\"),
        ])
    func contexts(_ key: String, _ template: String, _ expected: String) throws {
        let values: [String: DataValue] = ["v": .string("O'Brien \\"), "n": .number(5)]
        let text = "\(key): |-\n  \(template)\n"
        #expect(try filled(text, values).document(file: "f.yaml").root[key]?.string == expected)
    }

    @Test(
        "a value leads to no other file and no other address",
        arguments: [
            ("url: data/{{ v }}.csv", "../../etc/passwd"), ("url: {{ v }}", "/etc/passwd"), ("url: {{ v }}", ".."),
            ("url: x{{ v }}", "a\\b"), ("url: {{ v }}", "a\0b"), ("theme: {{ v }}", "../x.yaml"),
            ("href: {{ v }}", "javascript:alert(1)"), ("href: {{ v }}", "data:text/html,x"), ("url: a{{ v }}", ""),
            ("title: {{ v }}", "{fact:x}"), ("title: 'a {{ v }}'", "{fact:x}"),
        ])
    func refused(_ template: String, _ value: String) throws {
        let text = try filled("a: 1\n" + template, ["v": .string(value)])
        let problems = told { _ = try text.document(file: "f.yaml") }
        #expect(problems.count == 1 && problems[0].hasPrefix("2:"), "\(problems)")
    }

    @Test("pictures and links of Markdown refuse them too")
    func addresses() throws {
        for (template, value) in [
            ("![]({{ v }}.png)", "../x"), ("![](a/{{ v }})", ".."), ("[a]({{ v }})", "javascript:alert(1)"),
        ] {
            let text = try filled(template, ["v": .string(value)])
            #expect(throws: Diagnostics.self) { try text.markdown(file: "r.md") }
        }
        let plain = try filled("[a](https://x.org/{{ v }}?b) [](fact:p/{{ v }})", ["v": .string("a/b")])
        guard case .paragraph(let inlines) = try plain.markdown(file: "r.md").blocks[0].content,
            case .link(let first, _) = inlines[0].content, case .link(let second, _) = inlines[2].content
        else {
            Issue.record("no links")
            return
        }
        #expect(first == "https://x.org/a%2Fb?b" && second == "fact:p/a/b")
    }

    @Test("labels of the front matter are Markdown, and values in them are not")
    func labels() throws {
        let text = try filled(
            "---\nkey_figures:\n  - {fact: a, label: '*x* {{ v }}'}\n---\n", ["v": .string("*y* <b>")])
        let label = try text.markdown(file: "r.md").frontMatter?["key_figures"]?.array?[0]["label"]?.string
        #expect(label == "*x* \\*y\\* \\<b\\>")
    }

    @Test("places are the template's: after values, conditions and loops, in lines and columns")
    func places() throws {
        let template =
            "a: {{ v }} \nb: [\"é{{ v }}\", x]\n{% if v %}\n{% for i in [1, 2, 3] %}\nk{{ i }}: v\n{% endfor %}\n"
            + "{% endif %}\nlast: 1\n"
        let root = try filled(template, ["v": .string("long value")]).document(file: "f.yaml").root
        let members = root.object?.members ?? []
        #expect(members.map(\.key) == ["a", "b", "k1", "k2", "k3", "last"])
        #expect(members.map(\.keyLocation.line) == [1, 2, 5, 5, 5, 8])
        #expect(root["b"]?.array?[1].location == SourceLocation(line: 2, column: 17))
        let broken = try filled("a: {{ v }}\nb: [x\nc: d\n", ["v": .string("x")])
        #expect(told { _ = try broken.document(file: "f.yaml") }.first?.hasPrefix("3:") == true)
    }
}
