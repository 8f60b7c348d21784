/// The units that a text may name behind a number, or before it, by the symbol that a fact gives them.
public enum UnitWords {
    /// The unit that the words begin with, and how many of them name it.
    ///
    /// - Parameter words: in small letters, from the number on.
    static func unit(in words: ArraySlice<String>) -> (symbol: String, count: Int)? {
        for count in stride(from: min(3, words.count), through: 1, by: -1) {
            if let symbol = symbols[words.prefix(count).joined(separator: " ")] { return (symbol, count) }
        }
        return nil
    }

    /// The symbol of a unit however it is written: `kilometers` is `km`; a unit that is not among these is itself.
    public static func symbol(of unit: String) -> String { symbols[unit.lowercased()] ?? symbols[unit] ?? unit }

    /// Whether it is a unit that is measured or counted in everywhere, rather than what is counted.
    public static func isMeasure(_ unit: String) -> Bool { symbols[unit.lowercased()] != nil || symbols[unit] != nil }

    static let signs: [Character: String] = [
        "$": "$", "€": "€", "£": "£", "¥": "¥", "₽": "₽", "₹": "₹", "₩": "₩", "₸": "₸", "₺": "₺", "₴": "₴",
    ]

    static let symbols: [String: String] = {
        var table: [String: String] = [:]
        func add(_ symbol: String, _ names: String...) {
            table[symbol] = symbol
            for name in names { table[name] = symbol }
        }
        let lengths = [
            ("mm", "millimet"), ("cm", "centimet"), ("km", "kilomet"), ("m", "met"),
        ]
        for (symbol, stem) in lengths {
            for ending in ["re", "res", "er", "ers"] {
                let name = stem + ending
                table[name] = symbol
                table["square " + name] = symbol + "²"
                table["cubic " + name] = symbol + "³"
            }
            for (mark, power) in [("2", "²"), ("²", "²"), ("3", "³"), ("³", "³")] {
                table[symbol + mark] = symbol + power
            }
            table["sq " + symbol] = symbol + "²"
            if symbol != "m" { table[symbol] = symbol }
            table["cu " + symbol] = symbol + "³"
        }
        add("km/h", "kilometres per hour", "kilometers per hour", "kmh", "kph")
        add("mi", "mile", "miles")
        add("mi²", "square mile", "square miles", "sq mi")
        add("ft", "foot", "feet")
        add("yd", "yard", "yards")
        add("acre", "acres")
        add("ha", "hectare", "hectares")
        add("league", "leagues")
        add("nmi", "nautical mile", "nautical miles")
        add("kg", "kilogram", "kilograms", "kilo", "kilos")
        add("g", "gram", "grams", "gramme", "grammes")
        add("lb", "pound weight", "lbs")
        add("t", "tonne", "tonnes", "ton", "tons", "metric tons")
        add("l", "litre", "litres", "liter", "liters")
        add("barrel", "barrels", "bbl")
        add(
            "%", "per cent", "percent", "percentage", "pct", "prozent", "pour cent", "por ciento", "процент",
            "процентов")
        add("‰", "per mille", "permille", "per mil")
        add("pp", "percentage point", "percentage points", "points")
        add("×", "times", "fold", "x")
        add("°C", "degree celsius", "degrees celsius", "celsius")
        add("°F", "degrees fahrenheit", "fahrenheit")
        add("°", "degree", "degrees")
        add("$", "dollar", "dollars", "us dollars", "usd")
        add("€", "euro", "euros", "eur")
        add("£", "sterling", "gbp", "pounds")
        add("¥", "yuan", "renminbi", "rmb", "yen", "cny", "jpy")
        add("₽", "rouble", "roubles", "ruble", "rubles", "rub")
        add("₸", "tenge", "kzt")
        add("s", "second", "seconds")
        add("min", "minute", "minutes")
        add("h", "hour", "hours")
        add("day", "days")
        add("week", "weeks")
        add("month", "months")
        add("year", "years")
        add("decade", "decades")
        add("century", "centuries")
        add("kW", "kilowatt", "kilowatts")
        add("MW", "megawatt", "megawatts")
        add("GW", "gigawatt", "gigawatts")
        add("kWh", "kilowatt-hours", "kwh")
        // Single letters are letters as often as units.
        for letter in ["m", "g", "l", "t", "s", "h"] { table[letter] = nil }
        return table
    }()
}
