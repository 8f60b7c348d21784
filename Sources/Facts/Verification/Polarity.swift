import Formats

/// Words that say one thing or its opposite: a text that says the one does not bear out the other.
enum Polarity {
    /// Beginnings of words, and whole words with a `$` behind.
    private static let pairs: [(one: [String], other: [String])] = [
        (
            [
                "rise$", "rises$", "rising", "rose$", "risen$", "grow", "grew", "increas", "mounting", "emerg", "expan",
                "strengthen",
                "climb", "surg", "improv", "multipl", "gain",
            ],
            [
                "declin", "fall$", "falls$", "fell$", "falling", "decreas", "shrink", "shrank", "weaken", "dwindl",
                "drop",
                "deteriorat", "worsen", "diminish", "fading", "fades$", "wane",
            ]
        ),
        (
            ["allies$", "ally$", "alliance", "allied", "friend"],
            ["opponent", "enem", "rival", "foe$", "foes$", "adversar"]
        ),
        (["begin", "began", "begun", "start", "launch"], ["ended$", "ends$", "ending", "ceas", "stop"]),
        (
            ["support", "endors", "welcom"],
            ["oppos", "pushed$", "against$", "reject", "resent", "criticis", "criticiz", "condemn"]
        ),
        (["establish", "found$", "founded", "creat"], ["dissol", "collaps", "abolish", "disband"]),
        (["minimal", "little$", "scant"], ["maximal", "heavy$", "much$", "great$"]),
        (["often$", "frequent", "always$"], ["seldom", "rarely", "never$"]),
        (["stronger$", "widespread", "superior"], ["weaker$", "narrower", "inferior"]),
        (["permit", "allow", "legalis"], ["bann", "ban$", "bans$", "forbid", "prohibit"]),
        (["sign", "agree", "accept"], ["refus", "withdr"]),
        (["dead$", "died$", "killed", "deaths$"], ["surviv", "rescued", "freed"]),
        (
            ["cede", "cedi", "concede", "conceding", "give up", "gave up", "loses$", "lost$"],
            ["gains$", "gained", "acquir", "annex", "seize", "wins$"]
        ),
        (["eastward", "east$"], ["westward", "west$"]),
        (["first$", "earl"], ["last$", "late$", "latest"]),
        // German, French, Spanish, Russian, Chinese: up and down.
        (
            ["steig", "stieg", "wachs", "wächs", "wuchs", "zunehm", "zunimmt", "zugenommen"],
            ["sink", "sank", "gesunken", "fällt$", "fiel$", "abnehm", "abgenommen", "schrumpf"]
        ),
        (["augment", "croî", "croiss", "hausse$", "grimp"], ["diminu", "baiss", "recul", "chut", "décl"]),
        (["aument", "crec", "subi", "alza$"], ["disminu", "baj", "cay", "desciend", "descend", "reduj"]),
        (
            ["раст", "рос$", "рост", "вырос", "увелич", "повыс", "повыш"],
            ["сниз", "сниж", "упал", "пада", "умень", "сокра", "ослаб"]
        ),
        (["上升", "增长", "增加", "扩大", "崛起"], ["下降", "减少", "缩小", "下滑", "衰落"]),
    ]

    private static func says(_ poles: [String], _ words: [String]) -> Bool {
        poles.contains { pole in
            // Chinese has no spaces between words.
            if pole.unicodeScalars.first.map({ $0.value >= 0x3400 }) ?? false {
                return words.contains { $0.contains(pole) }
            }
            return pole.hasSuffix("$")
                ? words.contains(String(pole.dropLast())) : words.contains { $0.hasPrefix(pole) }
        }
    }

    /// Whether `source` says the opposite of what `said` says, and not the same too.
    static func contradicts(_ said: String, _ source: String) -> Bool {
        let (said, source) = (words(said), words(source))
        return pairs.contains { one, other in
            says(one, said) && !says(other, said) && says(other, source) && !says(one, source)
                || says(other, said) && !says(one, said) && says(one, source) && !says(other, source)
        }
    }

    /// Whether a word is one that has an opposite.
    static func hasPole(_ said: String) -> Bool {
        let said = words(said)
        return pairs.contains { one, other in says(one, said) || says(other, said) }
    }

    /// Whether a word is one that has an opposite, and the text says neither: nothing there bears it out.
    static func isUnsupported(_ said: String, _ source: String) -> Bool {
        let (said, source) = (words(said), words(source))
        return pairs.prefix(1).contains { one, other in
            (says(one, said) || says(other, said)) && !says(one, source) && !says(other, source)
        }
    }

    private static let negations: Set<String> = [
        "no", "not", "neither", "nor", "never", "without", "cannot", "none", "hardly", "nobody", "nothing", "refused",
        "t", "nicht", "kein", "keine", "keinen", "nie", "ne", "pas", "jamais", "sin", "ni", "nunca", "не", "нет",
        "никогда", "без",
    ]
    private static let chineseNegations = ["不", "没有", "未", "无", "并非"]

    static func isNegated(_ text: String) -> Bool {
        words(text).contains { negations.contains($0) } || chineseNegations.contains { text.contains($0) }
    }

    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
