import Documents

/// Reads one record of `sources.yaml`.
enum SourceReader {
    static let keys = [
        "id", "producer", "title", "description", "citation_full", "attribution", "attribution_short",
        "version_producer", "url_main", "url_download", "date_published", "date_accessed", "license", "sha256", "path",
        "derived_from_source", "archived", "retired", "old_after", "language",
    ]

    /// Nil when the record has no usable id, producer or title; what is wrong stands in `fields.problems`.
    static func read(_ fields: inout RecordFields) -> Source? {
        let id = fields.identifier()
        fields.rejectKeys(otherThan: keys)
        let producer = fields.text("producer", orElse: "say who wrote or measured it")
        let title = fields.text("title", orElse: "give the title that the source bears")
        let license = license(&fields)
        let digest = digest(&fields)
        let path = fields.text("path")
        let description = fields.text("description")
        let citation = fields.text("citation_full")
        let attribution = fields.text("attribution")
        let attributionShort = fields.text("attribution_short")
        let version = fields.text("version_producer")
        let main = address("url_main", &fields)
        let download = address("url_download", &fields)
        let published = fields.date("date_published")
        let accessed = fields.date("date_accessed")
        let origins = fields.texts("derived_from_source")
        let archived = archived(&fields)
        let retired = fields.text("retired")
        let oldAfter = fields.wholeNumber("old_after", in: 1...1000)
        let language = fields.text("language")
        guard let id, let producer, let title else { return nil }
        var source = Source(
            id: id, producer: producer, title: title, description: description, citationFull: citation,
            attribution: attribution, attributionShort: attributionShort, versionProducer: version, urlMain: main,
            urlDownload: download, datePublished: published, dateAccessed: accessed, license: license, sha256: digest,
            path: path,
            file: fields.file, location: fields.location)
        (source.derivedFromSources, source.archived) = (origins, archived)
        (source.retired, source.oldAfter) = (retired, oldAfter)
        source.language = language ?? "en"
        return source
    }

    private static func archived(_ fields: inout RecordFields) -> Source.Archived? {
        guard var inner = fields.object("archived", keys: ["url", "sha256"]) else { return nil }
        let url = address("url", &inner)
        let sha256 = digest(&inner)
        fields.problems += inner.problems
        return url.map { Source.Archived(url: $0, sha256: sha256) }
    }

    private static func license(_ fields: inout RecordFields) -> Source.License? {
        guard var inner = fields.object("license", keys: ["name", "url"]) else { return nil }
        let name = inner.text("name", orElse: "name the licence")
        let url = address("url", &inner)
        fields.problems += inner.problems
        return name.map { Source.License(name: $0, url: url) }
    }

    /// Links end up in the PDF, where only web addresses belong.
    private static func address(_ key: String, _ fields: inout RecordFields) -> String? {
        guard let text = fields.text(key) else { return nil }
        guard text.hasPrefix("https://") || text.hasPrefix("http://"),
            text.unicodeScalars.allSatisfy({ $0.value > 0x20 })
        else {
            fields.report(key, "`\(shortened(text))` is no web address", advice: "it must begin with https://")
            return nil
        }
        return text
    }

    private static func digest(_ fields: inout RecordFields) -> String? {
        guard let text = fields.text("sha256") else { return nil }
        let lowered = text.lowercased()
        guard lowered.utf8.count == 64,
            lowered.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x61 && $0 <= 0x66 })
        else {
            fields.report(
                "sha256", "`\(shortened(text))` is no SHA-256 digest",
                advice: "it has 64 hexadecimal digits, as `sha256sum FILE` prints them")
            return nil
        }
        return lowered
    }
}
