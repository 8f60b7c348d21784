import Documents
import SceneGraph

extension DrawnFigure {
    /// Judges what layout made before anything is drawn of it: figures larger than can be drawn, and more marks than
    /// anything can show.
    ///
    /// - Throws: a diagnostic with how to raise the limit.
    package func checkLimits(_ document: Document) throws(Diagnostics) {
        do throws(Diagnostic) {
            try Limit.pages.check(pages.count, "the figure")
            for page in pages {
                let (width, height) = (page.size.width, page.size.height)
                guard width.isFinite, height.isFinite, width > 0, height > 0 else {
                    throw Diagnostic("the figure has no size: \(width) × \(height) units")
                }
                try Limit.pageSize.check(max(width, height).rounded(.up), "the longer side of the figure")
                var points = 0
                page.root.forEach { node in
                    switch node.content {
                    case .path(let path): points += path.data.verbs.count
                    case .instances(let instances): points += instances.instances.count
                    default: points += 1
                    }
                }
                try Limit.points.check(points, "the figure")
            }
        } catch {
            var told = error
            told.file = document.file
            let size = document.root["width"] ?? document.root["height"] ?? document.root["size"]
            told.location = (size ?? document.root).location
            throw Diagnostics([told])
        }
    }
}
