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
        case extendedProperties = "extended-properties"
        case coreProperties

        var mediaType: String {
            self == .coreProperties
                ? "application/vnd.openxmlformats-package.core-properties+xml"
                : "application/vnd.openxmlformats-officedocument.\(rawValue)+xml"
        }
    }

    static func xml(_ parts: [Part], images: Set<String>) -> String {
        var xml = Markup.declaration
        xml += "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        xml += "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        xml += "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        if images.contains("png") { xml += "<Default Extension=\"png\" ContentType=\"image/png\"/>" }
        if images.contains("svg") { xml += "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>" }
        for part in parts {
            xml += "<Override PartName=\"/\(part.path)\" ContentType=\"\(part.type.mediaType)\"/>"
        }
        return xml + "</Types>"
    }
}
