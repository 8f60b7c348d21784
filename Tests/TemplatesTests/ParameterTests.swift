import Documents
import Expressions
import Tables
import Testing

@testable import Templates

private func parameters(_ matter: String) throws -> Parameters? {
    try Parameters(Array("---\ntitle: x\n\(matter)\n---\ntext\n".utf8), file: "r.md")
}

@Suite("Parameters")
struct ParameterTests {
    @Test("a report that declares none is no template")
    func none() throws {
        #expect(try parameters("date: 2026-01-01") == nil)
        #expect(try Parameters(Array("# params:\nparams: x".utf8), file: "r.md") == nil)
        #expect(try parameters("params: {}")?.declarations.isEmpty == true)
    }

    @Test(
        "cells become what is declared, or are told",
        arguments: [
            ("{type: string}", "036", "036"), ("{type: string}", "NA", "NA"),
            ("{type: string}", "", "!a value is missing"),
            ("{type: number}", "1.5e3", "1500"), ("{type: number}", "1,000", "!`1,000` is not a number"),
            ("{type: number}", "0x10", "!`0x10` is not a number"), ("{type: number}", "nan", "!`nan` is not a number"),
            ("{type: number}", "inf", "!`inf` is not a number"),
            ("{type: integer}", "7", "7"), ("{type: integer}", "7.5", "!`7.5` is not a whole number"),
            ("{type: boolean}", "yes", "true"), ("{type: boolean}", "0", "false"),
            ("{type: boolean}", "maybe", "!`maybe` is not true or false"),
            ("{type: array}", "a; b", "a,b"), ("{type: array}", "[\"x\", \"y;z\"]", "x,y;z"),
            ("{type: array, items: {type: number}}", "1;2", "1,2"),
            ("{type: array, items: {type: number}}", "1;b", "!`b` is not a number"),
            ("{enum: [en, ru]}", "ru", "ru"), ("{enum: [en, ru]}", "de", "!`de` is none of the values of `p`"),
            ("{type: integer, minimum: 3}", "2", "!`2` is below 3"),
            ("{type: integer, exclusiveMinimum: 3}", "3", "!`3` is not above 3"),
            ("{type: number, maximum: 3}", "3.5", "!`3.5` is above 3"),
            ("{type: integer, multipleOf: 5}", "12", "!`12` is no multiple of 5"),
            ("{type: string, pattern: '^[A-Z]{3}$'}", "fra", "!`fra` does not match `^[A-Z]{3}$`"),
            ("{type: string, minLength: 2}", "é", "!the text has 1 characters, fewer than 2"),
            ("{type: string, maxLength: 2}", "abc", "!the text has 3 characters, more than 2"),
            ("{type: [number, 'null']}", "", "null"), ("{default: 5}", "", "5"), ("{default: 5}", "6", "6"),
            ("{default: 5}", "x", "!`x` is not a number"), ("France", "", "France"),
            ("2020", "x", "!`x` is not a number"),
            ("{const: a}", "b", "!`b` is none of the values of `p`"),
        ])
    func cells(_ declaration: String, _ cell: String, _ expected: String) throws {
        let declared = try #require(try parameters("params:\n  p: \(declaration)")).declarations[0]
        do throws(Diagnostic) {
            #expect(try declared.value(of: .string(cell)).asText == expected)
        } catch { #expect("!" + error.message == expected) }
    }

    @Test(
        "a wrong declaration is told at its place",
        arguments: [
            ("params:\n  a-b: x", "4:3 `a-b` is no name for a parameter"),
            ("params:\n  a: {typ: string}", "4:7 unknown key `typ` in a parameter"),
            ("params:\n  a: {type: strin}", "4:13 `strin` is no type of a parameter"),
            ("params:\n  a: {type: integer, default: x}", "4:31 the default: `x` is not a whole number"),
            ("params:\n  a: {minimum: 5, default: 3}", "4:28 the default: `3` is below 5"),
            ("params:\n  a: {pattern: '('}", "4:16 `(` is no regular expression"),
            ("params: 3", "3:9 `params` is an object, not a number"),
            ("params:\n  loop: x", "4:3 `loop` is no name for a parameter"),
        ])
    func declarations(_ matter: String, _ expected: String) {
        #expect(told { _ = try parameters(matter) } == [expected])
    }

    @Test(
        "outputs are called by a pattern; no value leads out of the folder",
        arguments: [
            ("'{{ a }}/{{ b }}'", "fr", "Côte d'Ivoire", "fr/Côte-d-Ivoire"),
            ("profile-{{ b }}.pdf", "x", "a b", "profile-a-b"),
            ("{{ upper(a) }}", "fra", "", "FRA"), ("{{ b }}", "", "../../etc", "!"),
            ("{{ b }}", "", "/etc/passwd", "!"),
            ("{{ b }}", "", "..", "!"), ("x/{{ b }}", "", ".", "!"), ("{{ b }}", "", "", "!"),
            ("{{ b }}", "", "???", "!"),
            ("../{{ b }}", "", "x", "!"), ("/{{ b }}", "", "x", "!"), ("{{ b }}", "", ".hidden", "hidden"),
            ("{{ b }}", "", "a\\b", "!"), ("{{ b }}", "", "a\u{0}b", "!"), ("{{ b }}", "", "<script>", "script"),
            ("{{ b }}", "", String(repeating: "x", count: 300), "!"), ("{{ b }}", "", "中国", "中国"),
            ("{{ b }}", "", "con: a|b*c?", "con-a-b-c"),
        ])
    func outputs(_ pattern: String, _ a: String, _ b: String, _ expected: String) throws {
        let declared = try #require(try parameters("params: {a: x, b: y}\noutput: \(pattern)"))
        let environment = ExpressionEnvironment(values: ["a": .string(a), "b": .string(b)])
        do throws(Diagnostics) {
            #expect(try declared.output?.name(in: environment) == expected)
        } catch {
            #expect(expected == "!", "\(error)")
            #expect(error.all[0].location?.line == 4)
        }
    }

    @Test("a mistake in the pattern is told at its column")
    func patternPlaces() {
        #expect(
            told { _ = try parameters("params: {a: x}\noutput: \"{{ b }}\"") } == ["4:13 no parameter is called `b`"])
    }
}
