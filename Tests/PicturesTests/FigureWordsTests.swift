import Testing

@testable import Pictures

@Suite("What the things in a figure are called")
struct FigureWordsTests {
    @Test(
        "the key at the end of an id, each part once",
        arguments: [
            ("students/bar[2015]", "2015"), ("a[x,y,x]", "x/y"), ("map[Washington, D.C.]", "Washington, D.C."),
            ("a[]", nil), ("a[,]", nil), ("plain", nil), ("a[1]/b", nil),
        ])
    func keys(id: String, key: String?) {
        #expect(FigureWords.key(of: id) == key)
    }

    @Test(
        "the axis that an id leads through",
        arguments: [
            ("chart/x-axis/label[2]", "x"), ("chart/axis[y]/label", "y"), ("chart/y/title", "y"),
            ("chart/x-axis-label[1]", "x"), ("chart/xylophone/bar", nil),
        ])
    func axes(id: String, axis: String?) {
        #expect(FigureWords.axis(of: id) == axis)
    }

    @Test(arguments: [("bar", "bars"), ("axis", "axises"), ("box", "boxes"), ("city", "cities"), ("day", "days")])
    func plurals(noun: String, plural: String) {
        #expect(FigureWords.plural(noun) == plural)
    }

    @Test("long texts are told where they part")
    func changes() {
        #expect(FigureWords.change("10", "16") == "\"10\" → \"16\"")
        #expect(FigureWords.change("1", "2", quoted: false) == "1 → 2")
        let (head, tail) = (String(repeating: "a", count: 50), String(repeating: "b", count: 50))
        let around = (String(repeating: "a", count: 16), String(repeating: "b", count: 16))
        #expect(
            FigureWords.change(head + "1" + tail, head + "2" + tail)
                == "\"…\(around.0)1\(around.1)…\" → \"…\(around.0)2\(around.1)…\"")
        #expect(FigureWords.shortened(head + "\n" + tail).count == 58)
    }

    @Test("what became of a line's points")
    func outlines() {
        let before = "M0,0L1,0L2,0L3,0L4,0L5,0"
        #expect(
            OutlineComparison.phrase(before, "M0,0L1,0L2,-4L3,0L4,0L5,0") == "point 3 of 6 moved 4 px up")
        #expect(
            OutlineComparison.phrase(before, "M0,0L1,0L2,3L7,0L4,0L5,0")
                == "2 of 6 points moved, by 4 px at the most")
        #expect(OutlineComparison.phrase(before, before + "L6,0") == "6 points → 7")
        #expect(OutlineComparison.phrase(before, "M1,0L2,0L3,0L4,0L5,0L6,0") == nil)
        #expect(OutlineComparison.phrase("M0,0L1,1", "M0,0L2,2") == nil && OutlineComparison.phrase(nil, before) == nil)
    }

    /// Python: `base64.b64encode`.
    @Test(
        arguments: [
            ([], ""), ([0x66], "Zg=="), ([0x66, 0x6F], "Zm8="), ([0x66, 0x6F, 0x6F], "Zm9v"),
            ([0xFF, 0xFE, 0, 0x10], "//4AEA=="),
        ] as [([UInt8], String)])
    func letters(bytes: [UInt8], text: String) {
        #expect(base64(bytes) == text)
    }
}
