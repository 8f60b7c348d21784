import Documents
import Tables
import Testing

@testable import Expressions

/// Operators: what Node 20 makes of `String(expression)`, and the text mark of
/// `vl_convert.vega_to_scenegraph(spec)` (vl-convert 1.9.0.post1).
struct OperatorTests {
    @Test(arguments: [
        ("7 / 2", "3.5"),
        ("-7 / 2", "-3.5"),
        ("7 % -3", "1"),
        ("-0 + 0", "0"),
        ("0.1 * 3", "0.30000000000000004"),
        ("1e308 * 10", "Infinity"),
        ("2 * -'3'", "-6"),
        ("'6' / '2'", "3"),
        ("'9' - 4", "5"),
        ("5 - -5", "10"),
        ("+true", "1"),
        ("-'x'", "NaN"),
        ("-null", "0"),
        ("1 / -0", "-Infinity"),
        ("9007199254740992 + 1", "9007199254740992"),
        ("0.3 - 0.1", "0.19999999999999998"),
        ("1e16 + 1", "10000000000000000"),
        ("5 % 0", "NaN"),
    ])
    func arithmetic(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("1 + '2'", "12"),
        ("'a' + 1 + 2", "a12"),
        ("1 + 2 + 'a'", "3a"),
        ("[] + []", ""),
        ("[1] + 1", "11"),
        ("[1, [2, 3]] + ''", "1,2,3"),
        ("null + 'x'", "nullx"),
        ("true + 'x'", "truex"),
        ("{a: 1} + 'x'", "[object Object]x"),
        ("1.0 + ''", "1"),
        ("-0 + ''", "0"),
        ("1e21 + ''", "1e+21"),
        ("1e-7 + ''", "1e-7"),
        ("123456789.125 + ''", "123456789.125"),
    ])
    func joining(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("2 < 10", "true"),
        ("'2' < '10'", "false"),
        ("'2' < 10", "true"),
        ("'a' < 'B'", "false"),
        ("'a' < 'b'", "true"),
        ("'abc' < 'abd'", "true"),
        ("'' < 'a'", "true"),
        ("null < 1", "true"),
        ("null <= 0", "true"),
        ("null > 0", "false"),
        ("NaN < 1", "false"),
        ("NaN >= NaN", "false"),
        ("true > false", "true"),
        ("[2] > 1", "true"),
        ("'x' > 1", "false"),
        ("'é' > 'z'", "true"),
    ])
    func order(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("1 == '1'", "true"),
        ("0 == ''", "true"),
        ("0 == '0'", "true"),
        ("'' == '0'", "false"),
        ("null == 0", "false"),
        ("null == false", "false"),
        ("false == '0'", "true"),
        ("true == 1", "true"),
        ("true == 'true'", "false"),
        ("[1] == 1", "true"),
        ("[1,2] == '1,2'", "true"),
        ("NaN != NaN", "true"),
        ("'1.0' == 1", "true"),
        ("'a' != 'b'", "true"),
    ])
    func loosely(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("1 === '1'", "false"),
        ("1 === 1.0", "true"),
        ("null === null", "true"),
        ("null === 0", "false"),
        ("true === 1", "false"),
        ("'a' === 'a'", "true"),
        ("NaN === NaN", "false"),
        ("0 === -0", "true"),
        ("1 !== '1'", "true"),
        ("1 === true", "false"),
    ])
    func strictly(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("5 & 6", "4"),
        ("5 | 6", "7"),
        ("5 ^ 6", "3"),
        ("~0", "-1"),
        ("~-1", "0"),
        ("1 << 4", "16"),
        ("1 << 32", "1"),
        ("-1 >> 1", "-1"),
        ("-1 >>> 31", "1"),
        ("3000000000 | 0", "-1294967296"),
        ("3000000000 >> 0", "-1294967296"),
        ("4294967296 | 0", "0"),
        ("1.9 | 0", "1"),
        ("-1.9 | 0", "-1"),
        ("'7' & 3", "3"),
        ("null | 2", "2"),
        ("NaN | 0", "0"),
    ])
    func bits(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("!0", "true"),
        ("!''", "true"),
        ("!'a'", "false"),
        ("![]", "false"),
        ("!null", "true"),
        ("!!NaN", "false"),
        ("!-0", "true"),
        ("'' || 'b'", "b"),
        ("0 || null", "null"),
        ("'a' && ''", ""),
        ("null && 1", "null"),
        ("0 && 1", "0"),
        ("1 && 'x'", "x"),
        ("'' || 0 || 'z'", "z"),
        ("true ? 1 : 2", "1"),
        ("'' ? 1 : 2", "2"),
        ("'0' ? 1 : 2", "1"),
        ("[] ? 1 : 2", "1"),
        ("0 ? 1 : null ? 2 : 3", "3"),
    ])
    func truth(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("2 * 3 + 4 * 5", "26"),
        ("10 - 4 - 3", "3"),
        ("2 + 3 < 6", "true"),
        ("1 + 1 == 2", "true"),
        ("!1 == 0", "true"),
        ("-2 * -3", "6"),
        ("1 < 2 == true", "true"),
        ("4 | 2 & 1", "4"),
        ("1 || 0 && 0", "1"),
        ("true && false || true", "true"),
        ("1 + 2 + '3' + 4", "334"),
        ("6 / 2 * 3", "9"),
        ("-'2' + 3", "1"),
        ("~1 + 1", "-1"),
    ])
    func precedence(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("datum.o.x", "1"),
        ("datum.o['y z']", "w"),
        ("datum['o']['x']", "1"),
        ("datum.arr[0]", "3"),
        ("datum.arr[9]", "undefined"),
        ("datum.arr['1']", "1"),
        ("datum.arr.length", "3"),
        ("datum.s.length", "12"),
        ("datum.s[0]", "H"),
        ("datum.s[99]", "undefined"),
        ("datum.nothing", "undefined"),
        ("datum.n", "null"),
        ("[10, 20][1]", "20"),
        ("{a: {b: 3}}.a.b", "3"),
        ("{'a b': 4}['a b']", "4"),
        ("[[1, 2], [3]][1][0]", "3"),
        ("'abc'[1]", "b"),
        ("datum['a' + '']", "5"),
    ])
    func members(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("0x1F", "31"),
        ("1e3", "1000"),
        ("1.5e-3", "0.0015"),
        (".5", "0.5"),
        ("5.", "5"),
        ("0.000001", "0.000001"),
        ("0.0000001", "1e-7"),
        ("100000000000000000000", "100000000000000000000"),
        ("1e21", "1e+21"),
        (#"'it\'s'"#, "it's"),
        (#""say \"x\"""#, #"say "x""#),
        (#"'a\u00e9b'"#, "aéb"),
        (#"'a\x41b'"#, "aAb"),
        ("null", "null"),
        ("true", "true"),
        ("[1, 'a', null, true]", "1,a,,true"),
        ("[]", ""),
        ("[[]]", ""),
    ])
    func literals(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
