import CExpat
import Documents

/// What is told of an XML document while it is read: nothing of it is kept, so that large ones take no room.
package protocol XMLEventHandler: AnyObject {
    /// A tag opens. Names are without their prefixes.
    func start(_ name: String, _ attributes: XMLEventAttributes)
    /// A piece of the text within an element; one text may come in several.
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
    func end(_ name: String)
    /// Nothing more is wanted of the document.
    var isDone: Bool { get }
}

/// The attributes of a tag while its event lasts.
package struct XMLEventAttributes {
    fileprivate let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// By the name as it is written, its prefix left out.
    package subscript(name: StaticString) -> String? {
        var index = 0
        while let key = list?[index], let value = list?[index + 1] {
            if XMLEventAttributes.bare(key, is: name) { return String(cString: value) }
            index += 2
        }
        return nil
    }

    private static func bare(_ key: UnsafePointer<CChar>, is name: StaticString) -> Bool {
        var start = 0, place = 0
        while key[place] != 0 {
            if key[place] == 0x3A { start = place + 1 }
            place += 1
        }
        guard place - start == name.utf8CodeUnitCount else { return false }
        for index in 0..<(place - start) where UInt8(bitPattern: key[start + index]) != name.utf8Start[index] {
            return false
        }
        return true
    }
}

extension XMLReader {
    /// Reads a document and tells a handler of it as it goes. Document types and nesting deeper than 256 are refused.
    package static func read(_ bytes: [UInt8], file: String, telling handler: any XMLEventHandler) throws(Diagnostic) {
        guard let parser = XML_ParserCreate(nil) else {
            throw Diagnostic("expat has no memory", cause: .internalError)
        }
        defer { XML_ParserFree(parser) }
        let relay = EventRelay(parser, handler)
        XML_SetUserData(parser, Unmanaged.passUnretained(relay).toOpaque())
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let data, let name else { return }
                Unmanaged<EventRelay>.fromOpaque(data).takeUnretainedValue().start(name, attributes)
            },
            { data, name in
                guard let data, let name else { return }
                Unmanaged<EventRelay>.fromOpaque(data).takeUnretainedValue().end(name)
            })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let data, let text else { return }
            let bytes = UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
            Unmanaged<EventRelay>.fromOpaque(data).takeUnretainedValue().handler.text(
                UnsafeBufferPointer(start: bytes, count: Int(count)))
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
            guard let data else { return }
            Unmanaged<EventRelay>.fromOpaque(data).takeUnretainedValue().stop(
                "has a document type, which is not read")
        }
        let status = bytes.withUnsafeBytes { memory in
            XML_Parse(parser, memory.bindMemory(to: CChar.self).baseAddress, Int32(clamping: memory.count), 1)
        }
        if let problem = relay.problem { throw Diagnostic(problem, file: file) }
        guard status == XML_STATUS_OK || handler.isDone else {
            let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "it is empty"
            throw Diagnostic(
                "is no XML that can be read: \(reason)", file: file,
                at: SourceLocation(
                    line: Int(XML_GetCurrentLineNumber(parser)), column: Int(XML_GetCurrentColumnNumber(parser)) + 1))
        }
    }
}

/// Between expat's calls and a handler.
private final class EventRelay {
    let parser: XML_Parser
    let handler: any XMLEventHandler
    private var depth = 0
    private(set) var problem: String?

    init(_ parser: XML_Parser, _ handler: any XMLEventHandler) {
        self.parser = parser
        self.handler = handler
    }

    func start(_ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
        depth += 1
        guard depth <= XMLReader.deepest else { return stop("is nested deeper than \(XMLReader.deepest)") }
        handler.start(bare(name), XMLEventAttributes(list: list))
    }

    func end(_ name: UnsafePointer<CChar>) {
        depth -= 1
        handler.end(bare(name))
        if handler.isDone { XML_StopParser(parser, 0) }
    }

    func stop(_ problem: String) {
        self.problem = self.problem ?? problem
        XML_StopParser(parser, 0)
    }

    private func bare(_ name: UnsafePointer<CChar>) -> String {
        var start = 0, place = 0
        while name[place] != 0 {
            if name[place] == 0x3A { start = place + 1 }
            place += 1
        }
        return String(cString: name + start)
    }
}
