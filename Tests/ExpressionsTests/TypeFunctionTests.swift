import Documents
import Tables
import Testing

@testable import Expressions

/// Questions of kind, and conversions: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert
/// 1.9.0.post1).
struct TypeFunctionTests {
    @Test(arguments: [
        ("isArray([])", "true"),
        ("isArray('a')", "false"),
        ("isBoolean(false)", "true"),
        ("isBoolean(0)", "false"),
        ("isNumber(1)", "true"),
        ("isNumber('1')", "false"),
        ("isString('')", "true"),
        ("isString(1)", "false"),
        ("isObject({})", "true"),
        ("isObject(null)", "false"),
        ("isObject('a')", "false"),
        ("isValid(null)", "false"),
        ("isValid('')", "true"),
        ("isValid(NaN)", "false"),
        ("isValid(datum.nothing)", "false"),
        ("isDefined(null)", "true"),
        ("isDefined(datum.nothing)", "false"),
        ("isNaN(NaN)", "true"),
        ("isNaN(1)", "false"),
        ("isFinite(1)", "true"),
        ("isFinite(NaN)", "false"),
        ("isDate(datetime(2020, 0))", "true"),
        ("isDate(1)", "false"),
        ("isRegExp(/x/)", "true"),
        ("isRegExp('x')", "false"),
    ])
    func questions(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("toNumber('3')", "3"),
        ("toNumber('x')", "NaN"),
        ("toNumber('')", "null"),
        ("toNumber(null)", "null"),
        ("toNumber(true)", "1"),
        ("toNumber(' 5 ')", "5"),
        ("toNumber('1e3')", "1000"),
        ("toNumber('0x10')", "16"),
        ("toNumber([7])", "7"),
    ])
    func numbers(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("toBoolean('true')", "true"),
        ("toBoolean('false')", "false"),
        ("toBoolean('0')", "false"),
        ("toBoolean(0)", "false"),
        ("toBoolean(1)", "true"),
        ("toBoolean('')", "null"),
        ("toBoolean(null)", "null"),
        ("toBoolean('no')", "true"),
    ])
    func truth(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("toString(1.5)", "1.5"),
        ("toString(true)", "true"),
        ("toString(null)", "null"),
        ("toString('')", "null"),
        ("toString([1, 2])", "1,2"),
        ("toString({})", "[object Object]"),
        ("toString(0)", "0"),
        ("toString(-0)", "0"),
        ("toString(1e21)", "1e+21"),
    ])
    func texts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("toDate('2020-01-02')", "1577923200000"),
        ("toDate('')", "null"),
        ("toDate(null)", "null"),
        ("toDate(5)", "5"),
        ("toDate('2020-01-02T03:04:05Z')", "1577934245000"),
    ])
    func dates(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
