/// The small parts that PowerPoint asks for beside the presentation.
enum PropertiesParts {
    static let presentation = Markup.declaration + "<p:presentationPr \(Markup.namespaces)/>"

    static let view = Markup.declaration + "<p:viewPr \(Markup.namespaces)/>"

    /// The id is that of PowerPoint's own "Medium Style 2 – Accent 1", which every installation knows.
    static let tableStyles =
        Markup.declaration + "<a:tblStyleLst xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        + "def=\"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}\"/>"

    static let extended =
        Markup.declaration
        + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        + "<Application>Dossier</Application></Properties>"

    /// Dublin Core about the deck (ISO/IEC 29500-2, 8.3).
    static func core(_ deck: Deck) -> String {
        var xml = Markup.declaration
        xml +=
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        xml += "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
        xml += "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
        xml += "<dc:title>\(Markup.escaped(deck.title))</dc:title>"
        if !deck.authors.isEmpty {
            xml += "<dc:creator>\(Markup.escaped(deck.authors.joined(separator: "; ")))</dc:creator>"
        }
        xml += "<dc:language>\(Markup.escaped(deck.language))</dc:language>"
        if let date = deck.date.map({ String($0.prefix { $0 != "T" }) }), isDay(date) {
            xml += "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(date)T00:00:00Z</dcterms:created>"
            xml += "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">\(date)T00:00:00Z</dcterms:modified>"
        }
        return xml + "</cp:coreProperties>"
    }

    /// A year alone, or a word, is a good date for a report but none for a file.
    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
    }
}
