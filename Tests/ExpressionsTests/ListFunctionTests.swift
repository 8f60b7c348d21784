import Documents
import Tables
import Testing

@testable import Expressions

/// Functions of lists and objects: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert 1.9.0.post1).
struct ListFunctionTests {
    @Test(arguments: [
        ("length([])", "0"),
        ("length([1, [2, 3]])", "2"),
        ("length({length: 4})", "4"),
        ("indexof([1, 2, 1], 1)", "0"),
        ("lastindexof([1, 2, 1], 1)", "2"),
        ("indexof(['a', 'b'], 'c')", "-1"),
        ("indexof([1, 2], '1')", "-1"),
        ("inrange(1, [0, 1])", "true"),
        ("inrange(1, [0, 1], true, false)", "false"),
        ("inrange(0, [0, 1], false, true)", "false"),
        ("inrange(2, [3, 1])", "true"),
        ("peek([7, 8])", "8"),
    ])
    func lengthAndPlaces(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("join(['a', 'b'], '/')", "a/b"),
        ("join(['a', 'b'])", "a,b"),
        ("join([], '-')", ""),
        ("join([1, [2, 3]], '-')", "1-2,3"),
        ("join([null, 1], '-')", "-1"),
    ])
    func joining(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("sort([10, 9, 1])", "1,9,10"),
        ("sort(['b', 'A', 'a'])", "A,a,b"),
        ("sort([])", ""),
        ("reverse([1, 'a', null])", ",a,1"),
        ("reverse(sort([2, 3, 1]))", "3,2,1"),
        ("sort([true, false])", "false,true"),
    ])
    func order(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("extent([5])", "5,5"),
        ("extent([2, 'x', 7])", "2,7"),
        ("span([2, 9])", "7"),
        ("span([9, 2])", "-7"),
        ("span([])", "0"),
        ("lerp([0, 100], 0.5)", "50"),
        ("lerp([10, 20], 1.5)", "25"),
        ("lerp([10, 20], 0)", "10"),
    ])
    func spans(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("sequence(0)", ""),
        ("sequence(3)", "0,1,2"),
        ("sequence(2, 5)", "2,3,4"),
        ("sequence(0, 1, 0.25)", "0,0.25,0.5,0.75"),
        ("sequence(3, 0, -1)", "3,2,1"),
        ("sequence(3, 0)", ""),
        ("length(sequence(100))", "100"),
    ])
    func sequences(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("slice([1, 2, 3, 4], 2)", "3,4"),
        ("slice([1, 2, 3, 4], -2)", "3,4"),
        ("slice([1, 2, 3, 4], 0, -1)", "1,2,3"),
        ("slice([1, 2], 5)", ""),
        ("pluck([{a: 1}, {a: 2}, {}], 'a')", "1,2,"),
        ("pluck([{a: {b: 3}}], 'a.b')", "3"),
        ("merge({a: 1, b: 2}, {b: 3}).b", "3"),
        ("merge({a: 1}, {b: 2}).a", "1"),
        ("merge({a: 1}).a", "1"),
    ])
    func parts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("bandspace(4)", "4"),
        ("bandspace(4, 0.2)", "3.8"),
        ("bandspace(4, 0.2, 0.1)", "4"),
        ("bandspace(1, 0.5, 0)", "0.5"),
        ("bandspace(1, 1, 0)", "1"),
        ("bandspace(0)", "0"),
    ])
    func bandSpace(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
