extension ClaimWords {
    static let spanish = ClaimWords(
        decimalComma: true,
        references: [
            "figura", "figuras", "tabla", "tablas", "página", "páginas", "p", "pp", "nota", "capítulo", "sección",
            "anexo",
            "gráfico", "cuadro",
        ],
        countedNouns: ["fase", "parte", "etapa", "nivel", "clase", "tomo", "artículo", "número"],
        months: [
            "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
            "noviembre", "diciembre",
        ],
        temporal: [
            "en", "desde", "de", "hasta", "antes", "después", "hacia", "y", "entre", "año", "años", "del", "verano",
            "invierno", "principios", "finales", "a",
        ],
        determiners: ["los", "las", "estos", "estas", "sus", "ambos", "ambas", "entre"],
        scales: ["millones": 1e6, "millón": 1e6, "mil": 1e3, "billones": 1e12],
        multiples: ["doble": 2, "triple": 3, "cuádruple": 4],
        fractions: [
            "tercio": 1 / 3.0, "tercios": 1 / 3.0, "cuarto": 0.25, "cuartos": 0.25, "quinto": 0.2, "quintos": 0.2,
            "décimo": 0.1, "décima": 0.1,
        ],
        halves: ["mitad": 0.5],
        vague: ["decenas", "docena", "docenas", "centenares", "centenar", "cientos", "miles", "millones"],
        multipleStems: ["duplic": 2, "triplic": 3, "cuadruplic": 4],
        small: [
            "de", "del", "en", "y", "o", "el", "la", "los", "las", "es", "son", "con", "para", "por", "que", "se", "a",
            "al",
            "era", "eran", "había", "más", "menos", "desde", "hasta", "su", "sus",
        ],
        units: [
            "kilómetro": "km", "kilómetros": "km", "metro": "m", "metros": "m", "kilómetros cuadrados": "km²",
            "kilómetro cuadrado": "km²", "metros cuadrados": "m²", "metros cúbicos": "m³", "milla": "mi",
            "millas": "mi",
            "hectárea": "ha", "hectáreas": "ha", "tonelada": "t", "toneladas": "t", "kilogramos": "kg",
            "por ciento": "%",
            "veces": "×", "puntos porcentuales": "pp", "días": "day", "semanas": "week", "meses": "month", "horas": "h",
        ],
        centuries: ["siglo", "siglos"],
        ordinals: ["º", "ª", "o", "er"],
        hedgesBefore: [
            ("no más de", .below), ("no menos de", .above), ("más de", .above), ("menos de", .below),
            ("al menos", .above),
            ("por lo menos", .above), ("como mínimo", .above), ("superior a", .above), ("a lo sumo", .below),
            ("como máximo", .below), ("hasta", .below), ("casi", .nearly), ("cerca de", .about), ("unos", .about),
            ("unas", .about), ("alrededor de", .about), ("aproximadamente", .about), ("en torno a", .about),
            ("exactamente", .exactly), ("precisamente", .exactly),
        ],
        rangeWords: ["hasta"],
        hedgesAfter: [
            ("o más", .above), ("o menos", .below), ("aproximadamente", .about), ("como mínimo", .above),
            ("como máximo", .below),
        ],
        spelling: NumberSpelling(
            parts: [
                "cero": 0, "un": 1, "uno": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
                "siete": 7,
                "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15,
                "dieciséis": 16, "diecisiete": 17, "dieciocho": 18, "diecinueve": 19, "veinte": 20, "veintiuno": 21,
                "veintiún": 21, "veintiuna": 21, "veintidós": 22, "veintitrés": 23, "veinticuatro": 24,
                "veinticinco": 25,
                "veintiséis": 26, "veintisiete": 27, "veintiocho": 28, "veintinueve": 29, "treinta": 30, "cuarenta": 40,
                "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
                "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300, "cuatrocientos": 400,
                "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600, "seiscientas": 600,
                "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800, "novecientos": 900,
                "novecientas": 900,
            ],
            scales: ["mil": 1000], joiners: ["y"], articles: ["un", "uno", "una"]))
}
