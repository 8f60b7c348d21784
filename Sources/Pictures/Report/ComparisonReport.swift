import Documents
import SceneGraph

/// Comparisons as one HTML file that needs nothing else: every failure with the expected picture, the actual one and
/// their difference, what changed in words, and boxes that show where. It works offline, by keyboard and by ear.
public enum ComparisonReport {
    /// - Parameters:
    ///   - comparisons: passed ones are listed, failed ones shown.
    ///   - acceptance: the command that makes every actual picture the expected one; nil where there is none.
    ///   - acceptanceOf: the command that does so for one comparison; nil where there is none.
    public static func html(
        of comparisons: [PictureComparison], title: String, acceptance: String? = nil,
        acceptanceOf: (PictureComparison) -> String? = { _ in nil }
    ) -> String {
        let failed = comparisons.filter { !$0.passes }
        let passed = comparisons.filter(\.passes)
        var page = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        page += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        page +=
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
            + "'unsafe-inline'; script-src 'unsafe-inline'\">\n"
        page +=
            "<title>\(failed.count) failed – "
            + "\(escaped(title))</title>\n<style>\(ReportPage.style)</style>\n</head>\n<body>\n"
        page += "<header><h1>\(escaped(title))</h1>\n<p>\(passed.count) passed, \(failed.count) failed.</p>\n"
        if !failed.isEmpty {
            page +=
                "<p class=\"keys\">Keys: <kbd>J</kbd> and <kbd>K</kbd> next and previous, <kbd>1</kbd> side by side, "
                + "<kbd>2</kbd> slider, <kbd>3</kbd> blink, <kbd>4</kbd> difference, <kbd>A</kbd> copy the "
                + "command that accepts the picture.</p>\n"
            if let acceptance {
                page +=
                    "<p>If all the new pictures are right: "
                    + "\(command(acceptance, "Copy the command that accepts all"))</p>\n"
            }
        }
        page += "</header>\n<p id=\"said\" role=\"status\"></p>\n<main>\n"
        if failed.count > 1 {
            page += "<nav aria-label=\"Failures\"><ol>\n"
            for (index, comparison) in failed.enumerated() {
                page += "<li><a href=\"#f\(index + 1)\">\(escaped(comparison.name))</a></li>\n"
            }
            page += "</ol></nav>\n"
        }
        for (index, comparison) in failed.enumerated() {
            page += section(comparison, number: index + 1, acceptance: acceptanceOf(comparison))
        }
        if !passed.isEmpty {
            page += "<details><summary>\(passed.count) passed</summary>\n<ul>\n"
            for comparison in passed {
                let words = comparison.lines.last.map { ": \($0)" } ?? ""
                page += "<li>\(escaped(comparison.name + words))</li>\n"
            }
            page += "</ul></details>\n"
        }
        page += "</main>\n<script>\(ReportPage.script)</script>\n</body>\n</html>\n"
        return page
    }

    private static func section(_ comparison: PictureComparison, number: Int, acceptance: String?) -> String {
        let name = escaped(comparison.name)
        var html =
            "<section id=\"f\(number)\" tabindex=\"-1\" aria-labelledby=\"f\(number)h\">\n<h2 "
            + "id=\"f\(number)h\">\(name)</h2>\n"
        html += "<ul class=\"changes\">\n"
        let changes = comparison.scene?.changes ?? []
        for (index, line) in comparison.lines.enumerated() {
            let boxes = index < changes.count && comparison.problem == nil ? changes[index] : nil
            if let boxes, comparison.sceneSize != nil, !(boxes.expectedBounds + boxes.actualBounds).isEmpty {
                html +=
                    "<li><button type=\"button\" class=\"show\" data-change=\"\(index)\" "
                    + "aria-pressed=\"false\">\(escaped(line))</button></li>\n"
            } else {
                html += "<li>\(escaped(line))</li>\n"
            }
        }
        html += "</ul>\n"
        if let acceptance {
            html +=
                "<p class=\"accept\">If it is right: "
                + "\(command(acceptance, "Copy the command that accepts \(comparison.name)"))</p>\n"
        }
        let expected = figure("Expected", comparison.expectedPNG, comparison, changes, \.expectedBounds)
        let actual = figure("Actual", comparison.actualPNG, comparison, changes, \.actualBounds)
        if comparison.expectedPNG != nil, comparison.actualPNG != nil {
            html += "<div class=\"views\" role=\"group\" aria-label=\"How to look at \(name)\">"
            for (view, words) in [
                ("side", "Side by side"), ("slider", "Slider"), ("blink", "Blink"), ("difference", "Difference"),
            ] {
                html +=
                    "<button type=\"button\" data-view=\"\(view)\" aria-pressed=\"\(view == "side")\">\(words)</button>"
            }
            html +=
                "<label class=\"split\" hidden>Expected to the left of <input type=\"range\" min=\"0\" max=\"100\" "
                + "value=\"50\" aria-label=\"Where the expected picture ends, in per cent\"></label></div>\n"
        }
        html += "<div class=\"pictures side\">\n\(expected)\(actual)"
        html += figure("Difference", comparison.differencePNG, comparison, changes, \.actualBounds)
        return html + "</div>\n</section>\n"
    }

    /// A command with a button that copies it.
    private static func command(_ words: String, _ label: String) -> String {
        "<code>\(escaped(words))</code> <button type=\"button\" class=\"copy\" "
            + "aria-label=\"\(escaped(label))\">Copy</button>"
    }

    private static func figure(
        _ label: String, _ png: [UInt8]?, _ comparison: PictureComparison, _ changes: [SceneChange],
        _ bounds: KeyPath<SceneChange, [Rectangle]>
    ) -> String {
        guard let png else { return "" }
        var html = "<figure class=\"\(label.lowercased())\"><figcaption>\(label)</figcaption><div class=\"frame\">"
        html +=
            "<img alt=\"\(label) picture of \(escaped(comparison.name))\" src=\"data:image/png;base64,\(base64(png))\">"
        if let size = comparison.sceneSize, size.width > 0, size.height > 0 {
            for (index, change) in changes.prefix(200).enumerated() {
                for box in change[keyPath: bounds].prefix(100) {
                    func share(_ part: Double, _ whole: Double) -> String { plain(part / whole * 100) }
                    html +=
                        "<i aria-hidden=\"true\" data-change=\"\(index)\" "
                        + "style=\"left:\(share(box.minX, size.width))%;top:\(share(box.minY, size.height))%;"
                    html += "width:\(share(box.width, size.width))%;height:\(share(box.height, size.height))%\"></i>"
                }
            }
        }
        return html + "</div></figure>\n"
    }

    private static func escaped(_ text: String) -> String { XMLText.escaped(text) }
}
