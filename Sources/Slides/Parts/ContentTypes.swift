/// The list of what every part is (ISO/IEC 29500-2, 7.2.3).
enum ContentTypes {
    enum Kind: String {
        case presentation = "presentationml.presentation.main"
        case slideMaster = "presentationml.slideMaster"
        case slideLayout = "presentationml.slideLayout"
        case slide = "presentationml.slide"
        case notesMaster = "presentationml.notesMaster"
        case notesSlide = "presentationml.notesSlide"
        case presProps = "presentationml.presProps"
        case viewProps = "presentationml.viewProps"
        case tableStyles = "presentationml.tableStyles"
        case theme = "theme"
        case chart = "drawingml.chart"
        case extendedProperties = "extended-properties"
        case coreProperties

        var mediaType: String {
            self == .coreProperties
                ? "application/vnd.openxmlformats-package.core-properties+xml"
                : "application/vnd.openxmlformats-officedocument.\(rawValue)+xml"
        }
    }

    private static let byEnding = [
        "png": "image/png", "svg": "image/svg+xml", "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]

    /// - Parameters:
    ///   - endings: of the files that are no XML.
    ///   - defaults: a template's own types by ending, which win.
    ///   - overrides: the types of a template's parts.
    static func xml(
        _ parts: [Part], endings: Set<String>, defaults: [(ending: String, type: String)] = [],
        overrides: [(part: String, type: String)] = []
    ) -> String {
        var xml = Markup.declaration
        xml += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        var known: Set<String> = []
        func add(_ ending: String, _ type: String) {
            guard known.insert(ending.lowercased()).inserted else { return }
            xml += "<Default Extension=\"\(Markup.escaped(ending))\" ContentType=\"\(Markup.escaped(type))\"/>"
        }
        for (ending, type) in defaults { add(ending, type) }
        for ending in ["rels", "xml"] + endings.sorted() { if let type = byEnding[ending] { add(ending, type) } }
        for (part, type) in overrides {
            xml += "<Override PartName=\"/\(Markup.escaped(part))\" ContentType=\"\(Markup.escaped(type))\"/>"
        }
        for part in parts {
            xml += "<Override PartName=\"/\(part.path)\" ContentType=\"\(part.type.mediaType)\"/>"
        }
        return xml + "</Types>"
    }
}
