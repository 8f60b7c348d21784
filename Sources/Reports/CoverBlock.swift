import Calendar
import Facts
import SceneGraph
import Typography

extension ReportComposer {
    /// Title, subtitle, authors and date at the head of the first page.
    mutating func addCover() {
        let matter = report.matter
        if let logo = resolved.logo {
            let frame = LogoPlace.frame(of: logo, height: 44, widest: page.fullWidth / 2)
            items.append(
                FlowItem(
                    nodes: [LogoPlace.node(logo, id: "report/cover/logo", in: frame)], height: frame.height + 26,
                    keepsWithNext: true))
        }
        var bar = Node.path(
            id: "report/cover/bar", role: "rule", .rectangle(Rectangle(x: 0, y: 0, width: 64, height: 6)),
            fill: .color(theme.accent))
        bar.structure = Structure(.artifact)
        items.append(FlowItem(nodes: [bar], height: 6, keepsWithNext: true))
        func add(
            _ runs: [StyledRun], part: String, role: Role, line: Double, space: Double, tag: Structure.Tag
        ) {
            guard runs.contains(where: { !$0.text.isEmpty }) else { return }
            items += setter.items(
                runs, id: "report/cover/\(part)", role: role, width: page.fullWidth,
                lineHeight: line, spaceBefore: space,
                steps: [StructureStep(key: "cover-\(part)", structure: Structure(tag))], keepsTogether: true)
            items[items.count - 1].keepsWithNext = true
        }
        add(
            styled(resolved.title, type.style(theme.page.title, weight: 700)), part: "title", role: .title,
            line: theme.page.title * 1.18, space: 14, tag: .heading1)
        add(
            styled(resolved.subtitle, type.style(theme.page.subtitle, color: theme.mutedInk)), part: "subtitle",
            role: .subtitle, line: theme.page.subtitle * 1.37, space: 8, tag: .paragraph)
        let date = (try? EDTFDate(parsing: matter.date))?.wording(.label, in: words.phrases) ?? matter.date
        let byline = ([matter.authors.joined(separator: ", "), date].filter { !$0.isEmpty }).joined(separator: "  ·  ")
        add(
            [StyledRun(text: byline, style: type.style(12, color: theme.mutedInk))], part: "byline", role: "byline",
            line: 18, space: 12,
            tag: .paragraph)
        if !items.isEmpty { items[items.count - 1].keepsWithNext = false }
        for index in items.indices { items[index].spansColumns = true }
    }
}

/// Where a logo stands.
enum LogoPlace {
    static func frame(of logo: ReportPicture, height: Double, widest: Double) -> Rectangle {
        let scale = min(height / max(1, logo.size.height), widest / max(1, logo.size.width))
        return Rectangle(x: 0, y: 0, width: logo.size.width * scale, height: logo.size.height * scale)
    }

    /// On the cover it is told; around pages, where all is an artifact, it is not.
    static func node(_ logo: ReportPicture, id: String, in frame: Rectangle) -> Node {
        .group(
            id: id, role: "logo", structure: Structure(.figure, alternative: "Logo"),
            [
                Node(
                    id: id + "/image", role: "picture", bounds: frame,
                    content: .image(Image(png: logo.png, frame: frame)))
            ])
    }
}
