import Archives
import SceneGraph

/// The parts of a package as they come together, slide by slide.
struct PackageParts {
    private var slides: [SlidePart] = []
    /// Pictures of pixels, each once, however many slides show it.
    private var media: [[UInt8]] = []

    mutating func add(_ slide: SlidePart) {
        slides.append(slide)
        for image in slide.images where !media.contains(image) { media.append(image) }
    }

    private func mediaPath(of image: [UInt8]) -> String {
        "media/image\((media.firstIndex(of: image) ?? 0) + 1).\(PackageParts.ending(of: image))"
    }

    /// By the first byte: PNG begins with 0x89, SVG with a letter.
    private static func ending(of image: [UInt8]) -> String { image.first == 0x89 ? "png" : "svg" }

    /// Every part, in the order in which a reader needs them.
    func entries(of deck: Deck) -> [ArchiveEntry] {
        let noted = slides.contains { !$0.notes.isEmpty }
        var parts: [Part] = [
            Part("ppt/presentation.xml", .presentation, PresentationPart.xml(deck, noted: noted)),
            Part("ppt/slideMasters/slideMaster1.xml", .slideMaster, SlideMasterPart.xml(deck)),
            Part("ppt/theme/theme1.xml", .theme, ThemePart.xml(deck.theme)),
            Part("ppt/presProps.xml", .presProps, PropertiesParts.presentation),
            Part("ppt/viewProps.xml", .viewProps, PropertiesParts.view),
            Part("ppt/tableStyles.xml", .tableStyles, PropertiesParts.tableStyles),
            Part("docProps/core.xml", .coreProperties, PropertiesParts.core(deck)),
            Part("docProps/app.xml", .extendedProperties, PropertiesParts.extended),
        ]
        var relationships: [(path: String, [Relationship])] = [
            ("_rels/.rels", [
                Relationship(.officeDocument, "ppt/presentation.xml"), .coreProperties,
                Relationship(.extendedProperties, "docProps/app.xml"),
            ]),
            ("ppt/_rels/presentation.xml.rels", PresentationPart.relationships(slides: slides.count, noted: noted)),
            ("ppt/slideMasters/_rels/slideMaster1.xml.rels",
             SlideLayout.allCases.map { Relationship(.slideLayout, "../slideLayouts/slideLayout\($0.number).xml") }
                + [Relationship(.theme, "../theme/theme1.xml")]),
        ]
        for layout in SlideLayout.allCases {
            parts.append(
                Part("ppt/slideLayouts/slideLayout\(layout.number).xml", .slideLayout, layout.xml(deck)))
            relationships.append((
                "ppt/slideLayouts/_rels/slideLayout\(layout.number).xml.rels",
                [Relationship(.slideMaster, "../slideMasters/slideMaster1.xml")]
            ))
        }
        if noted {
            parts.append(Part("ppt/notesMasters/notesMaster1.xml", .notesMaster, NotesMasterPart.xml(deck)))
            parts.append(Part("ppt/theme/theme2.xml", .theme, ThemePart.xml(deck.theme)))
            relationships.append((
                "ppt/notesMasters/_rels/notesMaster1.xml.rels", [Relationship(.theme, "../theme/theme2.xml")]
            ))
        }
        for (index, slide) in slides.enumerated() {
            let number = index + 1
            parts.append(Part("ppt/slides/slide\(number).xml", .slide, slide.xml))
            var others = [Relationship(.slideLayout, "../slideLayouts/slideLayout\(slide.layout.number).xml")]
            others += slide.images.map { Relationship(.image, "../\(mediaPath(of: $0))") }
            if !slide.notes.isEmpty {
                others.append(Relationship(.notesSlide, "../notesSlides/notesSlide\(number).xml"))
                parts.append(
                    Part(
                        "ppt/notesSlides/notesSlide\(number).xml", .notesSlide,
                        NotesSlidePart.xml(slide.notes, language: deck.language)))
                relationships.append((
                    "ppt/notesSlides/_rels/notesSlide\(number).xml.rels",
                    [
                        Relationship(.notesMaster, "../notesMasters/notesMaster1.xml"),
                        Relationship(.slide, "../slides/slide\(number).xml"),
                    ]
                ))
            }
            relationships.append(("ppt/slides/_rels/slide\(number).xml.rels", others))
        }
        var entries = [ArchiveEntry(path: "[Content_Types].xml", text: ContentTypes.xml(parts, images: Set(media.map(PackageParts.ending))))]
        entries += relationships.map { ArchiveEntry(path: $0.path, text: Relationship.part($0.1)) }
        entries += parts.map { ArchiveEntry(path: $0.path, text: $0.xml) }
        entries += media.enumerated().map { ArchiveEntry(path: "ppt/" + mediaPath(of: $0.element), bytes: $0.element) }
        return entries
    }
}

/// One XML part of the package.
struct Part {
    var path: String
    var type: ContentTypes.Kind
    var xml: String

    init(_ path: String, _ type: ContentTypes.Kind, _ xml: String) {
        self.path = path
        self.type = type
        self.xml = xml
    }
}
