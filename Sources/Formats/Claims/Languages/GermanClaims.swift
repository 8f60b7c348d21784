extension ClaimWords {
    static let german = ClaimWords(
        decimalComma: true,
        references: [
            "abbildung", "abbildungen", "abb", "tabelle", "tabellen", "tab", "seite", "seiten", "s", "anmerkung",
            "kapitel",
            "abschnitt", "anhang", "figure", "fußnote",
        ],
        countedNouns: ["phase", "teil", "stufe", "klasse", "band", "runde", "artikel", "nummer"],
        months: [
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
            "dezember",
        ],
        temporal: [
            "seit", "bis", "von", "vor", "nach", "im", "jahr", "jahre", "jahren", "ab", "und", "um", "zwischen", "in",
            "anfang", "ende", "mitte", "sommer", "winter", "frühjahr", "herbst",
        ],
        determiners: ["die", "den", "der", "beiden", "beide", "diese", "diesen", "dieser", "ihre", "ihren"],
        scales: [
            "millionen": 1e6, "million": 1e6, "mio": 1e6, "milliarden": 1e9, "milliarde": 1e9, "mrd": 1e9,
            "billionen": 1e12, "billion": 1e12, "tausend": 1e3, "tsd": 1e3,
        ],
        multiples: ["doppelt": 2, "doppelte": 2, "doppelten": 2],
        fractions: [
            "drittel": 1 / 3.0, "viertel": 0.25, "fünftel": 0.2, "sechstel": 1 / 6.0, "siebtel": 1 / 7.0,
            "achtel": 0.125,
            "zehntel": 0.1, "hundertstel": 0.01,
        ],
        halves: ["hälfte": 0.5, "halb": 0.5, "halbe": 0.5, "halben": 0.5, "halbes": 0.5],
        vague: [
            "dutzend", "dutzende", "dutzenden", "hunderte", "hunderten", "tausende", "tausenden", "millionen",
            "milliarden",
        ],
        multipleStems: [
            "verdoppel": 2, "verdreifach": 3, "vervierfach": 4, "verfünffach": 5, "verzehnfach": 10, "halbier": 0.5,
        ],
        small: [
            "von", "in", "aus", "und", "oder", "die", "der", "das", "den", "dem", "des", "ist", "sind", "war", "waren",
            "mit",
            "für", "als", "pro", "auf", "zu", "bei", "nach", "seit", "im", "am", "es", "sie", "wie", "davon", "mehr",
        ],
        units: [
            "kilometer": "km", "kilometern": "km", "meter": "m", "metern": "m", "quadratkilometer": "km²",
            "quadratkilometern": "km²", "quadratmeter": "m²", "quadratmetern": "m²", "kubikmeter": "m³", "meile": "mi",
            "meilen": "mi", "hektar": "ha", "tonne": "t", "tonnen": "t", "kilogramm": "kg", "prozent": "%",
            "fache": "×",
            "fach": "×", "mal": "×", "prozentpunkte": "pp", "tage": "day", "tagen": "day", "wochen": "week",
            "monate": "month", "monaten": "month", "stunden": "h", "minuten": "min",
        ],
        centuries: ["jahrhundert", "jahrhunderts", "jh", "jahrhunderten", "jahrhunderte"],
        decades: ["er", "ern"],
        hedgesBefore: [
            ("nicht mehr als", .below), ("nicht weniger als", .above), ("mehr als", .above), ("weniger als", .below),
            ("mindestens", .above), ("wenigstens", .above), ("höchstens", .below), ("maximal", .below),
            ("bis zu", .below),
            ("über", .above), ("unter", .below), ("knapp", .nearly), ("fast", .nearly), ("beinahe", .nearly),
            ("nahezu", .nearly), ("gut", .above), ("rund", .about), ("etwa", .about), ("ungefähr", .about),
            ("circa", .about),
            ("zirka", .about), ("ca.", .about), ("schätzungsweise", .about), ("genau", .exactly), ("exakt", .exactly),
        ],
        rangeWords: ["bis zu"],
        hedgesAfter: [("oder mehr", .above), ("oder weniger", .below), ("und mehr", .above)],
        spelling: NumberSpelling(
            parts: [
                "null": 0, "ein": 1, "eins": 1, "eine": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6,
                "sieben": 7,
                "acht": 8, "neun": 9, "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14,
                "fünfzehn": 15,
                "sechzehn": 16, "siebzehn": 17, "achtzehn": 18, "neunzehn": 19, "zwanzig": 20, "dreißig": 30,
                "vierzig": 40,
                "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80, "neunzig": 90,
            ],
            scales: ["hundert": 100, "tausend": 1000], joiners: ["und"], articles: ["ein", "eine", "eins"],
            isCompound: true))
}
