import Tables
import Testing

@Suite("Spreadsheets run nothing of a text that is attached as CSV")
struct FormulaSafetyTests {
    @Test(arguments: [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"), ("+1+1", "'+1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2+3", "'-2+3"),
        ("＝1", "'＝1"), ("\tx", "'\tx"), ("-12.5", "-12.5"), ("+3e4", "+3e4"), ("a=b", "a=b"), ("", ""),
        ("=a,\"b\"", "\"'=a,\"\"b\"\"\""),
    ]) func formulas(text: String, written: String) {
        #expect(DelimitedText.csv(header: ["a"], rows: [[text]]) == "a\r\n\(written)\r\n")
    }
}
