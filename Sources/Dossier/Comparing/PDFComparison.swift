import Files
import Documents
import Pictures
import Rendering

/// Two PDF files, page by page: their pictures, then their text and their structure, by Poppler's tools.
struct PDFComparison {
    var expected: String
    var actual: String
    var comparer: PictureComparer

    /// Pixels per inch that pages are held against each other at: one a figure unit.
    private static let resolution = 96.0
    /// Poppler's pictures have no longer side.
    private static let longestSide = 16_384.0
    /// Pixels of a page that is too large to be looked at.
    private static let glance = 4_000_000

    /// One result a page, and one for text and structure where they differ.
    func results(name: String) throws(Diagnostic) -> [PictureComparison] {
        let before = try pageCount(expected), after = try pageCount(actual)
        var results = Parallel.map(Array(1...max(before, after))) { page in
            var result = PictureComparison(name: "\(name), page \(page)")
            if page > before {
                result.problem = "new: \(expected) has \(before) pages"
            } else if page > after {
                result.problem = "gone: \(actual) has \(after) pages"
            } else {
                do throws(Diagnostic) {
                    result = try compare(page: page, name: result.name)
                } catch {
                    result.problem = error.description
                }
            }
            return result
        }
        for (what, arguments) in [("tag tree", ["-struct-text"]), ("metadata", ["-isodates"])] {
            let old = try ExternalProgram.pdfInfo.output(arguments + [argument(expected)], file: expected)
            let new = try ExternalProgram.pdfInfo.output(arguments + [argument(actual)], file: actual)
            // A file's size changes with whatever changes in it.
            guard let words = TextComparison.difference(withoutSize(old), withoutSize(new)) else { continue }
            var result = PictureComparison(name: "\(name), \(what)")
            result.problem = words
            results.append(result)
        }
        return results
    }

    private func compare(page: Int, name: String) throws(Diagnostic) -> PictureComparison {
        let sizes = (try size(of: page, in: expected), try size(of: page, in: actual))
        let resolution = min(PDFComparison.resolution(for: sizes.0), PDFComparison.resolution(for: sizes.1))
        var result = try comparer.compare(
            expected: pixels(of: page, in: expected, at: resolution),
            actual: pixels(of: page, in: actual, at: resolution), name: name, expectedFile: expected,
            actualFile: actual)
        if sizes.0 != sizes.1 {
            result.problem = "the page was \(sizes.0) points, and is \(sizes.1)"
        } else if resolution < PDFComparison.resolution, result.passes {
            // What was not seen is not said to be the same.
            result.problem =
                "too large to compare, \(sizes.0) points: it looks the same at \(shown(resolution)) pixels an inch, "
                + "where \(shown(PDFComparison.resolution)) are looked at"
        }
        let old = try text(of: page, in: expected), new = try text(of: page, in: actual)
        if let words = TextComparison.difference(old, new) {
            if result.passes {
                result.problem = "looks the same, but its text differs, \(words)"
            } else {
                result.circumstances.append("text, \(words)")
            }
        }
        return result
    }

    private func pageCount(_ file: String) throws(Diagnostic) -> Int {
        let lines = try ExternalProgram.pdfInfo.output([argument(file)], file: file).split(
            separator: UInt8(ascii: "\n"))
        for line in lines {
            let words = String(decoding: line, as: UTF8.self)
            guard words.hasPrefix("Pages:") else { continue }
            let count = Int(words.dropFirst(6).filter { $0 != " " }) ?? 0
            guard count > 0 else { break }
            do throws(Diagnostic) {
                try Limit.pages.check(count, "a PDF to compare")
            } catch {
                var told = error
                told.file = file
                throw told
            }
            return count
        }
        throw Diagnostic("is a PDF without pages", file: file)
    }

    private struct Size: Hashable, CustomStringConvertible {
        /// In points.
        var width: Double
        var height: Double
        var description: String { "\(shown(width)) × \(shown(height))" }
    }

    private func size(of page: Int, in file: String) throws(Diagnostic) -> Size {
        let arguments = ["-f", "\(page)", "-l", "\(page)", argument(file)]
        for line in try ExternalProgram.pdfInfo.output(arguments, file: file).split(separator: UInt8(ascii: "\n")) {
            // `Page    3 size: 595.276 x 841.89 pts (A4)`
            let words = String(decoding: line, as: UTF8.self).split(separator: " ")
            guard words.count >= 6, words[0] == "Page", words[2] == "size:", let width = Double(words[3]),
                let height = Double(words[5]), width > 0, height > 0
            else { continue }
            return Size(width: width, height: height)
        }
        throw Diagnostic("page \(page) has no size", file: file)
    }

    /// The one that is looked at, where a page's picture can be drawn so fine. Else coarse: the page is called too
    /// large whatever it looks like, and only what differs at a glance is worth the time.
    private static func resolution(for size: Size) -> Double {
        func finest(_ pixels: Int) -> Double {
            let side = longestSide * 72 / max(size.width, size.height)
            return min(resolution, side, (Double(pixels) / (size.width * size.height)).squareRoot() * 72)
        }
        let fine = finest(Limit.pixels.value)
        return fine < resolution ? min(fine, finest(glance)) : fine
    }

    private func pixels(of page: Int, in file: String, at resolution: Double) throws(Diagnostic) -> [UInt8] {
        try ExternalProgram.pdfToPixels.output(
            ["-png", "-r", shown(resolution), "-f", "\(page)", "-l", "\(page)", argument(file)], file: file)
    }

    private func text(of page: Int, in file: String) throws(Diagnostic) -> [UInt8] {
        try ExternalProgram.pdfToText.output(
            ["-layout", "-f", "\(page)", "-l", "\(page)", argument(file), "-"], file: file)
    }

    private func withoutSize(_ bytes: [UInt8]) -> [UInt8] {
        Array(
            bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .filter { !$0.starts(with: "File size:".utf8) }.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// A name that begins with a hyphen would be taken for an option.
    private func argument(_ file: String) -> String { file.hasPrefix("-") ? "./" + file : file }
}

/// Whole numbers without a fraction, others with three decimals.
private func shown(_ number: Double) -> String {
    if let whole = Int(exactly: number) { return "\(whole)" }
    return "\((number * 1000).rounded() / 1000)"
}
