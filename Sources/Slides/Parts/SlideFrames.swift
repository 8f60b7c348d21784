/// A box on a slide, in EMU.
struct Frame: Hashable {
    var x: Int
    var y: Int
    var width: Int
    var height: Int

    /// Higher, by a part of a slide's usual height.
    func moved(up part: Double) -> Frame {
        Frame(x: x, y: max(0, y - Int(6_858_000 * part)), width: width, height: height)
    }

    /// `a:off` and `a:ext` (ECMA-376 part 1, 20.1.7.3 and 20.1.7.4).
    var xml: String { "<a:off x=\"\(x)\" y=\"\(y)\"/><a:ext cx=\"\(max(0, width))\" cy=\"\(max(0, height))\"/>" }
}

/// Where things stand on a slide without a template.
extension SlideSize {
    /// As wide as the figures' own: 0.33 in.
    var margin: Int { height * 2 / 45 }

    var title: Frame { Frame(x: margin, y: margin, width: width - 2 * margin, height: height * 13 / 100) }

    var body: Frame {
        let top = title.y + title.height + margin / 2
        return Frame(x: margin, y: top, width: width - 2 * margin, height: height - top - margin)
    }

    /// What a figure without a title of its own is fitted into.
    func figure(sourced: Bool) -> Frame {
        var frame = body
        if sourced { frame.height -= source.height + margin / 2 }
        return frame
    }

    var source: Frame {
        let tall = height * 4 / 100
        return Frame(x: margin, y: height - margin - tall, width: width - 2 * margin, height: tall)
    }

    var openingTitle: Frame {
        Frame(x: 2 * margin, y: height * 3 / 10, width: width - 4 * margin, height: height * 22 / 100)
    }

    var openingBody: Frame {
        Frame(x: 2 * margin, y: height * 55 / 100, width: width - 4 * margin, height: height * 25 / 100)
    }
}

extension Deck {
    /// Higher where something stands below the deck's title.
    private var lift: Double { slides.contains { $0.companion != nil } ? 0.2 : 0 }
    var openingTitle: Frame { size.openingTitle.moved(up: lift) }
    var openingBody: Frame { size.openingBody.moved(up: lift) }
}
