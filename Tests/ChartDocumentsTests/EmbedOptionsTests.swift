import Testing

@testable import ChartDocuments

@Suite("Embed options, Vega's themes and Vega documents")
struct EmbedOptionsTests {
    @Test("the fourteen themes of vl-convert 1.9 are there")
    func themes() {
        // python -c 'import vl_convert; print(sorted(vl_convert.get_themes()))'
        #expect(
            VegaThemes.names == [
                "carbong10", "carbong100", "carbong90", "carbonwhite", "dark", "excel", "fivethirtyeight", "ggplot2",
                "googlecharts", "latimes", "powerbi", "quartz", "urbaninstitute", "vox",
            ])
        #expect(VegaThemes.config(named: "vega:dark")?["background"]?.string == "#333")
        #expect(VegaThemes.config(named: "dark") == nil)
    }

    @Test("a theme lies beneath the document's own config")
    func beneath() throws {
        let text = #"""
            {"usermeta": {"embedOptions": {"theme": "dark"}}, "config": {"background": "red", "axis": {"grid": false}}}
            """#
        let json = try Prepared(text).json
        #expect(json.contains(#""background":"red""#))
        #expect(json.contains(##""axis":{"domainColor":"#fff","gridColor":"#888","tickColor":"#fff","grid":false}"##))
    }

    @Test("the theme that is drawn under comes before the document's")
    func chosen() throws {
        let text = #"{"usermeta": {"embedOptions": {"theme": "dark"}}, "mark": "bar"}"#
        let json = try Prepared(text, theme: "vega:vox").json
        #expect(json.contains("#3e5c69"))
        #expect(!json.contains("#333\""))
    }

    @Test("locales by name and written out")
    func locales() throws {
        // python -c 'import vl_convert; print(vl_convert.get_format_locale("de-DE"))'
        let json = try Prepared(
            #"{"usermeta": {"embedOptions": {"formatLocale": "de-DE", "timeFormatLocale": {"date": "%d"}}}}"#
        ).json
        #expect(json.contains(#""number":{"decimal":",","thousands":".","grouping":[3]"#))
        #expect(json.contains(#""time":{"date":"%d"}"#))
    }

    @Test("a name that is none is told, with the nearest")
    func unknown() throws {
        let prepared = try Prepared(#"{"usermeta": {"embedOptions": {"theme": "darc", "formatLocale": "de"}}}"#)
        #expect(prepared.said == ["`darc` is no theme of Vega's", "`de` is no locale of d3's"])
        #expect(!prepared.hasErrors)
    }

    @Test(
        "a full Vega document is told for what it is",
        arguments: [
            #"{"$schema": "https://vega.github.io/schema/vega/v5.json", "marks": [], "signals": []}"#,
            #"{"marks": [{"type": "rect"}], "scales": []}"#,
        ])
    func vega(_ text: String) throws {
        let prepared = try Prepared(text)
        #expect(prepared.hasErrors)
        #expect(prepared.said.first?.hasPrefix("this is a Vega document") == true)
    }

    @Test(
        "Vega-Lite is not taken for Vega, whatever else it is",
        arguments: [
            #"{"$schema": "https://vega.github.io/schema/vega-lite/v6.json", "mark": "bar"}"#, #"{"mark": "bar"}"#,
            "[]",
            "3", #"{"usermeta": {"embedOptions": 3}}"#, #"{"usermeta": {"embedOptions": {"theme": ["dark"]}}}"#,
            #"{"selection": 3, "encoding": [], "transform": 4, "config": "x", "layer": {"mark": 1}}"#,
        ])
    func vegaLite(_ text: String) throws { #expect(try !Prepared(text).hasErrors) }
}
