import Documents
import Tables
import Testing

@testable import Expressions

/// `format`: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert 1.9.0.post1).
struct NumberFormatFunctionTests {
    @Test(arguments: [
        ("format(3.14159, '.2f')", "3.14"),
        ("format(2.5, '.0f')", "3"),
        ("format(-2.5, '.0f')", "−3"),
        ("format(0, '.3f')", "0.000"),
        ("format(1e20, '.0f')", "100000000000000000000"),
        ("format(1234567.891, ',.1f')", "1,234,567.9"),
        ("format('12', '.1f')", "12.0"),
        ("format(NaN, '.1f')", "NaN"),
        ("format(-0.001, '.2f')", "0.00"),
    ])
    func fixed(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("format(1234, 'd')", "1234"),
        ("format(1234.5, 'd')", "1235"),
        ("format(-1234, ',d')", "−1,234"),
        ("format(255, 'b')", "11111111"),
        ("format(255, 'o')", "377"),
        ("format(255, '#o')", "0o377"),
        ("format(255, '#X')", "0xFF"),
        ("format(42, '08d')", "00000042"),
        ("format(42, '_>6d')", "____42"),
        ("format(42, '_<6d')", "42____"),
        ("format(42, '_^6d')", "__42__"),
        ("format(-42, '_=6d')", "−___42"),
    ])
    func wholes(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("format(1234.5678, '.3r')", "1230"),
        ("format(0.00012345, '.2r')", "0.00012"),
        ("format(1234.5678, '.3g')", "1.23e+3"),
        ("format(1234567, '.3g')", "1.23e+6"),
        ("format(1234567, '.3~g')", "1.23e+6"),
        ("format(0.1, '.10~g')", "0.1"),
        ("format(1e-10, 'g')", "1.00000e-10"),
        ("format(1234.5678, '.2e')", "1.23e+3"),
        ("format(0.00012, '.1e')", "1.2e-4"),
    ])
    func significant(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("format(1500, 's')", "1.50000k"),
        ("format(1500, '.1s')", "2k"),
        ("format(1500, '~s')", "1.5k"),
        ("format(1234567, '.3s')", "1.23M"),
        ("format(0.0015, 's')", "1.50000m"),
        ("format(0.0000015, '.2~s')", "1.5µ"),
        ("format(1e24, '~s')", "1Y"),
        ("format(999.9, '.3s')", "1.00k"),
        ("format(-45000, '.2s')", "−45k"),
    ])
    func prefixed(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("format(5, '+')", "+5"),
        ("format(-5, '+')", "−5"),
        ("format(-5, '(')", "(5)"),
        ("format(5, '(')", "5"),
        ("format(5, ' ')", " 5"),
        ("format(0.256, '%')", "25.600000%"),
        ("format(0.256, '.1%')", "25.6%"),
        ("format(0.256, '.2p')", "26%"),
        ("format(12.5, '$.2f')", "$12.50"),
        ("format(-12.5, '$.2f')", "−$12.50"),
        ("format(12.5, '$,.2f')", "$12.50"),
    ])
    func signsAndShares(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
