import Documents
import Tables
import Testing

@testable import Expressions

/// Functions of texts: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert 1.9.0.post1).
struct TextFunctionTests {
    @Test(arguments: [
        ("upper('straße')", "STRASSE"),
        ("upper('éa')", "ÉA"),
        ("lower('ÀB')", "àb"),
        ("upper(12)", "12"),
        ("lower(true)", "true"),
        ("trim(' a b ')", "a b"),
        ("trim('x')", "x"),
        ("length('')", "0"),
        ("length('naïve')", "5"),
    ])
    func letters(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("substring('hello', 1)", "ello"),
        ("substring('hello', 3, 1)", "el"),
        ("substring('hello', -2)", "hello"),
        ("substring('hello', 0, 99)", "hello"),
        ("substring('hello', NaN, 2)", "he"),
        ("substring(12345, 1, 3)", "23"),
        ("slice('hello', 1)", "ello"),
        ("slice('hello', -3)", "llo"),
        ("slice('hello', 1, -1)", "ell"),
        ("slice('hello', 3, 1)", ""),
        ("slice('hello', 9)", ""),
    ])
    func parts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("indexof('banana', 'an')", "1"),
        ("indexof('banana', 'x')", "-1"),
        ("indexof('banana', '')", "0"),
        ("lastindexof('banana', 'an')", "3"),
        ("lastindexof('banana', 'x')", "-1"),
    ])
    func places(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("split('a-b-c', '-')", "a,b,c"),
        ("length(split('a-b-c', '-'))", "3"),
        ("split('a-b-c', '-', 1)", "a"),
        ("split('', '-')", ""),
        ("length(split('', '-'))", "1"),
        ("length(split('', ''))", "0"),
        ("split('abc', 'x')", "abc"),
        ("split('a1b2', /[0-9]/)", "a,b,"),
        ("length(split('a,,b', ','))", "3"),
        ("split('a, b;c', /[,;] */)", "a,b,c"),
    ])
    func splitting(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("pad('x', 4, 'ab', 'center')", "abxabab"),
        ("pad('x', 3, '')", "x  "),
        ("pad('x', 3)", "x  "),
        ("pad('x', 3, '.')", "x.."),
        ("pad('x', 4, '.', 'left')", "...x"),
        ("pad('x', 4, '.', 'center')", ".x.."),
        ("pad('x', 5, '.', 'center')", "..x.."),
        ("pad('long', 2, '.')", "long"),
        ("pad('x', 4, 'ab')", "xababab"),
        ("pad(7, 3, '0', 'left')", "007"),
        ("pad('', 2, '-')", "--"),
    ])
    func padding(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("truncate('abcdef', 3)", "ab…"),
        ("truncate('abcdef', 6)", "abcdef"),
        ("truncate('abcdef', 4, 'left')", "…def"),
        ("truncate('abcdef', 4, 'center')", "ab…f"),
        ("truncate('abcdef', 5, 'center')", "ab…ef"),
        ("truncate('abcdef', 3, 'right', '..')", "a.."),
        ("truncate('abcdef', 3, 'left', '')", "def"),
        ("truncate('abcdef', 1)", "…"),
        ("truncate(123456, 4)", "123…"),
    ])
    func truncating(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("replace('abc', '', '-')", "-abc"),
        (#"replace('abc', 'b', "$'")"#, "acc"),
        ("replace('abc', /b/, '$`')", "aac"),
        ("replace('x', /(x)/, '$10')", "x0"),
        ("replace('é!b', 'b', '[$&]')", "é![b]"),
        ("replace('a.b.c', '.', '-')", "a-b.c"),
        ("replace('abc', 'x', '-')", "abc"),
        ("replace('aaa', 'a', 'b')", "baa"),
        ("replace('abc', 'b', '[$&]')", "a[b]c"),
        ("replace('abc', 'b', '$$')", "a$c"),
        ("replace('abc', /[a-c]/g, 'x')", "xxx"),
        (#"replace('2020-03-04', /(\d+)-(\d+)-(\d+)/, '$3.$2.$1')"#, "04.03.2020"),
        ("replace('abc', /b/, '')", "ac"),
        ("replace('a b  c', / +/g, '_')", "a_b_c"),
    ])
    func replacing(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("parseFloat('2.5e3x')", "2500"),
        ("parseFloat('  7')", "7"),
        ("parseFloat('.5')", "0.5"),
        ("parseFloat('-.5')", "-0.5"),
        ("parseFloat('abc')", "NaN"),
        ("parseFloat('')", "NaN"),
        ("parseFloat('Infinity')", "Infinity"),
        ("parseFloat('1,5')", "1"),
        ("parseInt('12.9')", "12"),
        ("parseInt('-12')", "-12"),
        ("parseInt('0x1f')", "31"),
        ("parseInt('z', 36)", "35"),
        ("parseInt('101', 2)", "5"),
        ("parseInt('9', 8)", "NaN"),
        ("parseInt('')", "NaN"),
        ("parseInt(null)", "NaN"),
    ])
    func numbersOfTexts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("btoa('a')", "YQ=="),
        ("btoa('ab')", "YWI="),
        ("btoa('abc')", "YWJj"),
        ("btoa('')", ""),
        ("atob('YQ==')", "a"),
        ("atob('YWI=')", "ab"),
        ("atob('YWJj')", "abc"),
        ("atob(btoa('round trip'))", "round trip"),
    ])
    func base64(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
