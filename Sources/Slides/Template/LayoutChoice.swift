/// Which of a template's layouts serve a deck's slides.
struct LayoutChoice {
    let layouts: [TemplateLayout]
    let size: SlideSize

    init(_ layouts: [TemplateLayout], size: SlideSize) {
        self.layouts = layouts
        self.size = size
    }

    private var slideArea: Double { Double(size.width) * Double(size.height) }

    /// A title and one place for content, as large as there is: “Title and Content” where the house has it. Failing
    /// that, a title, and what is free beneath it.
    var figure: LayoutPlaces? {
        let titled = layouts.filter { $0.title != nil && $0.title?.type == "title" }
        let single = titled.filter { $0.contents.count == 1 && ($0.contents.first?.area ?? 0) > 0.2 * slideArea }
        let best =
            single.first { $0.type == "obj" }
            ?? single.max { ($0.contents.first?.area ?? 0) < ($1.contents.first?.area ?? 0) }
        if let best, let title = best.title, let content = best.contents.first {
            return places(
                best, title: title, figure: content.frame, content: content.type == "body" ? nil : content.kind)
        }
        let free = titled.compactMap { layout -> LayoutPlaces? in
            guard let title = layout.title, layout.contents.isEmpty || layout.type == "titleOnly" else { return nil }
            let top = title.frame.y + title.frame.height
            let bottom = min(layout.footer ?? size.height, size.height - size.margin)
            guard bottom - top > size.height / 4, title.frame.width > size.width / 4 else { return nil }
            let frame = Frame(x: title.frame.x, y: top, width: title.frame.width, height: bottom - top)
            return places(layout, title: title, figure: frame, content: nil)
        }
        return free.first
    }

    var opening: LayoutPlaces? {
        let layout =
            layouts.first { $0.type == "title" && $0.title != nil } ?? layouts.first { $0.title?.type == "ctrTitle" }
        guard let layout, let title = layout.title else { return nil }
        let below = layout.subtitle ?? layout.contents.first
        var places = places(layout, title: title, figure: title.frame, content: nil)
        places.body = below?.kind
        return places
    }

    var paragraphs: LayoutPlaces? {
        for layout in layouts where layout.title?.type == "title" && layout.contents.count == 1 {
            guard let title = layout.title, let content = layout.contents.first,
                content.type == "obj" || content.type == "body",
                content.area > 0.2 * slideArea
            else { continue }
            var places = places(layout, title: title, figure: content.frame, content: nil)
            places.body = content.kind
            return places
        }
        return nil
    }

    private func places(
        _ layout: TemplateLayout, title: TemplateLayout.Holder, figure: Frame, content: Placeholder.Kind?
    ) -> LayoutPlaces {
        LayoutPlaces(
            target: "/" + layout.path, title: title.kind, titleFrame: title.frame, figure: figure, content: content)
    }
}
