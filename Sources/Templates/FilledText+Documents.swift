import Documents
import Tables

extension FilledText {
    /// The text read as YAML or JSON, with every value in its place.
    ///
    /// A text that is a value and nothing else becomes what the value is: a number, a list.
    /// - Parameter file: the template's; places in it are the template's too.
    package func document(file: String) throws(Diagnostics) -> Document {
        do throws(Diagnostics) {
            var document = try Document(file: file, contents: bytes)
            var filler = DocumentFiller(text: self, file: file, inBytes: isJSON(file))
            document.root = filler.filled(document.root)
            try filler.problems.throwIfErrors()
            return document
        } catch { throw placed(error, inBytes: isJSON(file)) }
    }

    private func isJSON(_ file: String) -> Bool { Template.isJSON(bytes, file: file) }

    /// Problems that the reader found, where they are in the template.
    func placed(_ problems: Diagnostics, inBytes: Bool) -> Diagnostics {
        Diagnostics(
            problems.all.map { problem in
                var problem = problem
                if !problem.isPlaced, let location = problem.location {
                    problem.location = places.template(location, inBytes: inBytes)
                }
                problem.message = readable(problem.message)
                problem.path = readable(problem.path)
                return problem
            })
    }

    /// A message with what stood in the template in the place of the characters for values.
    private func readable(_ text: String) -> String {
        guard FilledText.hasMarks(text) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if let value = value(for: scalar) {
                result += "{{ \(value.expression) }}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Diagnostic {
    /// Whether its place is the template's already; such problems tell the expression as their path.
    fileprivate var isPlaced: Bool { path.hasPrefix("{{") }
}

extension Template {
    /// Whether a file is read as JSON: as `Document` decides it.
    package static func isJSON(_ contents: [UInt8], file: String) -> Bool {
        if file.hasSuffix(".json") { return true }
        let first = contents.first { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }
        return (first == UInt8(ascii: "{") || first == UInt8(ascii: "[")) && !file.hasSuffix(".yaml")
            && contents.dropFirst().first != UInt8(ascii: "{") && contents.dropFirst().first != UInt8(ascii: "%")
    }
}

/// Puts values into the texts of a document.
struct DocumentFiller {
    let text: FilledText
    let file: String
    /// Whether columns of the document count bytes.
    let inBytes: Bool
    /// Whether it is the front matter of a report.
    var isMatter = false
    var problems = Diagnostics()

    init(text: FilledText, file: String, inBytes: Bool, isMatter: Bool = false) {
        self.text = text
        self.file = file
        self.inBytes = inBytes
        self.isMatter = isMatter
    }

    mutating func filled(_ node: DocumentNode, context: ValueContext = .text) -> DocumentNode {
        let place = text.places.template(node.location, inBytes: inBytes)
        switch node.value {
        case .string(let string):
            guard FilledText.hasMarks(string) else { return DocumentNode(node.value, at: place) }
            if let whole = wholeValue(string), context == .text || (context == .expression && whole.string == nil) {
                guard whole.string?.contains("{fact:") != true else { break }
                return DocumentNode(value: whole, at: place)
            }
            return DocumentNode(.string(filled(string, context: context)), at: place)
        case .array(let items):
            return DocumentNode(.array(items.map { filled($0, context: context) }), at: place)
        case .object(let object):
            var names: Set<String> = []
            let members = object.members.map { member in
                let key = filled(member.key, context: .text)
                let keyPlace = text.places.template(member.keyLocation, inBytes: inBytes)
                if !names.insert(key).inserted {
                    problems.add(Diagnostic("`\(key)` stands twice in one object", file: file, at: keyPlace))
                }
                let inner = ValueContext.context(of: member.key, isMatter: isMatter)
                return DocumentObject.Member(
                    key: key, keyLocation: keyPlace, value: filled(member.value, context: inner))
            }
            return DocumentNode(.object(DocumentObject(members)), at: place)
        default: return DocumentNode(node.value, at: place)
        }
        return DocumentNode(.string(filled(node.string ?? "", context: context)), at: place)
    }

    private func wholeValue(_ string: String) -> DataValue? {
        guard string.unicodeScalars.count == 1, let mark = string.unicodeScalars.first else { return nil }
        return text.value(for: mark)?.value
    }

    mutating func filled(_ string: String, context: ValueContext) -> String {
        guard FilledText.hasMarks(string) else { return string }
        var result = ""
        for scalar in string.unicodeScalars {
            guard let value = text.value(for: scalar) else {
                result.unicodeScalars.append(scalar)
                continue
            }
            do throws(Diagnostic) { result += try context.written(value.value, after: result) } catch {
                var problem = error
                (problem.file, problem.location) = (file, value.location)
                problem.path = "{{ \(value.expression) }}"
                problems.add(problem)
            }
        }
        return result
    }
}

extension DocumentNode {
    /// A value of a table as a node.
    package init(value: DataValue, at location: SourceLocation) {
        switch value {
        case .null: self.init(.null, at: location)
        case .boolean(let value): self.init(.boolean(value), at: location)
        case .number(let value): self.init(.number(value), at: location)
        case .string(let text): self.init(.string(text), at: location)
        case .array(let items): self.init(.array(items.map { DocumentNode(value: $0, at: location) }), at: location)
        case .object(let fields):
            self.init(
                .object(
                    DocumentObject(
                        fields.map {
                            .init(
                                key: $0.name, keyLocation: location, value: DocumentNode(value: $0.value, at: location))
                        })), at: location)
        }
    }
}
