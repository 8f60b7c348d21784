import SceneGraph
import Slides
import Testing
import Typography

/// The slide of one figure, 960 × 540 units large: 12,700 EMU to the unit.
private func slide(_ nodes: [Node]) throws -> String {
    let scene = Scene(
        size: Size(960, 540),
        root: .group(
            id: "f", role: .figure,
            nodes + [
                measurer.node(
                    id: "f/title", role: .title,
                    Text(lines: ["T"], origin: Point(0, 8), font: Font("Lato", size: 10), fill: .color(.black)))
            ]))
    let deck = Deck(title: "d", slides: [Slide(title: "T", figure: scene)])
    return try #require(try parts(of: deck)["ppt/slides/slide1.xml"])
}

@Suite struct ShapeTests {
    @Test func rectanglesStayRectangles() throws {
        let xml = try slide([
            .path(
                id: "bar", role: "mark-bar", .rectangle(Rectangle(x: 10, y: 20, width: 30, height: 40)),
                fill: .color(.black))
        ])
        #expect(
            xml.contains(
                "<a:off x=\"127000\" y=\"254000\"/><a:ext cx=\"381000\" cy=\"508000\"/></a:xfrm><a:prstGeom "
                    + "prst=\"rect\">"
            ))
    }

    @Test func freeformsCountFromTheirOwnCorner() throws {
        var triangle = PathData()
        triangle.move(to: Point(10, 10))
        triangle.line(to: Point(20, 10))
        triangle.cubic(Point(20, 15), Point(15, 20), to: Point(10, 20))
        triangle.close()
        let xml = try slide([.path(id: "t", role: "mark", triangle, fill: .color(.black))])
        #expect(
            xml.contains(
                "<a:path w=\"127000\" h=\"127000\"><a:moveTo><a:pt x=\"0\" y=\"0\"/></a:moveTo>"
                    + "<a:lnTo><a:pt x=\"127000\" y=\"0\"/></a:lnTo><a:cubicBezTo><a:pt x=\"127000\" y=\"63500\"/>"
                    + "<a:pt x=\"63500\" y=\"127000\"/><a:pt x=\"0\" y=\"127000\"/></a:cubicBezTo><a:close/></a:path>"))
    }

    @Test func overlappingOutlinesOfTheNonZeroRuleArePathsOfTheirOwn() throws {
        var two = PathData.circle(center: Point(50, 50), radius: 20)
        two.append(.circle(center: Point(60, 50), radius: 20))
        let joined = try slide([.path(id: "t", role: "mark", two, fill: .color(.black))])
        #expect(joined.components(startingWith: "<a:path w=\"").count == 2)
        let evenOdd = try slide([.path(id: "t", role: "mark", two, fill: .color(.black), evenOdd: true)])
        #expect(evenOdd.components(startingWith: "<a:path w=\"").count == 1)
    }

    @Test func alphaMultipliesDown() throws {
        let leaf = Node.path(
            id: "l", role: "mark", .rectangle(Rectangle(x: 0, y: 0, width: 9, height: 9)),
            fill: .color(Color(red: 1, green: 0, blue: 0, alpha: 0.5)))
        let xml = try slide([.group(id: "g", role: "marks", opacity: 0.5, [leaf])])
        #expect(xml.contains("<a:srgbClr val=\"FF0000\"><a:alpha val=\"25000\"/></a:srgbClr>"))
    }

    @Test func gradientsKeepTheirEndsInTheScene() throws {
        // The gradient is twice as long as the shape: its far side shows the colour half-way.
        let node = Node.path(
            id: "g", role: "mark", .rectangle(Rectangle(x: 0, y: 0, width: 50, height: 50)),
            fill: .linearGradient(
                from: Point(0, 0), to: Point(100, 0),
                stops: [GradientStop(offset: 0, color: .black), GradientStop(offset: 1, color: .white)]))
        let xml = try slide([node])
        #expect(
            xml.contains(
                "<a:gs pos=\"0\"><a:srgbClr val=\"000000\"/></a:gs><a:gs pos=\"100000\"><a:srgbClr "
                    + "val=\"808080\"/></a:gs>"
            ))
        #expect(xml.contains("<a:lin ang=\"0\" scaled=\"0\"/>"))
    }

    @Test func dashesAreSharesOfTheWidth() throws {
        let xml = try slide([
            .path(
                id: "l", role: "rule", .line(from: Point(0, 5), to: Point(90, 5)),
                stroke: Stroke(.black, width: 2, dash: [6, 3]))
        ])
        #expect(xml.contains("<a:ln w=\"25400\" cap=\"flat\">"))
        #expect(xml.contains("<a:custDash><a:ds d=\"300000\" sp=\"150000\"/></a:custDash>"))
    }

    @Test func whatIsClippedIsCut() throws {
        let clip = PathData.rectangle(Rectangle(x: 0, y: 0, width: 100, height: 100))
        let line = Node.path(
            id: "line", role: "mark-line", .line(from: Point(50, 50), to: Point(150, 50)),
            stroke: Stroke(.black, width: 2))
        let outside = Node.path(
            id: "gone", role: "mark", .rectangle(Rectangle(x: 200, y: 0, width: 9, height: 9)), fill: .color(.black))
        let inside = Node.path(
            id: "whole", role: "mark", .rectangle(Rectangle(x: 0, y: 0, width: 9, height: 9)), fill: .color(.black))
        let xml = try slide([.group(id: "g", role: "marks", clip: clip, [line, outside, inside])])
        #expect(!xml.contains("gone"))
        #expect(xml.contains("name=\"whole\""))
        // From 50 to 100 units: 635,000 EMU.
        #expect(xml.contains("<a:off x=\"635000\" y=\"635000\"/><a:ext cx=\"635000\" cy=\"0\"/>"))
    }

    @Test func clipsThatAreNotConvexAreTold() throws {
        var star = PathData()
        star.move(to: Point(0, 0))
        for point in [Point(50, 20), Point(100, 0), Point(60, 60)] { star.line(to: point) }
        star.close()
        let scene = Scene(
            size: Size(100, 100),
            root: .group(
                id: "g", role: .figure, clip: star, blend: .multiply,
                [
                    .path(
                        id: "p", role: "mark", .rectangle(Rectangle(x: 0, y: 0, width: 9, height: 9)),
                        fill: .color(.black))
                ]))
        let package = try Deck(title: "d", slides: [Slide(title: "T", figure: scene)]).package(measurer: measurer)
        #expect(package.warnings.map(\.path) == ["g", "g"])
    }

    @Test func dashesThatBeginPartWayAreCut() throws {
        var stroke = Stroke(.black, width: 2, dash: [6, 3])
        stroke.dashOffset = 4
        let xml = try slide([.path(id: "l", role: "rule", .line(from: Point(0, 5), to: Point(20, 5)), stroke: stroke)])
        #expect(!xml.contains("custDash"))
        // 0…2, 5…11 and 14…20 units, 12,700 EMU each, from the shape's own corner.
        for (start, end) in [(0, 2), (5, 11), (14, 20)] {
            #expect(
                xml.contains(
                    "<a:moveTo><a:pt x=\"\(start * 12_700)\" y=\"0\"/></a:moveTo><a:lnTo><a:pt x=\"\(end * 12_700)\" "
                        + "y=\"0\"/></a:lnTo>"
                ))
        }
    }

    @Test func overlapsInAFaintGroupAreTold() throws {
        func deck(_ second: Double) throws -> [String] {
            let squares = [0, second].enumerated().map {
                Node.path(
                    id: "s\($0.offset)", role: "mark",
                    .rectangle(Rectangle(x: $0.element, y: 0, width: 20, height: 20)),
                    fill: .color(.black))
            }
            let scene = Scene(
                size: Size(100, 100),
                root: .group(id: "f", role: .figure, [.group(id: "g", role: "marks", opacity: 0.5, squares)]))
            return try Deck(title: "d", slides: [Slide(title: "T", figure: scene)]).package(measurer: measurer).warnings
                .map(\.path)
        }
        #expect(try deck(10) == ["g"])
        #expect(try deck(20) == [])
    }

    @Test func typeTooSmallForARoomIsTold() throws {
        // 15 units are 7.5 pt on a slide of 1920 units, and less below a title.
        let label = measurer.node(
            id: "l", role: "label",
            Text(lines: ["x"], origin: Point(9, 99), font: Font("Lato", size: 15), fill: .color(.black)))
        let scene = Scene(size: Size(1920, 1080), root: .group(id: "f", role: .figure, [label]))
        let package = try Deck(title: "d", slides: [Slide(title: "T", figure: scene)]).package(measurer: measurer)
        #expect(package.warnings.map(\.message) == ["the smallest type is 5.7 pt on the slide"])
    }

    @Test func textStandsOnItsBaseline() throws {
        // 10 units: ascent 8, descent 2, 4 characters of 5; anchored in the middle of x 100.
        let text = Text(
            lines: ["word"], origin: Point(100, 58), anchor: .middle, font: Font("Lato", size: 10), fill: .color(.black)
        )
        let xml = try slide([measurer.node(id: "w", role: "label", text)])
        #expect(xml.contains("<a:off x=\"1143000\" y=\"635000\"/><a:ext cx=\"254000\" cy=\"127000\"/>"))
        #expect(xml.contains("sz=\"1000\" b=\"0\""))
        #expect(xml.contains("algn=\"ctr\""))
    }

    @Test func turnedTextTurnsAroundItsAnchor() throws {
        var text = Text(lines: ["word"], origin: Point(100, 100), font: Font("Lato", size: 10), fill: .color(.black))
        text.angle = -90
        let xml = try slide([measurer.node(id: "w", role: "label", text)])
        // Upwards from (100, 100): the centre is 10 above it and 3 to the left; the unturned box is 20 × 10 there.
        #expect(
            xml.contains(
                "<a:xfrm rot=\"16200000\"><a:off x=\"1104900\" y=\"1079500\"/><a:ext cx=\"254000\" cy=\"127000\"/>"))
    }

    @Test func numbersThatAreNoneDoNoHarm() throws {
        var odd = PathData()
        odd.move(to: Point(.nan, 0))
        odd.line(to: Point(.infinity, 1e300))
        let text = Text(lines: ["x"], origin: Point(.nan, 0), font: Font("Lato", size: 10), fill: .color(.black))
        var far = PathData()
        far.move(to: Point(-1e200, 0))
        far.line(to: Point(1e200, 10))
        let xml = try slide([
            .path(id: "odd", role: "mark", odd, stroke: Stroke(.black)),
            Node(id: "t", role: "label", bounds: .zero, content: .text(text)),
            .path(id: "far", role: "mark", far, stroke: Stroke(.black, width: .infinity)),
        ])
        #expect(!xml.contains("name=\"odd\""))
        #expect(!xml.contains("nan"))
        #expect(!xml.contains("inf"))
    }
}
