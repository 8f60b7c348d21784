import Calendar
import Documents

/// Where facts come from. The fields are those of Our World in Data's "origin" record, under their own names.
public struct Source: Sendable, Hashable, Identifiable {
    public struct License: Sendable, Hashable {
        public var name: String
        public var url: String?

        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    public struct Archived: Sendable, Hashable {
        public var url: String
        public var sha256: String?

        public init(url: String, sha256: String? = nil) {
            self.url = url
            self.sha256 = sha256
        }
    }

    public var id: String
    /// Who wrote or measured it.
    public var producer: String
    public var title: String
    public var description: String?
    /// The whole citation, as a list of sources prints it.
    public var citationFull: String?
    /// How the producer is named under a figure; the producer's name where none is given.
    public var attribution: String
    public var attributionShort: String
    /// The producer's own name for the edition.
    public var versionProducer: String?
    public var urlMain: String?
    public var urlDownload: String?
    public var datePublished: EDTFDate?
    public var dateAccessed: EDTFDate?
    public var license: License?
    /// Of the document as it is held, 64 hexadecimal digits in small letters.
    public var sha256: String?
    /// Where the document is held, beneath the project's `Data/`; nil where it is held elsewhere or not at all.
    public var path: String?
    /// Ids of the sources that it was made from.
    public var derivedFromSources: [String] = []
    /// A copy that stays: its address, and its SHA-256 where that is known.
    public var archived: Archived?
    /// Why nothing should rest on it any longer; nil where it stands.
    public var retired: String?
    /// Years after its publication, or failing that its reading, past which its numbers are old.
    public var oldAfter: Int?
    /// Of the document, BCP 47: its numbers, units and hedges are read by it.
    public var language = "en"
    /// The file that defines it, and where.
    public var file: String
    public var location: SourceLocation

    public init(
        id: String, producer: String, title: String, description: String? = nil, citationFull: String? = nil,
        attribution: String? = nil, attributionShort: String? = nil, versionProducer: String? = nil,
        urlMain: String? = nil, urlDownload: String? = nil, datePublished: EDTFDate? = nil,
        dateAccessed: EDTFDate? = nil, license: License? = nil, sha256: String? = nil, path: String? = nil,
        file: String = "",
        location: SourceLocation = SourceLocation(line: 1, column: 1)
    ) {
        self.id = id
        self.producer = producer
        self.title = title
        self.description = description
        self.citationFull = citationFull
        self.attribution = attribution ?? producer
        self.attributionShort = attributionShort ?? attribution ?? producer
        self.versionProducer = versionProducer
        self.urlMain = urlMain
        self.urlDownload = urlDownload
        self.datePublished = datePublished
        self.dateAccessed = dateAccessed
        self.license = license
        self.sha256 = sha256
        self.path = path
        self.file = file
        self.location = location
    }

    /// The year of publication, where the source gives one.
    public var year: String? {
        datePublished?.moments.last.map { EDTFDate.wording(ofYear: $0.year) }
    }

    /// For the source line of a figure: `CIA World Factbook (2026)`; without the year where none is known.
    public var credit: String { year.map { "\(attribution) (\($0))" } ?? attribution }

    /// For a list of sources: the full citation, or producer, title and year.
    public var citation: String {
        citationFull ?? ["\(producer), \(title)", year].compactMap { $0 }.joined(separator: ", ") + "."
    }
}
