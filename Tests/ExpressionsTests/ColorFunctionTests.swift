import Documents
import Tables
import Testing

@testable import Expressions

/// Colours: the text mark of `vl_convert.vega_to_scenegraph(spec)` (vl-convert 1.9.0.post1).
struct ColorFunctionTests {
    @Test(arguments: [
        ("rgb('red')", "rgb(255, 0, 0)"),
        ("rgb('#123')", "rgb(17, 34, 51)"),
        ("rgb('#12345678')", "rgba(18, 52, 86, 0.47058823529411764)"),
        ("rgb(300, -5, 12.6)", "rgb(255, 0, 13)"),
        ("rgb(1, 2, 3, 0.5)", "rgba(1, 2, 3, 0.5)"),
        ("rgb('nonsense')", "rgb(0, 0, 0)"),
        ("rgb('rgb(10%, 20%, 30%)')", "rgb(26, 51, 77)"),
        ("rgb('transparent')", "rgba(0, 0, 0, 0)"),
    ])
    func redGreenBlue(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("hsl('red')", "rgb(255, 0, 0)"),
        ("hsl('#808080')", "rgb(128, 128, 128)"),
        ("hsl(120, 1, 0.5)", "rgb(0, 255, 0)"),
        ("hsl(480, 1, 0.5)", "rgb(0, 255, 0)"),
        ("hsl(0, 0, 0.5)", "rgb(128, 128, 128)"),
        ("hsl(210, 0.5, 0.4, 0.3)", "rgba(51, 102, 153, 0.3)"),
    ])
    func hueSaturationLightness(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("lab('white')", "rgb(255, 255, 255)"),
        ("lab('black')", "rgb(0, 0, 0)"),
        ("lab(50, 0, 0)", "rgb(119, 119, 119)"),
        ("lab(70, 40, -40)", "rgb(215, 144, 245)"),
        ("hcl('red')", "rgb(255, 0, 0)"),
        ("hcl(30, 50, 60)", "rgb(220, 111, 103)"),
        ("hcl(390, 50, 60)", "rgb(220, 111, 103)"),
    ])
    func perceptual(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }

    @Test(arguments: [
        ("luminance('black')", "0"),
        ("luminance('white')", "1"),
        ("luminance('#777')", "0.184474994500441"),
        ("contrast('black', 'white')", "21"),
        ("contrast('#777', 'white')", "4.478089453577214"),
        ("contrast('red', 'red')", "1"),
    ])
    func contrasts(_ expression: String, _ wanted: String) throws { try expect(expression, is: wanted) }
}
