import Transforms
import Documents
import Tables

extension ChartReader {
    /// Reads the properties of an object: each that the group does not know, each value that is not of its property's
    /// kind, and each number out of bounds is told.
    ///
    /// - Parameters:
    ///   - others: keys that are read elsewhere.
    ///   - isIdle: nothing of it is drawn, so that a slip in it stops nothing.
    mutating func bag<Name: PropertyName>(
        _ node: DocumentNode?, path: String, as name: Name.Type = Name.self, others: [String] = [],
        isIdle: Bool = false
    ) -> PropertyBag<Name> {
        var bag = PropertyBag<Name>()
        guard let node, node.object != nil else { return bag }
        var reader = DocumentReader(node, path: path, noun: Name.noun)
        reader.allow(Name.names + others)
        reader.finish()
        for var problem in reader.problems.all {
            if isIdle { problem.severity = .warning }
            diagnostics.add(problem)
        }
        bag.location = node.location
        for member in node.object?.members ?? [] {
            guard let name = Name(rawValue: member.key) else { continue }
            if Name.undrawn.contains(name), !isIdle { tellUndrawn(member, of: Name.noun, path: path) }
            if let setting = setting(member.value, of: name.kind, key: member.key, path: join(path, member.key)) {
                bag[name] = setting
            }
        }
        return bag
    }

    mutating func tellUndrawn(_ member: DocumentObject.Member, of noun: String, path: String) {
        diagnostics.add(
            Diagnostic(
                "`\(member.key)` of \(noun) is not drawn", severity: .warning, at: member.keyLocation,
                path: join(path, member.key)))
    }

    /// The value of a property; nil, and told, where it is not of the property's kind.
    mutating func setting(_ node: DocumentNode, of kind: PropertyKind, key: String, path: String) -> Setting? {
        if let conditions = node["condition"] {
            let rest = node["expr"] != nil ? node["expr"].map { DocumentNode.object(["expr": $0]) } : node["value"]
            let otherwise = rest.flatMap { setting($0, of: kind, key: key, path: path) }
            return Setting(
                .conditional(choices(conditions, of: kind, path: path), otherwise: otherwise), at: node.location)
        }
        guard kind.holds(node) else {
            warn(node, "`\(key)` is \(kind.expected), not \(Self.shown(node))", path: path)
            return nil
        }
        if kind.isFont, let css = node.string { tellFont(css, node, path: path) }
        if let number = node.number, kind.shapes.contains(.number), !kind.bounds.contains(number) {
            let bound = min(max(number, kind.bounds.lowerBound), kind.bounds.upperBound)
            warn(
                node,
                "`\(key)` \(DataValue.number(number).asText) is out of bounds: \(DataValue.number(bound).asText) is "
                    + "taken",
                path: path)
            return Setting(.number(bound.isNaN ? kind.bounds.lowerBound : bound), at: node.location)
        }
        return Setting(node)
    }

    private mutating func choices(_ node: DocumentNode, of kind: PropertyKind, path: String) -> [Setting.Choice] {
        (node.array ?? [node]).compactMap { item in
            guard let test = item["test"] ?? (item["param"] == nil ? nil : item.keeping("param", "empty")) else {
                return nil
            }
            let predicate = Predicate(test, path: join(path, "condition.test"), diagnostics: &diagnostics)
            let value = item["expr"].map { DocumentNode.object(["expr": $0]) } ?? item["value"] ?? .nothing
            return Setting.Choice(test: predicate, value: Setting(value))
        }
    }

    /// Tells of each family that is set in another, once.
    private mutating func tellFont(_ css: String, _ node: DocumentNode, path: String) {
        let found = FontNames.resolve(css, theme: theme)
        guard !found.isFaithful, toldFonts.insert(css).inserted else { return }
        warn(
            node, "the font `\(css)` is set in \(found.family)", path: path,
            advice: "families that can be named: sans-serif, serif, monospace, Lato, Noto Sans, Noto Serif")
    }

    /// What was found in place of what was expected.
    static func shown(_ node: DocumentNode) -> String {
        switch node.value {
        case .string(let text): "`\(text.prefix(80))`"
        case .number(let number): DataValue.number(number).asText
        default: node.kind
        }
    }
}
