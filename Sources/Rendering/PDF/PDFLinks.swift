import SceneGraph

/// Links over parts of figures: each an annotation, and a `Link` element within the figure's (ISO 32000-1, 14.8.4.4.2).
enum PDFLinks {
    static func add(
        _ regions: [PDFLinkRegion], to pages: [PDFObject], elements: [PDFObject], root: PDFObject, document: PDFDocument
    ) {
        let tree = root["/StructTreeRoot"]
        let numbers = tree["/ParentTree"]["/Nums"]
        guard !regions.isEmpty, !elements.isEmpty, numbers.isArray else { return }
        var next = 0
        for index in stride(from: 0, to: numbers.count, by: 2) { next = max(next, (numbers[index].integer ?? 0) + 1) }
        for region in regions where pages.indices.contains(region.page) && elements.indices.contains(region.element) {
            let page = pages[region.page], figure = elements[region.element]
            let annotation = root.indirect(
                annotation(
                    region, on: page, height: document.pages[region.page].size.height, key: next, document: document))
            if !page["/Annots"].isArray { page.set("/Annots", root.array) }
            page["/Annots"].append(annotation)
            let reference = root.dictionary
            reference.set("/Type", root.name("/OBJR"))
            reference.set("/Obj", annotation)
            reference.set("/Pg", page)
            let element = root.dictionary
            element.set("/Type", root.name("/StructElem"))
            element.set("/S", root.name("/Link"))
            element.set("/P", figure)
            element.set("/Pg", page)
            element.set("/K", reference)
            element.set("/Alt", root.text(document.factNames[region.fact] ?? region.fact))
            let link = root.indirect(element)
            append(link, to: figure)
            numbers.append(root.integer(next))
            numbers.append(link)
            next += 1
        }
        tree.set("/ParentTreeNextKey", root.integer(next))
    }

    private static func annotation(
        _ region: PDFLinkRegion, on page: PDFObject, height: Double, key: Int, document: PDFDocument
    ) -> PDFObject {
        let points = PDFExporter.pointsPerUnit
        let annotation = page.dictionary
        annotation.set("/Type", page.name("/Annot"))
        annotation.set("/Subtype", page.name("/Link"))
        let box = page.array
        for value in [
            region.bounds.minX, height - region.bounds.maxY, region.bounds.maxX, height - region.bounds.minY,
        ] { box.append(page.real(value * points)) }
        annotation.set("/Rect", box)
        let border = page.array
        for _ in 0..<3 { border.append(page.integer(0)) }
        annotation.set("/Border", border)
        switch region.target {
        case .destination(let name): annotation.set("/Dest", page.text(name))
        case .address(let address):
            let action = page.dictionary
            action.set("/Type", page.name("/Action"))
            action.set("/S", page.name("/URI"))
            action.set("/URI", page.text(address))
            annotation.set("/A", action)
        }
        annotation.set("/Contents", page.text(document.factNames[region.fact] ?? region.fact))
        annotation.set("/StructParent", page.integer(key))
        return annotation
    }

    private static func append(_ child: PDFObject, to element: PDFObject) {
        let children = element["/K"]
        if children.isArray {
            children.append(child)
            return
        }
        let list = element.array
        if !children.isNull { list.append(children) }
        list.append(child)
        element.set("/K", list)
    }
}
