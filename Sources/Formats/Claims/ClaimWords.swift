/// The words that a language counts, refers and dates by.
struct ClaimWords: Sendable {
    /// Whether decimals are set off by a comma.
    var decimalComma = false
    /// Behind these a number is a place in a text.
    var references: Set<String> = []
    /// Behind these a Roman numeral counts.
    var countedNouns: Set<String> = []
    var months: Set<String> = []
    /// Before a number that is then a year.
    var temporal: Set<String> = []
    /// Before `two`, which then only points.
    var determiners: Set<String> = []
    /// Number words beyond those of English.
    var numbers: [String: Double] = [:]
    /// `Millionen`, behind a number.
    var scales: [String: Double] = [:]
    /// `twice`, `doubled`.
    var multiples: [String: Double] = [:]
    /// `third` of `a third`.
    var fractions: [String: Double] = [:]
    /// `half`, which needs no article.
    var halves: [String: Double] = [:]
    /// `scores`, `dozens`.
    var vague: Set<String> = []
    /// Words that end what a number counts.
    var small: Set<String> = []

    static func of(_ language: String) -> ClaimWords {
        let code = language.split(separator: "-").first.map { $0.lowercased() } ?? "en"
        return known[code] ?? (commaLanguages.contains(code) ? comma : english)
    }

    private static let commaLanguages: Set<String> = [
        "it", "pt", "nl", "pl", "uk", "sv", "da", "nb", "nn", "no", "fi", "cs", "sk", "tr", "id", "ro", "el", "hu",
        "bg",
        "hr", "sr", "sl", "lt", "lv", "et", "kk", "ky", "uz", "vi", "ca",
    ]

    private static let comma: ClaimWords = {
        var words = english
        words.decimalComma = true
        return words
    }()

    private static let known: [String: ClaimWords] = [
        "en": english, "de": german, "fr": french, "es": spanish, "ru": russian,
    ]

    static let english = ClaimWords(
        references: [
            "figure", "figures", "fig", "figs", "table", "tables", "note", "notes", "footnote", "footnotes", "page",
            "pages", "p", "pp", "section", "sections", "chapter", "chapters", "paragraph", "paragraphs", "para",
            "appendix", "appendices", "annex", "equation", "equations", "eq", "slide", "slides",
        ],
        countedNouns: [
            "phase", "part", "stage", "level", "type", "class", "tier", "grade", "round", "act", "book", "article",
            "number", "no", "group", "category", "step", "volume", "title", "series", "generation", "block", "zone",
            "protocol", "track", "deal", "agreement", "treaty", "line", "pipeline", "option", "scenario", "corridor",
            "chapter", "section", "figure", "table", "appendix", "annex", "page",
        ],
        months: [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
        ],
        temporal: [
            "in", "since", "by", "from", "until", "till", "of", "during", "before", "after", "to", "between", "and",
            "early", "late", "mid", "year", "years", "circa", "ca", "around", "about", "through", "for", "spring",
            "summer", "autumn", "fall", "winter", "the", "decade",
        ],
        determiners: [
            "the", "these", "those", "both", "its", "their", "our", "his", "her", "other", "all", "any", "between",
            "of",
            "last", "first", "next", "no", "or", "with",
        ],
        multiples: [
            "twice": 2, "thrice": 3, "double": 2, "doubled": 2, "doubles": 2, "doubling": 2, "triple": 3, "tripled": 3,
            "triples": 3, "tripling": 3, "treble": 3, "trebled": 3, "trebling": 3, "quadruple": 4, "quadrupled": 4,
            "quadrupling": 4, "quintupled": 5, "quintuple": 5, "halve": 0.5, "halved": 0.5, "halves": 0.5,
            "halving": 0.5,
        ],
        fractions: [
            "third": 1 / 3.0, "thirds": 1 / 3.0, "quarter": 0.25, "quarters": 0.25, "fourth": 0.25, "fourths": 0.25,
            "fifth": 0.2, "fifths": 0.2, "sixth": 1 / 6.0, "sixths": 1 / 6.0, "seventh": 1 / 7.0, "sevenths": 1 / 7.0,
            "eighth": 0.125, "eighths": 0.125, "ninth": 1 / 9.0, "ninths": 1 / 9.0, "tenth": 0.1, "tenths": 0.1,
            "twentieth": 0.05, "hundredth": 0.01, "hundredths": 0.01, "thousandth": 0.001,
        ],
        halves: ["half": 0.5],
        vague: [
            "scores", "dozens", "hundreds", "thousands", "millions", "billions", "trillions", "tens", "handfuls",
        ],
        small: [
            "of", "in", "from", "to", "and", "or", "at", "on", "by", "for", "with", "than", "as", "is", "are", "was",
            "were", "has", "have", "had", "that", "which", "who", "the", "a", "an", "this", "these", "those", "it",
            "its",
            "per", "but", "while", "when", "where", "if", "so", "not", "no", "into", "over", "under", "since", "until",
            "between", "against", "because", "does", "did", "do", "be", "been", "can", "could", "may", "might", "will",
            "would", "there", "then", "after", "before", "during", "across", "along", "apart", "later", "earlier",
            "ago", "more", "less", "fewer", "times", "each", "their", "his", "her", "our", "what", "whose",
        ])

    static let german = ClaimWords(
        decimalComma: true,
        references: [
            "abbildung", "abb", "tabelle", "tab", "seite", "s", "anmerkung", "kapitel", "abschnitt", "anhang",
        ],
        countedNouns: ["phase", "teil", "stufe", "klasse", "band", "runde", "artikel", "nummer"],
        months: [
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
            "dezember",
        ],
        temporal: [
            "seit", "bis", "von", "vor", "nach", "im", "jahr", "jahre", "ab", "und", "um", "zwischen", "in", "anfang",
            "ende",
        ],
        determiners: ["die", "den", "der", "beiden", "diese", "diesen"],
        numbers: [
            "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
            "elf": 11, "zwölf": 12, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "hundert": 100,
            "tausend": 1000, "dreiundzwanzig": 23,
        ],
        scales: ["millionen": 1e6, "million": 1e6, "milliarden": 1e9, "milliarde": 1e9, "tausend": 1e3],
        multiples: [
            "doppelt": 2, "verdoppelt": 2, "verdoppelte": 2, "zweimal": 2, "dreimal": 3, "verdreifacht": 3,
            "halbiert": 0.5,
        ],
        fractions: ["drittel": 1 / 3.0, "viertel": 0.25, "fünftel": 0.2, "zehntel": 0.1],
        halves: ["hälfte": 0.5, "halb": 0.5, "halbe": 0.5],
        vague: ["dutzende", "hunderte", "tausende", "millionen", "milliarden"],
        small: [
            "von", "in", "aus", "und", "oder", "die", "der", "das", "ist", "sind", "waren", "mit", "für", "als", "pro",
        ])

    static let french = ClaimWords(
        decimalComma: true,
        references: ["figure", "fig", "tableau", "page", "p", "note", "chapitre", "section", "annexe"],
        countedNouns: ["phase", "partie", "étape", "niveau", "classe", "tome", "article", "numéro"],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ],
        temporal: [
            "en", "depuis", "de", "à", "avant", "après", "jusqu", "vers", "et", "entre", "année", "années", "dès",
        ],
        determiners: ["les", "ces", "des", "leurs", "nos"],
        numbers: [
            "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
            "onze": 11, "douze": 12, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
            "mille": 1000,
        ],
        scales: ["millions": 1e6, "million": 1e6, "milliards": 1e9, "milliard": 1e9, "mille": 1e3],
        multiples: ["double": 2, "doublé": 2, "triplé": 3, "triple": 3],
        fractions: ["tiers": 1 / 3.0, "quart": 0.25, "quarts": 0.25, "cinquième": 0.2, "dixième": 0.1],
        halves: ["moitié": 0.5, "demi": 0.5],
        vague: ["dizaines", "douzaines", "centaines", "milliers", "millions", "milliards"],
        small: ["de", "des", "du", "en", "et", "ou", "le", "la", "les", "est", "sont", "avec", "pour", "par", "que"])

    static let spanish = ClaimWords(
        decimalComma: true,
        references: ["figura", "tabla", "página", "p", "nota", "capítulo", "sección", "anexo"],
        countedNouns: ["fase", "parte", "etapa", "nivel", "clase", "tomo", "artículo", "número"],
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        temporal: ["en", "desde", "de", "hasta", "antes", "después", "hacia", "y", "entre", "año", "años", "del"],
        determiners: ["los", "las", "estos", "estas", "sus"],
        numbers: [
            "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
            "once": 11, "doce": 12, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "cien": 100,
            "mil": 1000,
        ],
        scales: ["millones": 1e6, "millón": 1e6, "mil": 1e3],
        multiples: ["doble": 2, "duplicó": 2, "triple": 3, "triplicó": 3],
        fractions: ["tercio": 1 / 3.0, "tercios": 1 / 3.0, "cuarto": 0.25, "cuartos": 0.25, "quinto": 0.2],
        halves: ["mitad": 0.5, "medio": 0.5],
        vague: ["decenas", "docenas", "centenares", "cientos", "miles", "millones"],
        small: ["de", "del", "en", "y", "o", "el", "la", "los", "las", "es", "son", "con", "para", "por", "que"])

    static let russian = ClaimWords(
        decimalComma: true,
        references: ["рисунок", "рис", "таблица", "табл", "страница", "с", "стр", "глава", "раздел", "примечание"],
        countedNouns: ["фаза", "часть", "этап", "уровень", "том", "статья", "номер"],
        months: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ],
        temporal: ["в", "с", "до", "после", "к", "от", "по", "года", "году", "годов", "около", "и"],
        determiners: ["эти", "этих", "обе", "оба"],
        numbers: [
            "два": 2, "две": 2, "три": 3, "четыре": 4, "пять": 5, "шесть": 6, "семь": 7, "восемь": 8, "девять": 9,
            "десять": 10, "одиннадцать": 11, "двенадцать": 12, "двадцать": 20, "тридцать": 30, "сорок": 40, "сто": 100,
        ],
        scales: [
            "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "тысяч": 1e3, "тысячи": 1e3, "млн": 1e6, "тыс": 1e3,
            "млрд": 1e9,
        ],
        multiples: ["вдвое": 2, "втрое": 3, "удвоилось": 2, "дважды": 2, "трижды": 3],
        fractions: ["треть": 1 / 3.0, "четверть": 0.25],
        halves: ["половина": 0.5, "половину": 0.5, "половины": 0.5],
        vague: ["десятки", "сотни", "тысячи", "миллионы", "миллиарды"],
        small: ["в", "на", "и", "или", "из", "с", "по", "от", "до", "для", "что", "это", "за"])
}
