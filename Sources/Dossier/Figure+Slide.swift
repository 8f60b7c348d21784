import Documents
import Figures
import SceneGraph
import Typography

/// One way to lay a figure out for a slide: as on a page of its shape, to be magnified.
private struct SlideLayoutRound {
    /// How high the page of a whole slide is, in figure units: a multiple of nine, so that 16:9 and 4:3 give whole
    /// widths.
    var height: Double
    /// How large type is on the slide, in print as 1.
    var type: Double
    /// The space around the figure and the largest title, in units of the slide, 1080 high.
    var margin: Double
    var title: Double

    static let roomy = SlideLayoutRound(height: 450, type: 2.4, margin: 48, title: 54)
    /// For what overflows: more room, for smaller type.
    static let tight = [
        SlideLayoutRound(height: 468, type: 2.3, margin: 40, title: 48),
        SlideLayoutRound(height: 486, type: 2.15, margin: 36, title: 48),
        SlideLayoutRound(height: 504, type: 2, margin: 30, title: 43.2),
    ]

    func look(_ theme: Theme, magnification: Double, readable: Double) -> Theme {
        /// Office programs set type exactly where it is a multiple of 0.6 pt.
        func size(_ print: Double, times factor: Double = 1) -> Double {
            max(readable, (print * type * factor / 1.2).rounded() * 1.2) / magnification
        }
        var look = theme
        // A claim is read first, and from the last row.
        look.titleSize = min(size(theme.titleSize, times: 1.25), title / magnification)
        look.subtitleSize = size(theme.subtitleSize)
        look.labelSize = size(theme.labelSize)
        look.noteSize = size(theme.noteSize)
        look.smallestSize = readable / magnification
        look.margin = margin / magnification
        return look
    }
}

extension FigureSize {
    /// Lays a figure out as on a page and magnifies it to this size, its smallest type at 12 pt or more where the slide
    /// is 7.5 inches high. What overflows is given more room and smaller type, what a document sets in smaller type is
    /// magnified more; the round that can best be read is kept.
    ///
    /// - Parameters:
    ///   - isTitled: false for a figure that stands in a frame beneath the slide's own title.
    ///   - draw: lays the figure out at a size, in a look.
    func magnified(
        theme: Theme, isTitled: Bool = true, draw: (Theme, FigureSize) throws(Diagnostics) -> DrawnFigure
    ) throws(Diagnostics) -> DrawnFigure {
        let height = height ?? width * 9 / 16
        // 12 pt where the slide is 7.5 inches, or 1080 units, high.
        let readable = 24.0
        var best: (drawn: DrawnFigure, fit: Double, type: Double)?
        var rounds = [SlideLayoutRound.roomy]
        var isFirst = true
        while !rounds.isEmpty {
            let round = rounds.removeFirst()
            let magnification = 1080 / round.height
            let asked = FigureSize(width: (width / magnification).rounded(), height: (height / magnification).rounded())
            var look = round.look(theme, magnification: magnification, readable: readable)
            if !isTitled { look.margin = 6 / magnification }
            let drawn = try draw(look, asked)
            let size = drawn.scene.size
            guard size.width > 0, size.height > 0, size.width.isFinite, size.height.isFinite else { return drawn }
            let fit = min(width / size.width, height / size.height)
            let type = (drawn.scene.smallestType ?? readable) * fit
            // One slide in type that is hardly smaller is better than several.
            let isWhole = drawn.furtherPages.isEmpty && type > 0.9 * readable
            if best.map({ $0.drawn.furtherPages.isEmpty || !isWhole ? type > $0.type + 0.01 : true }) ?? true {
                best = (drawn, fit, type)
            }
            if type > readable - 0.05, drawn.furtherPages.isEmpty { break }
            guard isFirst else { continue }
            isFirst = false
            if fit < magnification * 0.998 || !drawn.furtherPages.isEmpty {
                rounds = SlideLayoutRound.tight
            } else {
                var larger = SlideLayoutRound.roomy
                larger.height = max(333, (larger.height * type / readable / 9).rounded(.down) * 9)
                rounds = [larger]
            }
        }
        guard let best else { return try draw(theme, self) }
        var drawn = best.drawn
        drawn.scene = centred(drawn.scene, magnifiedBy: best.fit)
        drawn.furtherPages = drawn.furtherPages.map { page in
            centred(page, magnifiedBy: min(best.fit, width / page.size.width, height / page.size.height))
        }
        return drawn
    }

    /// A picture in the middle of one of this size.
    private func centred(_ scene: Scene, magnifiedBy factor: Double) -> Scene {
        var scene = scene.scaled(by: factor)
        let size = Size(width, height ?? width * 9 / 16)
        scene.root = scene.root.translated(
            by: Point(
                ((size.width - scene.size.width) / 2).rounded(), ((size.height - scene.size.height) / 2).rounded()))
        scene.size = size
        return scene
    }
}
