import Documents

/// Metadata as XMP (ISO 16684-1), with the declarations of PDF/UA-1 and PDF/A-3.
enum PDFMetadata {
    static func xmp(for document: PDFDocument) -> String {
        func escape(_ text: String) -> String { XMLText.escaped(text, keepsBreaks: false) }
        func alternatives(_ element: String, _ text: String) -> String {
            "<\(element)><rdf:Alt><rdf:li xml:lang=\"x-default\">\(escape(text))</rdf:li></rdf:Alt></\(element)>\n"
        }
        var body = alternatives("dc:title", document.title.isEmpty ? "Untitled" : document.title)
        if !document.subject.isEmpty { body += alternatives("dc:description", document.subject) }
        if !document.authors.isEmpty {
            let names = document.authors.joined(separator: ", ")
            body += "<dc:creator><rdf:Seq><rdf:li>\(escape(names))</rdf:li></rdf:Seq></dc:creator>\n"
        }
        body += "<dc:language><rdf:Bag><rdf:li>\(escape(document.language))</rdf:li></rdf:Bag></dc:language>\n"
        body += "<xmp:CreatorTool>Dossier</xmp:CreatorTool>\n"
        if let date = document.date { body += "<xmp:CreateDate>\(escape(date))</xmp:CreateDate>\n" }
        return """
            <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
            xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            \(body)<pdfuaid:part>1</pdfuaid:part>
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" \
            xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """
    }
}
