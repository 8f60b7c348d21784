import Testing

@testable import Figures

/// Codes of ECMA-376, 18.8.31 (number formats): a comma behind the digits divides by a thousand.
@Suite("how spreadsheets write the numbers of an axis")
struct SeriesFormatTests {
    @Test(arguments: [
        (["0", "1 billion", "2 billion"], "[=0]0;0,,,\" billion\""),
        (["0", "0.5 million", "1.0 million"], "[=0]0;0.0,,\" million\""),
        (["0", "0,5 Mio.", "1,0 Mio."], "[=0]0;0.0,,\" Mio.\""),
        (["0", "50万", "100万"], "General"),
        (["0", "20", "40"], "General"), (["0.0", "0.5"], "0.0"), (["0", "20,000"], "#,##0"), (["0%", "50%"], "0%"),
        (["0", "5 apples"], "General"), ([], "General"),
    ])
    func formats(_ labels: [String], _ expected: String) {
        #expect(SeriesChart.ValueAxis.format(ofLabels: labels) == expected)
    }
}
