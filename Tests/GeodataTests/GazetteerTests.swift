import Testing

@testable import Geodata

struct GazetteerTests {
    @Test(
        "countries are known by the names that tables and languages have for them",
        arguments: [
            ("UK", "GBR"), ("Great Britain", "GBR"), ("Czech Republic", "CZE"), ("Česko", "CZE"),
            ("Korea, Rep.", "KOR"),
            ("Korea, Dem. People's Rep.", "PRK"), ("Südkorea", "KOR"), ("Côte d’Ivoire", "CIV"),
            ("Cote d'Ivoire", "CIV"),
            ("Россия", "RUS"), ("中国", "CHN"), ("Iran (Islamic Republic of)", "IRN"), ("Viet Nam", "VNM"),
            ("Congo, Dem. Rep.", "COD"), ("Türkiye", "TUR"), ("Turkey", "TUR"), ("Bosnia & Herzegovina", "BIH"),
            ("Swaziland", "SWZ"), ("  Kyrgyz   Republic ", "KGZ"), ("GER", "DEU"), ("日本", "JPN"), ("대한민국", "KOR"),
        ])
    func countries(name: String, code: String) { #expect(Gazetteer.shared.country(name) == code) }

    @Test(
        "cities are known by their other names",
        arguments: [
            ("København", "Copenhagen"), ("Kopenhagen", "Copenhagen"), ("Kyiv", "Kiev"), ("Bombay", "Mumbai"),
            ("Moskau", "Moscow"), ("Le Caire", "Cairo"), ("Pékin", "Beijing"),
        ])
    func cities(name: String, english: String) { #expect(Gazetteer.shared.city(name) == english) }

    @Test func whatIsNoNameIsNone() {
        #expect(Gazetteer.shared.country("Atlantis") == nil)
        #expect(Gazetteer.shared.city("") == nil)
        #expect(Gazetteer(contents: Array("[".utf8)).country("UK") == nil)
    }

    @Test("the program carries its base map")
    func bundled() {
        for name in ["countries-world.topo.json", "places.json", "names.json", "admin1.topo.json"] {
            #expect((BundledGeodata.contents(of: name)?.count ?? 0) > 1000, "\(name)")
        }
        #expect(BundledGeodata.contents(of: "x.json") == nil)
    }
}
