import CExpat
import Documents

/// Reads XML with expat, into elements; text between them is left out. A document type, through which entities could
/// be made to grow, is refused, and so is nesting deeper than 256.
public enum XMLReader {
    static let deepest = 256

    /// - Parameter file: the document's name, for messages.
    public static func read(_ bytes: [UInt8], file: String) throws(Diagnostic) -> XMLElement {
        guard let parser = XML_ParserCreateNS(nil, 0x7C) else {
            throw Diagnostic("expat has no memory", cause: .internalError)
        }
        defer { XML_ParserFree(parser) }
        let builder = ElementBuilder(parser)
        XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name else { return }
                Unmanaged<ElementBuilder>.fromOpaque(data).takeUnretainedValue().start(
                    String(cString: name), attributes)
            },
            { data, _ in
                guard let data else { return }
                Unmanaged<ElementBuilder>.fromOpaque(data).takeUnretainedValue().end()
            })
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let data else { return }
            Unmanaged<ElementBuilder>.fromOpaque(data).takeUnretainedValue().stop(
                "has a document type, which is not read")
        }
        let status = bytes.withUnsafeBytes { memory in
            XML_Parse(parser, memory.bindMemory(to: CChar.self).baseAddress, Int32(clamping: memory.count), 1)
        }
        if let problem = builder.problem { throw Diagnostic(problem, file: file) }
        guard status == XML_STATUS_OK, let root = builder.root else {
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is empty"
            throw Diagnostic(
                "is no XML that can be read: \(reason)", file: file,
                at: SourceLocation(
                    line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1))
        }
        return root
    }
}

/// What expat's calls are gathered in.
private final class ElementBuilder {
    let parser: XML_Parser
    private var open: [XMLElement] = []
    private(set) var root: XMLElement?
    private(set) var problem: String?
    private var count = 0

    init(_ parser: XML_Parser) { self.parser = parser }

    func start(_ name: String, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        guard open.count < XMLReader.deepest else { return stop("is nested deeper than \(XMLReader.deepest)") }
        count += 1
        guard count <= Limit.nodes.value else { return stop("has more than \(Limit.nodes.value) elements") }
        var attributes: [String: String] = [:]
        var index = 0
        while let key = list?[index], let value = list?[index + 1] {
            attributes[String(cString: key)] = String(cString: value)
            index += 2
        }
        let parts = name.split(separator: "|", maxSplits: 1).map(String.init)
        let start = Int(clamping: XML_GetCurrentByteIndex(parser))
        open.append(
            XMLElement(
                name: parts.last ?? name, namespace: parts.count > 1 ? parts[0] : "", attributes: attributes,
                children: [],
                range: start..<start))
    }

    func end() {
        guard var element = open.popLast() else { return }
        let end = Int(clamping: XML_GetCurrentByteIndex(parser)) + Int(XML_GetCurrentByteCount(parser))
        element.range = element.range.lowerBound..<max(element.range.lowerBound, end)
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    func stop(_ problem: String) {
        self.problem = self.problem ?? problem
        XML_StopParser(parser, 0)
    }
}
