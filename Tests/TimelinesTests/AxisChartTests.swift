import Calendar
import Documents
import Figures
import SceneGraph
import Testing

@testable import Timelines

/// A chart of dots, one a moment, with a label of its measure to the left.
private struct DotChart: AxisChart {
    var title = "Dots"
    var moments: [Double]
    var facts: [String] { [] }
    var sources: [String] { [] }
    var credits: [String] { ["Somebody’s counts"] }

    func drawn(along axis: SharedTimeAxis, height: Double, name: String) throws(Diagnostics) -> AxisChartPicture {
        let scale = TimelineScale(axis)
        let dots = moments.enumerated().map { index, moment in
            Node.path(
                id: "\(name)/dot[\(index)]", role: "mark-point",
                .circle(center: Point(scale(moment), height / 2), radius: 2), fill: .color(.black),
                datum: Datum([Datum.Field("time", .number(moment))]))
        }
        return AxisChartPicture(nodes: dots, bounds: Rectangle(x: -30, y: 0, width: 30 + axis.length, height: height))
    }

    /// Straight within each stretch.
    private struct TimelineScale {
        let axis: SharedTimeAxis
        init(_ axis: SharedTimeAxis) { self.axis = axis }
        func callAsFunction(_ moment: Double) -> Double {
            for stretch in axis.stretches where stretch.times.contains(moment) {
                let share = (moment - stretch.times.lowerBound) / (stretch.times.upperBound - stretch.times.lowerBound)
                return stretch.places.lowerBound + share * (stretch.places.upperBound - stretch.places.lowerBound)
            }
            return .nan
        }
    }
}

@Suite struct AxisChartTests {
    private func seconds(_ year: Int) -> Double { Double(CivilDate.daysSince1970(year: year, month: 1)) * 86_400 }

    private func drawn(_ extra: String, years: [Int], size: FigureSize = .page) throws -> DrawnTimeline {
        let moments = years.map(seconds)
        return try DrawnTimeline(
            """
            figure: timeline
            charts: [{chart: {mark: point}, height: 50}]
            \(extra)
            events:
              - {id: a, date: 1900, title: First}
              - {id: b, date: 1990, title: Last}
              - {id: c, date: 1995, title: Later}
            """, size: size
        ) { (_, _) throws(Diagnostics) in DotChart(moments: moments) }
    }

    /// A datum of the chart stands where the axis's tick of that moment does.
    @Test(arguments: ["breaks: none", "breaks: [1912/1979]", "reduce: [{period: 190X, scale: 0.3}]"])
    func dataStandAtTheirTicks(extra: String) throws {
        let drawn = try drawn(extra, years: [1900, 1905, 1910, 1980, 1985, 1990])
        let ticks = Dictionary(
            drawn.nodes("axis-tick").compactMap { node -> (Double, Double)? in
                guard case .number(let time)? = node.datum["time"] else { return nil }
                return (time, node.bounds.midX)
            }, uniquingKeysWith: { first, _ in first })
        var compared = 0
        for dot in drawn.nodes("mark-point") {
            guard case .number(let time)? = dot.datum["time"], let tick = ticks[time] else { continue }
            #expect(abs(dot.bounds.midX - tick) < 1e-6)
            compared += 1
        }
        #expect(compared >= 2)
        #expect(drawn.firstOverlap() == nil)
        #expect(drawn.firstOutside() == nil)
        #expect(drawn.nodes("timeline-chart-title").count == 1)
        #expect(drawn.nodes("source").count == 1)
    }

    @Test func theAxisReachesAsFarAsTheData() throws {
        let drawn = try drawn("breaks: none", years: [1850, 2010])
        for dot in drawn.nodes("mark-point") { #expect(dot.bounds.midX.isFinite) }
        #expect(drawn.nodes("mark-point").count == 2)
    }

    /// No break is made, or may be declared, where the chart has data.
    @Test func breaksKeepClearOfData() throws {
        #expect(try !drawn("", years: [1900, 1995]).nodes("axis-break-label").isEmpty)
        #expect(try drawn("", years: Array(1900...1995)).nodes("axis-break-label").isEmpty)
        do {
            _ = try drawn("breaks: [1912/1979]", years: [1900, 1950])
            Issue.record("drawn")
        } catch {
            #expect("\(error)".contains("lies inside `Dots`"), "\(error)")
            #expect("\(error)".contains("in breaks[0]"), "\(error)")
        }
    }

    @Test func chartsStandOnAnAxisAcross() {
        do {
            _ = try drawn("orientation: vertical", years: [1900, 1995])
            Issue.record("drawn")
        } catch { #expect("\(error)".contains("in charts"), "\(error)") }
        let problems = DrawnTimeline.problems(
            "figure: timeline\ncharts: [{height: 3}, 4]\nevents: [{date: 1900, title: a}]")
        #expect(problems.count == 3, "\(problems)")
    }
}
