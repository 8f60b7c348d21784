import Documents
import Tables
import Typography

/// The first stage: a document becomes a typed specification. Keys that are not known, values of the wrong kind and
/// numbers out of bounds are told, each with its place.
struct ChartReader {
    let theme: Theme
    var diagnostics = Diagnostics()
    /// What was meant is looked for only so often: a document of a hundred such words is something else.
    private var unknownWords = 0
    var toldFonts: Set<String> = []
    var parameters: [ParameterSpecification] = []

    /// How deep compositions may nest.
    static let deepest = 32

    init(theme: Theme) { self.theme = theme }

    /// Reads a whole document.
    static func read(_ document: Document, theme: Theme) -> (specification: Specification, diagnostics: Diagnostics) {
        var reader = ChartReader(theme: theme)
        let specification = reader.specification(document.root)
        return (specification, reader.diagnostics)
    }

    private mutating func specification(_ root: DocumentNode) -> Specification {
        guard root.object != nil else {
            report(root, "a chart is an object, not \(root.kind)", path: "")
            return Specification(
                root: ViewSpecification(place: Place(path: "", location: root.location)), config: Config(theme: theme))
        }
        let view = view(root, path: "", depth: 0)
        // The configuration's parameters come first: those of views may name them.
        let own = parameters
        parameters = []
        let written = root["config"]
        if let written, written.object == nil, !written.isNull { wrong(written, "an object", path: "config") }
        let look = Look.document(for: theme)
        let config = config(written?.object == nil ? look : look.merging(written), path: "config")
        var specification = Specification(root: view, config: config)
        specification.parameters = parameters + own
        specification.page = page(root, path: "").merged(over: config.page)
        specification.description = root["description"]?.string
        specification.extras = extras(root["usermeta"]?["dossier"])
        return specification
    }

    // MARK: - Telling

    mutating func report(_ node: DocumentNode, _ message: String, path: String, advice: String? = nil) {
        diagnostics.add(Diagnostic(message, at: node.location, path: path, advice: advice))
    }

    mutating func warn(_ node: DocumentNode, _ message: String, path: String, advice: String? = nil) {
        diagnostics.add(Diagnostic(message, severity: .warning, at: node.location, path: path, advice: advice))
    }

    mutating func wrong(_ node: DocumentNode, _ wanted: String, path: String) {
        report(node, "this is \(wanted), not \(node.kind)", path: path)
    }

    /// Tells that a word is none of those known.
    mutating func unknown(
        _ word: String, _ noun: String, _ node: DocumentNode, path: String, known: [String], advice: String? = nil
    ) {
        unknownWords += 1
        let near = unknownWords > DocumentReader.mostTold ? nil : suggestion(for: word, among: known)
        report(
            node, "`\(word)` is no \(noun)", path: path, advice: near.map { "did you mean `\($0)`?" } ?? advice)
    }

    // MARK: - The page

    mutating func page(_ node: DocumentNode?, path: String) -> PageSpecification {
        var page = PageSpecification()
        if let background = node?["background"] {
            page.background = setting(background, of: .color, key: "background", path: join(path, "background"))
        }
        if let padding = node?["padding"] {
            if let all = padding.number {
                page.padding = .init(left: all, top: all, right: all, bottom: all)
            } else if padding.object != nil {
                func side(_ name: String) -> Double { padding[name]?.number ?? 0 }
                page.padding = .init(left: side("left"), top: side("top"), right: side("right"), bottom: side("bottom"))
            } else if Setting.expression(in: padding) == nil, !padding.isNull {
                warn(
                    padding, "`padding` is a number or an object, not \(Self.shown(padding))",
                    path: join(path, "padding"))
            }
        }
        if let autosize = node?["autosize"] {
            page.autosize = autosize.string ?? autosize["type"]?.string ?? "pad"
            page.fitsPadding = autosize["contains"]?.string == "padding"
        }
        return page
    }

    private func extras(_ node: DocumentNode?) -> FigureExtras {
        var extras = FigureExtras()
        extras.alternative = node?["alt"]?.string
        extras.subtitle = node?["subtitle"]?.string
        extras.note = node?["note"]?.string
        let sources = node?["sources"]
        extras.sources = (sources?.array ?? sources.map { [$0] } ?? []).compactMap(\.string)
        extras.labels = node?["labels"]?.string ?? (node?["labels"] == nil ? nil : "none")
        if let name = node?["size"]?.string {
            extras.size = .named(name)
        } else if let width = node?["size"]?["width"]?.number, (16...32767).contains(width) {
            extras.size = .extent(width: width, height: node?["size"]?["height"]?.number)
        }
        return extras
    }

    // MARK: - Parameters

    /// Reads a list of parameters; returns the names of those that are selections.
    mutating func parameters(_ node: DocumentNode?, encoding: DocumentNode?, path: String) -> [String] {
        var selections: [String] = []
        for (index, param) in (node?.array ?? []).enumerated() {
            guard let name = param["name"]?.string else {
                warn(param, "a parameter has a `name`", path: "\(join(path, "params"))[\(index)]")
                continue
            }
            var parameter = ParameterSpecification(name: name)
            if let selection = Selection(param, encoding: encoding) {
                parameter.selection = selection
                selections.append(name)
            } else if let value = param["value"] {
                let value = DataValue(value)
                parameter.value = Moments.moment(value).map { .number($0) } ?? value
            } else {
                parameter.expression = param["expr"]?.string ?? param["bind"]?["value"]?.string
            }
            parameter.location = (param["expr"] ?? param).location
            parameters.append(parameter)
        }
        return selections
    }

    /// The channels that a view's parameters may be of: its own over those within it.
    func encoding(of node: DocumentNode, depth: Int = 0) -> DocumentNode? {
        guard depth < Self.deepest else { return nil }
        let inner = (node["layer"]?.array ?? node["spec"].map { [$0] } ?? []).lazy.compactMap {
            encoding(of: $0, depth: depth + 1)
        }.first
        return node["encoding"].map { own in inner.map { own.merging($0) } ?? own } ?? inner
    }
}
