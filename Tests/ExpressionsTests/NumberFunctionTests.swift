import Documents
import Tables
import Testing

@testable import Expressions

/// Functions of numbers: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert 1.9.0.post1).
struct NumberFunctionTests {
    @Test(arguments: [
        ("abs(-2.5)", "2.5"),
        ("abs('-3')", "3"),
        ("abs(null)", "0"),
        ("ceil(-1.5)", "-1"),
        ("ceil(1.0001)", "2"),
        ("floor(1.9999)", "1"),
        ("floor(-0.5)", "-1"),
        ("round(1.5)", "2"),
        ("round(-1.5)", "-1"),
        ("round(2.4999)", "2"),
        ("round(1e20)", "100000000000000000000"),
        ("round('2.6')", "3"),
        ("round(NaN)", "NaN"),
    ])
    func rounding(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("sqrt(-1)", "NaN"),
        ("sqrt(0)", "0"),
        ("sqrt('16')", "4"),
        ("pow(2, -1)", "0.5"),
        ("pow(0, 0)", "1"),
        ("pow(-8, 1/3)", "NaN"),
        ("pow(1, 1/0)", "NaN"),
        ("exp(0)", "1"),
        ("exp(-1)", "0.36787944117144233"),
        ("log(0)", "-Infinity"),
        ("log(-1)", "NaN"),
        ("log(E)", "1"),
        ("hypot(3, 4)", "5"),
        ("hypot(1, 2, 2)", "3"),
    ])
    func powersAndRoots(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("sin(0)", "0"),
        ("sin(PI / 2)", "1"),
        ("cos(PI)", "-1"),
        ("cos(0)", "1"),
        ("tan(0)", "0"),
        ("asin(1)", "1.5707963267948966"),
        ("acos(1)", "0"),
        ("acos(2)", "NaN"),
        ("atan(1)", "0.7853981633974483"),
        ("atan2(0, -1)", "3.141592653589793"),
        ("atan2(-1, 0)", "-1.5707963267948966"),
        ("round(1000 * sin(1))", "841"),
    ])
    func angles(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("min(3, 1, 2)", "1"),
        ("max(3, 1, 2)", "3"),
        ("min('10', 9)", "9"),
        ("max(1, NaN)", "NaN"),
        ("min(1, null)", "0"),
        ("max(-1, null)", "0"),
        ("max([4])", "4"),
        ("min()", "Infinity"),
        ("max()", "-Infinity"),
        ("clamp(5, 0, 3)", "3"),
        ("clamp(-5, 0, 3)", "0"),
        ("clamp(2, 0, 3)", "2"),
        ("clamp(NaN, 0, 3)", "NaN"),
        ("clamp('7', 0, 3)", "3"),
    ])
    func leastAndGreatest(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("PI", "3.141592653589793"),
        ("E", "2.718281828459045"),
        ("LN2", "0.6931471805599453"),
        ("LN10", "2.302585092994046"),
        ("LOG2E", "1.4426950408889634"),
        ("LOG10E", "0.4342944819032518"),
        ("SQRT1_2", "0.7071067811865476"),
        ("SQRT2", "1.4142135623730951"),
        ("MIN_VALUE", "5e-324"),
        ("MAX_VALUE", "1.7976931348623157e+308"),
    ])
    func constants(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("cumulativeNormal(0)", "0.5"),
        ("cumulativeNormal(1, 1, 2)", "0.5"),
        ("cumulativeNormal(-3)", "0.001349898031630115"),
        ("densityNormal(1)", "0.24197072451914337"),
        ("densityNormal(3, 3, 2)", "0.19947114020071635"),
        ("quantileNormal(0.5)", "0"),
        ("quantileNormal(0.9, 10, 2)", "12.563103131089202"),
        ("quantileNormal(0)", "-Infinity"),
        ("quantileNormal(1)", "Infinity"),
        ("quantileNormal(2)", "NaN"),
    ])
    func normalDistribution(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("cumulativeLogNormal(2)", "0.7558914042144171"),
        ("cumulativeLogNormal(0)", "0"),
        ("densityLogNormal(1)", "0.3989422804014327"),
        ("quantileLogNormal(0.25)", "0.5094162838632775"),
        ("quantileLogNormal(0.9, 1, 0.5)", "5.159170355622593"),
        ("cumulativeUniform(5, 10)", "0.5"),
        ("cumulativeUniform(5, 0, 10)", "0.5"),
        ("cumulativeUniform(-1)", "0"),
        ("densityUniform(5, 0, 10)", "0.1"),
        ("densityUniform(50, 0, 10)", "0"),
        ("quantileUniform(0.25, 4, 8)", "5"),
    ])
    func otherDistributions(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    /// Means of samples lie near the mean of what they are samples of: within four standard errors.
    @Test(arguments: [
        ("sampleNormal(10, 2)", 10.0, 2.0), ("sampleUniform(4, 8)", 6, 1.155), ("sampleUniform(1)", 0.5, 0.289),
        ("random()", 0.5, 0.289), ("log(sampleLogNormal(3, 0.5))", 3, 0.5),
    ])
    func samples(_ expression: String, _ mean: Double, _ deviation: Double) throws {
        let values = try Expression(expression).values(over: Table(rowCount: 2_000), in: ExpressionEnvironment())
        let numbers = values.compactMap(\.number)
        #expect(Set(numbers).count > 1_900)
        let found = numbers.reduce(0, +) / Double(numbers.count)
        #expect((found - mean).magnitude < 4 * deviation / 2_000.0.squareRoot())
    }
}
