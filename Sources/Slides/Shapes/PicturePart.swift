/// A figure as a picture of pixels with its drawing beside it (ECMA-376 part 1, 19.3.1.37; MS-ODRAWXML 2.3.6.1).
///
/// The pixels are the slide's second relationship and the drawing its third, after the layout.
struct PicturePart {
    var name: String
    var description: String
    var frame: Frame
    /// What the picture fills in the layout, as `p:ph` writes it; nil where it stands free.
    var placeholder: String?

    func xml(id: Int) -> String {
        "<p:pic><p:nvPicPr><p:cNvPr id=\"\(id)\" name=\"\(Markup.escaped(name))\" "
            + "descr=\"\(Markup.escaped(description))\"/>"
            + "<p:cNvPicPr><a:picLocks "
            + "noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr>\(placeholder.map { "<p:ph \($0)/>" } ?? "")</p:nvPr>"
            + "</p:nvPicPr><p:blipFill><a:blip r:embed=\"rId2\">"
            + "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
            + "xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" "
            + "r:embed=\"rId3\"/></a:ext></a:extLst>"
            + "</a:blip><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm>\(frame.xml)</a:xfrm>"
            + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></p:spPr></p:pic>"
    }
}
