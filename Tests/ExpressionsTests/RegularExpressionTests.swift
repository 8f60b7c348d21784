import Documents
import Tables
import Testing

@testable import Expressions

/// Regular expressions: what Node 20 has of `RegExp`, and the text mark of `vl_convert.vega_to_scenegraph(spec)`
/// (vl-convert 1.9.0.post1).
struct RegularExpressionTests {
    @Test(arguments: [
        ("test(/^[a-c]+$/, 'abcabc')", "true"),
        ("test(/^[a-c]+$/, 'abd')", "false"),
        ("test(/[^0-9]/, '123')", "false"),
        ("test(/[^0-9]/, '12x')", "true"),
        (#"test(/^\d{3}$/, '123')"#, "true"),
        (#"test(/^\w+$/, 'a_1')"#, "true"),
        (#"test(/^\w+$/, 'a-1')"#, "false"),
        (#"test(/\s/, 'a b')"#, "true"),
        (#"test(/^\S+$/, 'a b')"#, "false"),
        (#"test(/^\D+$/, 'abc')"#, "true"),
        ("test(/^.$/, 'x')", "true"),
        ("test(/[.]/, 'x')", "false"),
        (#"test(/[\]]/, ']')"#, "true"),
        ("test(/[a-]/, '-')", "true"),
        (#"test(/[\-x]/, '-')"#, "true"),
        (#"test(/\./, 'x')"#, "false"),
    ])
    func classes(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("replace('aaaa', /a{2}/, 'x')", "xaa"),
        ("replace('aaaa', /a{2,3}/, 'x')", "xa"),
        ("replace('aaaa', /a{3,}/, 'x')", "x"),
        ("replace('aaaa', /a+?/, 'x')", "xaaa"),
        ("replace('aaaa', /a*?/, 'x')", "xaaaa"),
        ("replace('<a><b>', /<.+>/, 'x')", "x"),
        ("replace('<a><b>', /<.+?>/, 'x')", "x<b>"),
        ("test(/^colou?r$/, 'color')", "true"),
        ("test(/^colou?r$/, 'colouur')", "false"),
        ("test(/^a{,2}$/, 'a{,2}')", "true"),
        ("test(/^(ab)*$/, 'ababab')", "true"),
        ("test(/^(ab)*$/, 'aba')", "false"),
    ])
    func repeats(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("test(/^b/, 'ab')", "false"),
        ("test(/b$/, 'ab')", "true"),
        (#"replace('a cat concat', /\bcat\b/, 'dog')"#, "a dog concat"),
        (#"replace('concat', /\Bcat/, 'dog')"#, "condog"),
        ("test(/^$/, '')", "true"),
        ("replace('abc', /^/, '>')", ">abc"),
        ("replace('abc', /$/, '<')", "abc<"),
        ("replace('abc', /$/g, '<')", "abc<"),
        (#"replace('a b', /\b/g, '|')"#, "|a| |b|"),
        ("test(/$/, 'abc')", "true"),
        (#"test(/\B/, 'abc')"#, "true"),
    ])
    func places(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("replace('b', /a|b|c/, 'x')", "x"),
        ("replace('abcd', /ab|abcd/, 'x')", "xcd"),
        ("test(/^(cat|dog)s?$/, 'dogs')", "true"),
        ("test(/^(cat|dog)s?$/, 'cows')", "false"),
        ("replace('x', /(a)|(x)/, '[$1$2]')", "[x]"),
        ("replace('ab', /(?:a)(b)/, '<$1>')", "<b>"),
        ("test(/^(a|)$/, '')", "true"),
    ])
    func alternatives(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("test(/ABC/i, 'abc')", "true"),
        ("test(regexp('É', 'i'), 'é')", "true"),
        ("replace('aAa', /a/gi, 'x')", "xxx"),
        (#"test(regexp('^b', 'm'), 'a\nb')"#, "true"),
        (#"test(regexp('a.b', 's'), 'a\nb')"#, "true"),
        (#"test(regexp('a.b'), 'a\nb')"#, "false"),
        ("replace('ab12', regexp('[0-9]', 'g'), '#')", "ab##"),
        ("test('b+', 'abbb')", "true"),
    ])
    func flags(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        (#"test(/\u0041/, 'A')"#, "true"),
        (#"test(/\x41/, 'A')"#, "true"),
        (#"test(/\t/, '\t')"#, "true"),
        (#"test(/\$/, '$')"#, "true"),
        (#"test(/\//, '/')"#, "true"),
        (#"test(/[\d.]+$/, '1.5')"#, "true"),
        (#"test(/[\s,]/, 'a,b')"#, "true"),
        (#"test(/[\u00e0-\u00ff]/, 'é')"#, "true"),
        (#"test(regexp('\\d'), '7')"#, "true"),
    ])
    func escapes(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
