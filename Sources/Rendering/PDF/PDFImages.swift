import CQPDF

/// Pictures of a PDF as PDF/A wants them: their pixels are not smoothed by the reader (ISO 19005-3, 6.2.8).
enum PDFImages {
    static func complete(pages: [PDFObject]) {
        var seen: Set<Int32> = []
        for page in pages { complete(page["/Resources"], depth: 0, &seen) }
    }

    private static func complete(_ resources: PDFObject, depth: Int, _ seen: inout Set<Int32>) {
        let objects = resources["/XObject"]
        guard depth < 8, objects.isDictionary else { return }
        for name in objects.keys {
            let object = objects[name]
            guard object.number == 0 || seen.insert(object.number).inserted else { continue }
            let head = object.head
            if head["/Subtype"].name == "/Image" {
                smoothNot(head)
                let mask = head["/SMask"]
                if !mask.isNull { smoothNot(mask.head) }
            } else {
                complete(head["/Resources"], depth: depth + 1, &seen)
            }
        }
    }

    private static func smoothNot(_ head: PDFObject) {
        if !head["/Interpolate"].isNull { head.remove("/Interpolate") }
    }
}
