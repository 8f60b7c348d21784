import Testing

@testable import Formats

/// What texts of the languages that ship claim by numbers, by kind, value, unit and hedge.
@Suite("Claims in other languages")
struct ClaimLanguageTests {
    private func claims(_ text: String, _ language: String) -> [String] {
        ClaimScanner.claims(in: text, language: language).filter(\.needsFact).map { claim in
            let hedge = claim.number.hedge == .none ? "" : "\(claim.number.hedge) "
            let value = (claim.number.value * 1000).rounded() / 1000
            let written = value == value.rounded() ? String(Int(value)) : String(value)
            if case .vague(let name) = claim.kind { return name }
            let kind = claim.kind == .amount ? "" : "\(claim.kind) "
            return "\(hedge)\(kind)\(written)\(claim.unit.map { " " + $0 } ?? "")"
        }
    }

    @Test(
        "German",
        arguments: [
            ("Die Zahl stieg von 781 auf 13.198.", ["781", "13198"]),
            ("mehr als 1,5 Millionen Quadratkilometer", ["above 1500000 km²"]),
            ("rund 4.380 Kilometer, knapp 23 Prozent", ["about 4380 km", "nearly 23 %"]),
            ("mindestens siebenhunderteinundachtzig Gäste", ["above 781"]),
            ("dreiundzwanzig Stipendien", ["23"]), ("zweihundert Jahre", ["200"]),
            ("Die Hälfte ging, ein Drittel blieb.", ["share 0.5", "share 0.333"]),
            ("Der Handel verdoppelte sich.", ["multiple 2 ×"]),
            ("siebzehnmal so viele, das Siebzehnfache", ["multiple 17 ×", "multiple 17 ×"]),
            ("Dutzende Soldaten", ["dutzende"]), ("über 3 Mrd. Euro", ["above 3000000000"]),
            ("Im Jahr 2005, seit 1991, am 28. Mai 1858, im 19. Jahrhundert, in den 1960er Jahren.", []),
            ("Abbildung 3, S. 12, die beiden Seiten, einer von ihnen", []),
            ("1789 Gäste kamen.", ["1789"]), ("2005 kamen sie.", []),
        ])
    func german(_ text: String, _ expected: [String]) {
        #expect(claims(text, "de").map { $0.replacing(" €", with: "") } == expected)
    }

    @Test(
        "French",
        arguments: [
            ("Ils sont passés de 781 à 13 198.", ["781", "13198"]),
            ("plus de 1,5 million de kilomètres carrés", ["above 1500000"]),
            ("environ 4 380 kilomètres", ["about 4380 km"]), ("près de 23 pour cent", ["nearly 23 %"]),
            ("sept cent quatre-vingt-un étudiants", ["781"]), ("vingt-trois bourses", ["23"]),
            ("quatre-vingt-dix-sept et soixante-quinze", ["97", "75"]),
            ("la moitié, un tiers", ["share 0.5", "share 0.333"]), ("Le commerce a doublé.", ["multiple 2 ×"]),
            ("17 fois plus", ["17 ×"]), ("des centaines de soldats", ["centaines"]),
            ("En 2005, depuis 1991, le 28 mai 1858, au 19e siècle, dans les années 1960.", []),
            ("figure 3, page 12, les deux côtés, une question", []), ("le 47e participant", ["ordinal 47"]),
        ])
    func french(_ text: String, _ expected: [String]) { #expect(claims(text, "fr") == expected) }

    @Test(
        "Spanish",
        arguments: [
            ("Pasaron de 781 a 13.198.", ["781", "13198"]),
            ("más de 1,5 millones de kilómetros cuadrados", ["above 1500000"]),
            ("unos 4.380 kilómetros", ["about 4380 km"]), ("casi el 23 por ciento", ["23 %"]),
            ("setecientos ochenta y un estudiantes", ["781"]), ("veintitrés becas", ["23"]),
            ("la mitad, un tercio", ["share 0.5", "share 0.333"]), ("El comercio se duplicó.", ["multiple 2 ×"]),
            ("cientos de soldados", ["cientos"]),
            ("En 2005, desde 1991, el 28 de mayo de 1858, en el siglo XIX, en los años 1960.", []),
            ("figura 3, página 12, los dos lados, una cosa", []),
        ])
    func spanish(_ text: String, _ expected: [String]) { #expect(claims(text, "es") == expected) }

    @Test(
        "Russian",
        arguments: [
            ("Число выросло с 781 до 13 198.", ["781", "13198"]),
            ("более 1,5 миллиона квадратных километров", ["above 1500000 km²"]),
            ("около 4 380 километров", ["about 4380 km"]), ("почти 23 процента", ["nearly 23 %"]),
            ("семьсот восемьдесят один студент", ["781"]), ("двадцать три стипендии", ["23"]),
            ("половина, треть", ["share 0.5", "share 0.333"]), ("Торговля выросла вдвое.", ["multiple 2 ×"]),
            ("в 17 раз больше", ["17 ×"]), ("сотни солдат", ["сотни"]), ("с 5 странами", ["5"]),
            ("В 2005 году, с 1991 года, 28 мая 1858 года, в 19 веке, в 1960-х годах, в 1969-м.", []),
            ("рисунок 3, с. 12, обе стороны", []),
        ])
    func russian(_ text: String, _ expected: [String]) { #expect(claims(text, "ru") == expected) }

    @Test(
        "Chinese",
        arguments: [
            ("人数从781增至13198。", ["781", "13198"]), ("超过150万平方公里", ["above 1500000 km²"]),
            ("约4380公里长", ["about 4380 km"]), ("4380多公里", ["above 4380 km"]), ("近百分之二十三", ["23 %"]),
            ("二十三项奖学金", ["23"]), ("一百五十万人", ["1500000"]), ("五个国家", ["5"]),
            ("三分之一的人，一半的人", ["share 0.333", "share 0.5"]), ("增长了两倍", ["2 ×"]), ("贸易翻了一番", ["multiple 2 ×"]),
            ("数百名士兵", ["数百"]), ("二〇〇五年，2015年5月28日，19世纪，60年代，1960年代", []),
            ("图3和第12页，一些国家，统一的世界，两国关系，三角洲", []), ("十分重要", []),
        ])
    func chinese(_ text: String, _ expected: [String]) { #expect(claims(text, "zh") == expected) }
}
