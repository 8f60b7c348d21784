import CQPDF

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Turns what was drawn under `Private` into artifacts (ISO 32000-1, 14.8.2.2): marked so in the content, and gone
/// from the structure tree.
enum PDFArtifacts {
    static func mark(pages: [PDFObject], root: PDFObject) {
        let tree = root["/StructTreeRoot"]
        guard tree.isDictionary else { return }
        removeElements(below: tree, depth: 0)
        let parents = parentArrays(of: tree["/ParentTree"])
        for page in pages {
            let (content, removed) = rewrite(contentOf: page)
            guard !removed.isEmpty else { continue }
            page.set("/Contents", page.indirect(page.pressedStream(content)))
            if let index = page["/StructParents"].integer, let elements = parents[index] {
                forget(removed, in: elements)
            }
        }
    }

    /// Cairo writes each mark on a line of its own: `/Private << /MCID 7 >> BDC`.
    private static func rewrite(contentOf page: PDFObject) -> (content: [UInt8], removed: [Int]) {
        var buffer: UnsafeMutablePointer<UInt8>?
        var length = 0
        guard qpdf_oh_get_page_content_data(page.state, page.handle, &buffer, &length) & QPDF_ERRORS == 0,
            let start = buffer
        else { return ([], []) }
        defer { free(start) }
        let content = UnsafeBufferPointer(start: start, count: length)
        let mark = Array("/\(PDFTagger.artifact) << /MCID ".utf8)
        var result: [UInt8] = []
        result.reserveCapacity(length)
        var removed: [Int] = []
        var position = 0
        while position < length {
            let isMark =
                content[position] == mark[0] && position + mark.count < length
                && (position == 0 || content[position - 1] == 0x0A)
                && content[position..<(position + mark.count)].elementsEqual(mark)
            if isMark {
                var end = position + mark.count
                var number = 0
                while end < length, content[end] >= 0x30, content[end] <= 0x39 {
                    number = number &* 10 &+ Int(content[end] - 0x30)
                    end += 1
                }
                while end < length, content[end] != 0x0A { end += 1 }
                removed.append(number)
                result += Array("/Artifact BMC".utf8)
                position = end
            } else {
                result.append(content[position])
                position += 1
            }
        }
        return (result, removed)
    }

    private static func removeElements(below element: PDFObject, depth: Int) {
        guard depth < 64 else { return }
        let children = element["/K"]
        guard children.isArray else {
            if children.isDictionary {
                if children["/S"].name == "/\(PDFTagger.artifact)" {
                    element.remove("/K")
                } else {
                    removeElements(below: children, depth: depth + 1)
                }
            }
            return
        }
        let kept = children.filtered { child in
            guard child.isDictionary else { return true }
            if child["/S"].name == "/\(PDFTagger.artifact)" { return false }
            removeElements(below: child, depth: depth + 1)
            return true
        }
        if let kept { element.set("/K", kept) }
    }

    /// The parent tree says of each mark which element it belongs to: its arrays, by what pages call them.
    private static func parentArrays(of tree: PDFObject) -> [Int: PDFObject] {
        let numbers = tree["/Nums"]
        var arrays: [Int: PDFObject] = [:]
        for position in stride(from: 0, to: numbers.count - 1, by: 2) {
            if let index = numbers[position].integer { arrays[index] = numbers[position + 1] }
        }
        return arrays
    }

    /// These marks belong to no element.
    private static func forget(_ marks: [Int], in parents: PDFObject) {
        let count = parents.count
        for mark in marks where mark < count { parents.set(mark, parents.null) }
    }
}
