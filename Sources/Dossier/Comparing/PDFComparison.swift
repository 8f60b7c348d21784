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
    private static let resolution = 96
    /// More pages are not looked at.
    private static let mostPages = 2000

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
        var result = try comparer.compare(
            expected: pixels(of: page, in: expected), actual: pixels(of: page, in: actual), name: name,
            expectedFile: expected, actualFile: actual)
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
            guard count > 0, count <= PDFComparison.mostPages else {
                throw Diagnostic("has \(count) pages; 1 to \(PDFComparison.mostPages) are compared", file: file)
            }
            return count
        }
        throw Diagnostic("is a PDF without pages", file: file)
    }

    private func pixels(of page: Int, in file: String) throws(Diagnostic) -> [UInt8] {
        try ExternalProgram.pdfToPixels.output(
            ["-png", "-r", "\(PDFComparison.resolution)", "-f", "\(page)", "-l", "\(page)", argument(file)], file: file)
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
