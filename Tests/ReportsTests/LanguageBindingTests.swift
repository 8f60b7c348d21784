import Documents
import Facts
import Files
import Testing

@testable import Reports

/// Reports in other languages: what is true binds and is silent, what is not is told.
@Suite("Numbers bind themselves in every language that ships")
struct LanguageBindingTests {
    private func told(_ line: String, _ language: String, counted: String) throws -> [String] {
        let facts = try FactBase(
            sources: Document(file: "s.yaml", contents: Array("sources: [{id: s, producer: A, title: B}]".utf8)),
            facts: [
                Document(
                    file: "f.yaml",
                    contents: Array(
                        """
                        facts:
                          - {id: a, title: A, about: A, measure: m, value: 13198, unit: \(counted), date: 2015, \
                        source: s, \
                        locator: {section: x}}
                          - {id: b, title: B, about: B, measure: n, value: 4380, unit: km, qualifier: about, \
                        date: undated, \
                        source: s, locator: {section: x}}
                        """.utf8))
            ])
        let text = "---\ntitle: T\nlanguage: \(language)\nchecks: strict\n---\n\(line)\n"
        let bound = BoundReport(try Report(file: "r.md", contents: Array(text.utf8)), facts: facts)
        return bound.findings.map(\.binding.claim.text) + bound.problems.errors.map(\.message)
    }

    @Test(
        "what is true",
        arguments: [
            ("Im Jahr 2015 waren es 13.198 Studenten, die Grenze ist rund 4.380 Kilometer lang.", "de", "Studenten"),
            ("En 2015, 13 198 étudiants ; la frontière est longue d’environ 4 380 kilomètres.", "fr", "étudiants"),
            ("En 2015 eran 13.198 estudiantes; la frontera mide unos 4.380 kilómetros.", "es", "estudiantes"),
            ("В 2015 году было 13 198 студентов, граница длиной около 4 380 километров.", "ru", "студентов"),
            ("2015年有13198名学生，边界长约4380公里。", "zh", "学生"),
            ("Am 28. Mai 1858, im 19. Jahrhundert, Abbildung 3, einer von ihnen.", "de", "Studenten"),
        ])
    func silent(_ line: String, _ language: String, _ counted: String) throws {
        #expect(try told(line, language, counted: counted) == [])
    }

    @Test(
        "what is not",
        arguments: [
            ("Im Jahr 2015 waren es 13.189 Studenten.", "de"), ("Die Grenze ist genau 4.380 Kilometer lang.", "de"),
            ("Die Grenze ist rund 4.380 Meilen lang.", "de"), ("Die Hälfte der Studenten ging.", "de"),
            ("Siebenhundert Studenten kamen.", "de"), ("Der Handel verdreifachte sich.", "de"),
            ("La frontière fait plus de 4 380 kilomètres.", "fr"), ("Le commerce a doublé.", "fr"),
            ("Un tiers des étudiants sont partis.", "fr"), ("Vingt-trois bourses.", "fr"),
            ("La frontera mide más de 4.380 kilómetros.", "es"), ("Veintitrés becas.", "es"),
            ("В 2014 году было 13 198 студентов.", "ru"), ("Двадцать три стипендии.", "ru"),
            ("Граница длиннее: свыше 4 380 километров.", "ru"), ("边界长超过4380公里。", "zh"), ("二十三项奖学金。", "zh"),
            ("三分之一的学生。", "zh"), ("2015年有13189名学生。", "zh"),
        ])
    func loud(_ line: String, _ language: String) throws {
        let counted = ["de": "Studenten", "fr": "étudiants", "es": "estudiantes", "ru": "студентов", "zh": "学生"]
        #expect(try !told(line, language, counted: counted[language] ?? "").isEmpty)
    }
}
