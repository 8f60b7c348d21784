import Archives
import Documents
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

    /// Every part, in the order in which a reader needs them.
    func entries(of deck: Deck) throws(Diagnostic) -> some Sequence<ArchiveEntry> {
        // Beside a template's own parts ours have names that it cannot have.
        let prefix = deck.template == nil ? "" : "dossier-"
        var written = WrittenParts()
        let noted = slides.contains { !$0.notes.isEmpty }
        var notesMaster = "ppt/notesMasters/\(prefix)notesMaster1.xml"
        if let template = deck.template {
            template.write(slides: slides.count, addingNotesMaster: noted ? notesMaster : nil, to: &written)
            notesMaster = template.notesMaster ?? notesMaster
        } else {
            writeFoundation(of: deck, noted: noted, to: &written)
        }
        written.add(Part("docProps/core.xml", .coreProperties, PropertiesParts.core(deck)))
        written.add(Part("docProps/app.xml", .extendedProperties, PropertiesParts.extended))
        written.relationships.append(
            (
                "_rels/.rels",
                [
                    Relationship(.officeDocument, deck.template?.presentationPath ?? "ppt/presentation.xml"),
                    .coreProperties,
                    Relationship(.extendedProperties, "docProps/app.xml"),
                ]
            ))
        if noted, deck.template?.notesMaster == nil {
            written.add(
                Part(notesMaster, .notesMaster, NotesMasterPart.xml(deck)),
                [Relationship(.theme, "../theme/\(prefix)theme2.xml")])
            written.add(Part("ppt/theme/\(prefix)theme2.xml", .theme, ThemePart.xml(deck.theme)))
        }
        for (index, slide) in slides.enumerated() {
            try write(slide, number: index + 1, prefix: prefix, notesMaster: notesMaster, deck: deck, to: &written)
        }
        for (index, image) in media.enumerated() {
            written.files.append(
                ArchiveEntry(
                    path: "ppt/media/\(prefix)\(PackageParts.name(of: image, number: index + 1))", bytes: image))
        }
        return written.entries(media: Set(media.map(PackageParts.ending)))
    }

    private static func name(of image: [UInt8], number: Int) -> String { "image\(number).\(ending(of: image))" }

    /// By the first byte: PNG begins with 0x89, SVG with a letter.
    private static func ending(of image: [UInt8]) -> String { image.first == 0x89 ? "png" : "svg" }

    /// What all slides stand on, where no template brings it.
    private func writeFoundation(of deck: Deck, noted: Bool, to written: inout WrittenParts) {
        written.add(
            Part("ppt/presentation.xml", .presentation, PresentationPart.xml(deck, noted: noted)),
            PresentationPart.relationships(slides: slides.count, noted: noted))
        written.add(
            Part("ppt/slideMasters/slideMaster1.xml", .slideMaster, SlideMasterPart.xml(deck)),
            SlideLayout.allCases.map { Relationship(.slideLayout, "../slideLayouts/slideLayout\($0.number).xml") }
                + [Relationship(.theme, "../theme/theme1.xml")])
        written.add(Part("ppt/theme/theme1.xml", .theme, ThemePart.xml(deck.theme)))
        written.add(Part("ppt/presProps.xml", .presProps, PropertiesParts.presentation))
        written.add(Part("ppt/viewProps.xml", .viewProps, PropertiesParts.view))
        written.add(Part("ppt/tableStyles.xml", .tableStyles, PropertiesParts.tableStyles))
        for layout in SlideLayout.allCases {
            written.add(
                Part("ppt/slideLayouts/slideLayout\(layout.number).xml", .slideLayout, layout.xml(deck)),
                [Relationship(.slideMaster, "../slideMasters/slideMaster1.xml")])
        }
    }

    private func write(
        _ slide: SlidePart, number: Int, prefix: String, notesMaster: String, deck: Deck, to written: inout WrittenParts
    ) throws(Diagnostic) {
        var others = [Relationship(.slideLayout, slide.places.target)]
        if let series = slide.chart {
            let chart = ChartPart(chart: series, theme: deck.theme, language: deck.language)
            others.append(Relationship(.chart, "../charts/\(prefix)chart\(number).xml"))
            written.add(
                Part("ppt/charts/\(prefix)chart\(number).xml", .chart, chart.xml),
                [Relationship(.package, "../embeddings/\(prefix)chart\(number).xlsx")])
            written.files.append(
                ArchiveEntry(
                    path: "ppt/embeddings/\(prefix)chart\(number).xlsx", bytes: try ChartWorkbook(chart: series).bytes()
                ))
        }
        others += slide.images.map { image in
            Relationship(
                .image,
                "../media/\(prefix)\(PackageParts.name(of: image, number: (media.firstIndex(of: image) ?? 0) + 1))")
        }
        others += slide.linkedSlides.map { place in
            Relationship(.slide, "slide\(place + 1).xml", id: SlidePart.relationship(toSlide: place))
        }
        others += slide.addresses.sorted { $0.key < $1.key }.map { place, address in
            var relationship = Relationship(.hyperlink, address, id: SlidePart.relationship(toAddress: place))
            relationship.isExternal = true
            return relationship
        }
        if !slide.notes.isEmpty {
            others.append(Relationship(.notesSlide, "../notesSlides/notesSlide\(number).xml"))
            written.add(
                Part(
                    "ppt/notesSlides/notesSlide\(number).xml", .notesSlide,
                    NotesSlidePart.xml(slide.notes, language: deck.language)),
                [Relationship(.notesMaster, "/" + notesMaster), Relationship(.slide, "../slides/slide\(number).xml")])
        }
        written.add(Part("ppt/slides/slide\(number).xml", .slide, slide.xml), others)
    }
}

/// What has been written of a package.
struct WrittenParts {
    private(set) var parts: [Part] = []
    var relationships: [(path: String, [Relationship])] = []
    /// Files that are no XML, or that a template brings.
    var files: [ArchiveEntry] = []
    /// A template's own entries of the list of types.
    var defaults: [(ending: String, type: String)] = []
    var overrides: [(part: String, type: String)] = []

    /// Adds a part, with what it says about others.
    mutating func add(_ part: Part, _ others: [Relationship] = []) {
        parts.append(part)
        guard !others.isEmpty else { return }
        let cut = part.path.lastIndex(of: "/") ?? part.path.startIndex
        relationships.append(("\(part.path[..<cut])/_rels\(part.path[cut...]).rels", others))
    }

    func entries(media: Set<String>) -> some Sequence<ArchiveEntry> {
        let endings = files.contains { $0.path.hasSuffix(".xlsx") } ? media.union(["xlsx"]) : media
        let types = ArchiveEntry(
            path: "[Content_Types].xml",
            text: ContentTypes.xml(parts, endings: endings, defaults: defaults, overrides: overrides))
        var small = [types]
        small += relationships.map { ArchiveEntry(path: $0.path, text: Relationship.part($0.1)) }
        // Slides are large: each is copied into the archive before the next.
        return [
            AnySequence(small), AnySequence(parts.lazy.map { ArchiveEntry(path: $0.path, text: $0.xml) }),
            AnySequence(files),
        ].joined()
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
