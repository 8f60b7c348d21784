/// The place of a chart on its slide (ECMA-376 part 1, 19.3.1.21). The chart is the slide's second relationship, after
/// the layout.
struct ChartFrame {
    var name: String
    var description: String
    var frame: Frame
    /// What the frame fills in the layout, as `p:ph` writes it; nil where it stands free.
    var placeholder: String?

    func xml(id: Int) -> String {
        "<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id=\"\(id)\" name=\"\(Markup.escaped(name))\" "
            + "descr=\"\(Markup.escaped(description))\"/>"
            + "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr>"
            + "<p:nvPr>\(placeholder.map { "<p:ph \($0)/>" } ?? "")</p:nvPr></p:nvGraphicFramePr>"
            + "<p:xfrm>\(frame.xml)</p:xfrm><a:graphic><a:graphicData "
            + "uri=\"http://schemas.openxmlformats.org/drawingml/2006/chart\">"
            + "<c:chart xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
            + "r:id=\"rId2\"/></a:graphicData></a:graphic></p:graphicFrame>"
    }
}
