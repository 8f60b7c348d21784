extension ClaimWords {
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
}
