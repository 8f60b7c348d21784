import Documents
import Geodata
import Geography
import SceneGraph
import Typography

/// Capitals and cities.
struct PlacesLayer: MapLayer {
    static let word = "places"

    var data: Dataset
    /// Ranks up to this are drawn, besides capitals.
    var rank: Int
    var capitals: Bool
    /// Codes of the countries whose places are drawn; all where there is none.
    var countries: [Code]
    /// Names that are drawn whatever their rank.
    var named: [Code]
    var legend: String
    /// Numbers on the map, names in the key.
    var isNumbered: Bool
    /// Where the capitals are that it draws, in the frame or not, for the key.
    private var capitalPlaces: [Coordinate] = []
    /// The names of numbered places in the map's language.
    private var titles: [String: String] = [:]

    /// `names:` are those and no more: without it capitals are drawn.
    init?(_ reader: inout DocumentReader) {
        data = reader.dataset("places")
        named = reader.codes("names")
        rank = reader.wholeNumber("rank", in: -1...20) ?? -1
        capitals = reader.boolean("capitals") ?? !reader.has("names")
        countries = reader.codes("countries")
        legend = reader.text("legend") ?? ""
        isNumbered = reader.boolean("numbered") ?? false
        if isNumbered, named.isEmpty {
            reader.report("numbered", "numbered places are named: `names: [Paris, Lyon]`")
        }
    }

    var dataset: Dataset? { data }

    mutating func prepare(in canvas: inout MapCanvas) {
        if isNumbered, let records = canvas.records(data) {
            for (place, number) in found(records.compactMap { Place($0) }, in: &canvas) {
                titles[named[number - 1].text] = canvas.localName(place.properties) ?? place.english
            }
        }
        guard capitals, !legend.isEmpty, let records = canvas.records(data) else { return }
        let wanted = Set(countries.map(\.text))
        capitalPlaces = records.compactMap { Place($0) }.filter { place in
            place.isCapital && (wanted.isEmpty || wanted.contains(place.country))
        }.map(\.coordinate)
    }

    /// A record of the data.
    private struct Place {
        var english: String
        var coordinate: Coordinate
        var country: String
        var isCapital: Bool
        var rank: Int
        var properties: DocumentObject
        var names: [String] { PlaceNames.names(of: properties) + [english] }

        init?(_ record: DocumentNode) {
            guard let object = record.object, let name = object["name_en"]?.string, let x = object["lon"]?.number,
                let y = object["lat"]?.number
            else { return nil }
            english = name
            coordinate = Coordinate(x, y)
            country = object["country"]?.string ?? ""
            isCapital = object["capital"]?.boolean ?? false
            rank = Int(object["rank"]?.number ?? 9)
            properties = object
        }
    }

    func draw(on canvas: inout MapCanvas, position: Int) {
        guard let records = canvas.records(data) else { return }
        let all = records.compactMap { Place($0) }
        let wanted = Set(countries.map(\.text))
        let found = found(all, in: &canvas)
        for place in all {
            let number = found.first { $0.place.english == place.english && $0.place.country == place.country }?.number
            let isNamed = number != nil
            let isIn = wanted.isEmpty || wanted.contains(place.country)
            guard isNamed || isIn && ((place.isCapital && capitals) || place.rank <= rank) else { continue }
            if isNumbered, let number {
                draw(number, place, on: &canvas)
            } else {
                draw(place, isNamed: isNamed, on: &canvas)
            }
        }
        let known = Set(all.map(\.country))
        for code in countries where !known.contains(code.text) {
            canvas.addUnknown(code, known: known.sorted(), what: "no place is in")
        }
    }

    /// The places that are named, by any of their names; the largest where several have one, with its number.
    private func found(_ all: [Place], in canvas: inout MapCanvas) -> [(place: Place, number: Int)] {
        named.enumerated().compactMap { index, code in
            var key = PlaceNames.key(code.text)
            var fitting = all.filter { $0.names.contains { PlaceNames.key($0) == key } }
            if fitting.isEmpty, let english = Gazetteer.shared.city(code.text) {
                key = PlaceNames.key(english)
                fitting = all.filter { $0.names.contains { PlaceNames.key($0) == key } }
            }
            if let place = fitting.min(by: { $0.rank < $1.rank }) { return (place, index + 1) }
            canvas.addUnknown(code, known: all.map(\.english), what: "no place is called")
            return nil
        }
    }

    private func draw(_ number: Int, _ place: Place, on canvas: inout MapCanvas) {
        guard let point = canvas.projection.project(place.coordinate), canvas.frame.inset(by: 8).contains(point)
        else { return }
        let id = "\(canvas.name)/places[\(place.english)]"
        canvas.namesDrawn.append(canvas.localName(place.properties) ?? place.english)
        canvas.nodes += canvas.style.numberSymbol(number, at: point, id: id, canvas.measurer)
        canvas.placer.block(Rectangle(x: point.x - 7, y: point.y - 7, width: 14, height: 14))
    }

    private func draw(_ place: Place, isNamed: Bool, on canvas: inout MapCanvas) {
        let (style, theme) = (canvas.style, canvas.theme)
        guard let point = canvas.projection.project(place.coordinate), canvas.frame.inset(by: 3).contains(point)
        else { return }
        let title = canvas.localName(place.properties) ?? place.english
        let id = "\(canvas.name)/places[\(place.english)]"
        let isCapital = place.isCapital && capitals
        let symbol =
            isCapital
            ? style.capitalSymbol(point, id: id)
            : [
                Node.path(
                    id: id, role: "map-place", .circle(center: point, radius: 1.9), fill: .color(theme.ink),
                    stroke: style.line(theme.land, 0.8))
            ]
        if isCapital || isNamed { canvas.namesDrawn.append(title) }
        canvas.requests.append(
            LabelRequest(
                id: id + "/label", name: title,
                settings: settings(of: title, font: isCapital ? style.capitalFont : style.cityFont, on: canvas),
                anchor: .point(point, radius: isCapital ? 3.6 : 2.3), color: theme.ink,
                halo: style.halo(theme.land), priority: isCapital ? 10 + place.rank : isNamed ? 24 : 40 + place.rank,
                isOptional: !isCapital && !isNamed, symbol: symbol,
                datum: Datum([.init("name", .string(place.english)), .init("country", .string(place.country))])))
    }

    /// On one line; on two where it is long.
    private func settings(of title: String, font: Font, on canvas: MapCanvas) -> [LabelRequest.Setting] {
        var settings = [LabelRequest.Setting(lines: [title], font: font)]
        let width = canvas.measurer.width(of: title, font: font)
        if width > font.size * 5.5 {
            // Between words only, and in Chinese before the other name.
            var broken = canvas.measurer.lines(of: title, font: font, width: max(width * 0.55, font.size * 3))
            if let bracket = title.firstIndex(of: "（"), bracket > title.startIndex {
                broken = [String(title[..<bracket]), String(title[bracket...])]
            } else if broken.joined(separator: " ") != title {
                broken = []
            }
            if broken.count == 2 { settings.append(.init(lines: broken, font: font)) }
        }
        var small = font
        small.size *= 0.9
        settings.append(.init(lines: [title], font: small))
        return settings
    }

    func key(_ key: MapKey, on canvas: MapCanvas, position: Int) -> [LegendBlock] {
        // As long as there is no frame, whether any capital is drawn; then whether one lies in it.
        let isShown =
            canvas.frame.width == 0
            ? !capitalPlaces.isEmpty
            : capitalPlaces.contains { place in
                canvas.projection.project(place).map { canvas.frame.inset(by: 3).contains($0) } ?? false
            }
        return (isShown ? key.line("capital", .capital, legend) : []) + numbers(key)
    }

    private func numbers(_ key: MapKey) -> [LegendBlock] {
        guard isNumbered else { return [] }
        return named.enumerated().flatMap { index, code in
            key.line("place[\(index + 1)]", .number(index + 1), titles[code.text] ?? code.text)
        }
    }
}
