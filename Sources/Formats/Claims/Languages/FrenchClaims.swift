extension ClaimWords {
    static let french = ClaimWords(
        decimalComma: true,
        references: [
            "figure", "figures", "fig", "tableau", "tableaux", "page", "pages", "p", "note", "notes", "chapitre",
            "section",
            "annexe",
        ],
        countedNouns: ["phase", "partie", "étape", "niveau", "classe", "tome", "article", "numéro"],
        months: [
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
            "décembre",
        ],
        temporal: [
            "en", "depuis", "de", "à", "avant", "après", "jusqu", "vers", "et", "entre", "année", "années", "dès", "an",
            "été", "hiver", "printemps", "automne", "début", "fin",
        ],
        determiners: ["les", "ces", "des", "leurs", "nos", "ses", "entre"],
        scales: ["millions": 1e6, "million": 1e6, "milliards": 1e9, "milliard": 1e9, "mille": 1e3, "billions": 1e12],
        multiples: ["double": 2, "doubles": 2, "triple": 3, "quadruple": 4, "décuple": 10],
        fractions: [
            "tiers": 1 / 3.0, "quart": 0.25, "quarts": 0.25, "cinquième": 0.2, "cinquièmes": 0.2, "sixième": 1 / 6.0,
            "dixième": 0.1, "dixièmes": 0.1, "centième": 0.01,
        ],
        halves: ["moitié": 0.5, "demi": 0.5, "demie": 0.5],
        vague: ["dizaines", "douzaine", "douzaines", "centaine", "centaines", "milliers", "millions", "milliards"],
        multipleStems: [
            "doublé": 2, "doubler": 2, "doublai": 2, "doubla": 2, "triplé": 3, "triplai": 3, "tripler": 3,
            "quadruplé": 4, "décuplé": 10,
        ],
        small: [
            "de", "des", "du", "en", "et", "ou", "le", "la", "les", "est", "sont", "avec", "pour", "par", "que", "qui",
            "dans",
            "sur", "au", "aux", "à", "était", "étaient", "ont", "a", "plus", "moins", "dont", "d", "l",
        ],
        units: [
            "kilomètre": "km", "kilomètres": "km", "mètre": "m", "mètres": "m", "kilomètres carrés": "km²",
            "kilomètre carré": "km²", "mètres carrés": "m²", "mètres cubes": "m³", "milles": "mi", "hectare": "ha",
            "hectares": "ha", "tonne": "t", "tonnes": "t", "kilogrammes": "kg", "pour cent": "%", "fois": "×",
            "points de pourcentage": "pp", "jours": "day", "semaines": "week", "mois": "month", "heures": "h",
            "ans": "year",
        ],
        centuries: ["siècle", "siècles"],
        ordinals: ["e", "er", "re", "ème", "ième", "es"],
        hedgesBefore: [
            ("pas plus de", .below), ("pas moins de", .above), ("plus de", .above), ("plus d’", .above),
            ("plus d'", .above),
            ("au moins", .above), ("supérieur à", .above), ("supérieure à", .above), ("au-delà de", .above),
            ("moins de", .below), ("moins d’", .below), ("au plus", .below), ("au maximum", .below),
            ("jusqu’à", .below),
            ("jusqu'à", .below), ("près de", .nearly), ("presque", .nearly), ("à peine", .nearly), ("environ", .about),
            ("quelque", .about), ("quelques", .about), ("autour de", .about), ("à peu près", .about),
            ("approximativement", .about), ("exactement", .exactly), ("précisément", .exactly),
        ],
        rangeWords: ["jusqu’à", "jusqu'à"],
        hedgesAfter: [
            ("ou plus", .above), ("ou moins", .below), ("environ", .about), ("au moins", .above), ("au plus", .below),
        ],
        spelling: NumberSpelling(
            parts: [
                "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7,
                "huit": 8,
                "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
                "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60,
                "septante": 70,
                "huitante": 80, "nonante": 90,
            ],
            scales: ["cent": 100, "cents": 100, "mille": 1000], joiners: ["et"], articles: ["un", "une"],
            hasScores: true))
}
