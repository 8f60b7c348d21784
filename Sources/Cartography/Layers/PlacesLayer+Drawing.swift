import Documents
import Geography
import SceneGraph

extension MapComposer {
    mutating func draw(_ layer: PlacesLayer) {
        guard let records = records(layer.data) else { return }
        let countries = Set(layer.countries.map(\.text))
        let named = Dictionary(layer.named.map { ($0.text, $0) }, uniquingKeysWith: { a, _ in a })
        var foundNames: Set<String> = []
        var knownCountries: Set<String> = []
        var knownNames: [String] = []
        for record in records {
            guard let place = record.object, let english = place["name_en"]?.string, let x = place["lon"]?.number,
                let y = place["lat"]?.number
            else { continue }
            let country = place["country"]?.string ?? ""
            knownCountries.insert(country)
            knownNames.append(english)
            let capital = place["capital"]?.boolean ?? false
            let rank = Int(place["rank"]?.number ?? 9)
            let isNamed = named[english] != nil
            if isNamed { foundNames.insert(english) }
            let inCountry = countries.isEmpty || countries.contains(country)
            guard isNamed || inCountry && ((capital && layer.capitals) || rank <= layer.rank) else { continue }
            guard let point = projection.project(Coordinate(x, y)), frame.inset(by: 3 * style.scale).contains(point)
            else { continue }
            let title = localName(place) ?? english
            let id = "\(name)/places[\(english)]"
            let isCapital = capital && layer.capitals
            let symbol =
                isCapital
                ? capitalSymbol(point, id: id)
                : [
                    Node.path(
                        id: id, role: "map-place", .circle(center: point, radius: 1.9 * style.scale),
                        fill: .color(theme.ink), stroke: style.line(theme.land, 0.8))
                ]
            if isCapital || isNamed { namesDrawn.append(title) }
            requests.append(
                LabelRequest(
                    id: id + "/label", name: title,
                    settings: settings(ofPlace: title, font: isCapital ? style.capitalFont : style.cityFont),
                    anchor: .point(point, radius: (isCapital ? 3.6 : 2.3) * style.scale), color: theme.ink,
                    halo: style.halo(theme.land), priority: isCapital ? 10 + rank : isNamed ? 24 : 40 + rank,
                    isOptional: !isCapital && !isNamed, symbol: symbol,
                    datum: Datum([.init("name", .string(english)), .init("country", .string(country))])))
        }
        for code in layer.countries where !knownCountries.contains(code.text) {
            problems.addUnknownCode(code, known: knownCountries.sorted(), file: file, what: "no place is in")
        }
        for code in layer.named where !foundNames.contains(code.text) {
            problems.addUnknownCode(code, known: knownNames, file: file, what: "no place is called")
        }
    }

    /// On one line; on two where it is long.
    private func settings(ofPlace title: String, font: Font) -> [LabelRequest.Setting] {
        var settings = [LabelRequest.Setting(lines: [title], font: font)]
        let width = context.measurer.width(of: title, font: font)
        if width > font.size * 5.5 {
            // Between words only, and in Chinese before the other name.
            var broken = context.measurer.lines(of: title, font: font, width: max(width * 0.55, font.size * 3))
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

    /// Where the capitals are that the layer draws, for the key.
    mutating func capitals(of layer: PlacesLayer) -> [Coordinate] {
        guard layer.capitals, let records = records(layer.data) else { return [] }
        let countries = Set(layer.countries.map(\.text))
        return records.compactMap { record in
            guard let place = record.object, place["capital"]?.boolean ?? false, let x = place["lon"]?.number,
                let y = place["lat"]?.number,
                countries.isEmpty || countries.contains(place["country"]?.string ?? "")
            else { return nil }
            return Coordinate(x, y)
        }
    }

    /// Whether a capital lies in the frame; as long as there is none, whether any is drawn.
    func showsCapitals(_ places: [Coordinate]) -> Bool {
        guard frame.width > 0 else { return !places.isEmpty }
        return places.contains { projection.project($0).map { frame.inset(by: 3 * style.scale).contains($0) } ?? false }
    }

    /// A square with a white edge, larger than a city's dot.
    func capitalSymbol(_ point: Point, id: String, role: Role = "map-place") -> [Node] {
        let half = 2.7 * style.scale
        return [
            .path(
                id: id, role: role,
                .rectangle(Rectangle(x: point.x - half, y: point.y - half, width: 2 * half, height: 2 * half)),
                fill: .color(theme.ink), stroke: style.line(theme.land, 1))
        ]
    }
}
