import Documents

/// Every kind of layer that a map can have.
enum MapLayers {
    static let all: [any MapLayer.Type] = [
        CountriesLayer.self,
        AdminLayer.self,
        BordersLayer.self,
        DisputedLayer.self,
        RiversLayer.self,
        LakesLayer.self,
        PlacesLayer.self,
        AreasLayer.self,
        GraticuleLayer.self,
        ChoroplethLayer.self,
        BivariateLayer.self,
        CartogramLayer.self,
        TilesLayer.self,
        DotsLayer.self,
        BinsLayer.self,
        IsolinesLayer.self,
        SymbolsLayer.self,
        PiesLayer.self,
        FlowsLayer.self,
        RoutesLayer.self,
    ]

    static var words: [String] { all.map { $0.word } }

    /// Reads a layer of the kind that it says it is.
    static func read(_ reader: inout DocumentReader) -> (any MapLayer)? {
        guard reader.has("layer") else {
            if reader.node.object != nil {
                reader.report(
                    nil, "a layer says which it is: `layer: countries`",
                    advice: "known: " + words.joined(separator: ", "))
            }
            reader.allow(reader.keys)
            return nil
        }
        guard let word = reader.text("layer") else {
            reader.allow(reader.keys)
            return nil
        }
        guard let kind = all.first(where: { $0.word == word }) else {
            reader.report("layer", "unknown layer `\(word)`", advice: DocumentReader.advice(for: word, among: words))
            reader.allow(reader.keys)
            return nil
        }
        return kind.init(&reader)
    }
}
