import Documents

/// Usual names of places, beside those that the geodata has: English ones with and without accents, short and long
/// forms, former names, codes that are no ISO codes.
enum PlaceNames {
    /// By ISO 3166-1 alpha-3 code.
    private static let countries: [String: [String]] = [
        "GBR": ["UK", "U.K.", "Great Britain", "Britain", "United Kingdom of Great Britain and Northern Ireland"],
        "USA": ["US", "U.S.", "U.S.A.", "United States", "United States of America", "America"],
        "CZE": ["Czech Republic", "Czechia"],
        "KOR": ["Korea, Rep.", "Republic of Korea", "South Korea", "Korea, South"],
        "PRK": ["Korea, Dem. People's Rep.", "Democratic People's Republic of Korea", "North Korea", "Korea, North"],
        "RUS": ["Russia", "Russian Federation"], "IRN": ["Iran", "Iran, Islamic Rep.", "Iran (Islamic Republic of)"],
        "SYR": ["Syria", "Syrian Arab Republic"], "VNM": ["Vietnam", "Viet Nam"],
        "LAO": ["Laos", "Lao PDR", "Lao People's Democratic Republic"],
        "CIV": ["Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire"], "CPV": ["Cape Verde", "Cabo Verde"],
        "SWZ": ["Swaziland", "Eswatini"], "MKD": ["Macedonia", "North Macedonia", "Macedonia, FYR"],
        "MMR": ["Burma", "Myanmar"], "TUR": ["Turkey", "Türkiye", "Turkiye"],
        "COD": ["DR Congo", "DRC", "Congo, Dem. Rep.", "Democratic Republic of the Congo", "Congo (Kinshasa)"],
        "COG": ["Congo", "Congo, Rep.", "Republic of the Congo", "Congo (Brazzaville)"],
        "EGY": ["Egypt", "Egypt, Arab Rep."], "VEN": ["Venezuela", "Venezuela, RB"], "YEM": ["Yemen", "Yemen, Rep."],
        "GMB": ["Gambia", "The Gambia", "Gambia, The"], "BHS": ["Bahamas", "The Bahamas", "Bahamas, The"],
        "KGZ": ["Kyrgyzstan", "Kyrgyz Republic"], "SVK": ["Slovakia", "Slovak Republic"],
        "TZA": ["Tanzania", "United Republic of Tanzania"], "BOL": ["Bolivia", "Bolivia (Plurinational State of)"],
        "MDA": ["Moldova", "Republic of Moldova"], "BRN": ["Brunei", "Brunei Darussalam"],
        "TLS": ["East Timor", "Timor-Leste"], "PSE": ["Palestine", "West Bank and Gaza", "State of Palestine"],
        "VAT": ["Vatican", "Holy See", "Vatican City"], "NLD": ["Holland", "The Netherlands", "Netherlands"],
        "ARE": ["UAE", "U.A.E.", "United Arab Emirates"], "CHN": ["PRC", "People's Republic of China"],
        "HKG": ["Hong Kong", "Hong Kong SAR, China"], "MAC": ["Macau", "Macao", "Macao SAR, China"],
        "TWN": ["Taiwan", "Taiwan, China", "Chinese Taipei"], "CAF": ["CAR", "Central African Republic"],
        "BIH": ["Bosnia", "Bosnia and Herzegovina", "Bosnia-Herzegovina"], "DOM": ["Dominican Republic"],
        "GRC": ["Hellas", "Greece"], "DEU": ["Germany", "Deutschland"], "BLR": ["Belarus", "Byelorussia"],
        "TTO": ["Trinidad and Tobago", "Trinidad & Tobago"], "STP": ["Sao Tome and Principe", "São Tomé and Príncipe"],
        "FSM": ["Micronesia", "Micronesia, Fed. Sts."], "LCA": ["St. Lucia", "Saint Lucia"],
        "KNA": ["St. Kitts and Nevis", "Saint Kitts and Nevis"],
        "VCT": ["St. Vincent and the Grenadines", "Saint Vincent and the Grenadines"],
    ]

    /// By the English name that the geodata has, whatever its accents.
    private static let cities: [String: [String]] = [
        "København": ["Copenhagen", "Kopenhagen", "Copenhague", "Копенгаген", "哥本哈根"],
        "Kyiv": ["Kiev"], "Beijing": ["Peking"], "Mumbai": ["Bombay"], "Kolkata": ["Calcutta"],
        "Chennai": ["Madras"], "Yangon": ["Rangoon"], "Ho Chi Minh City": ["Saigon"], "Bengaluru": ["Bangalore"],
        "St. Petersburg": ["Saint Petersburg", "Leningrad"], "Astana": ["Nur-Sultan", "Akmola"],
        "Roma": ["Rome"], "Wien": ["Vienna"], "München": ["Munich"], "Köln": ["Cologne"], "Praha": ["Prague"],
        "Warszawa": ["Warsaw"], "Moskva": ["Moscow"], "Lisboa": ["Lisbon"], "Bruxelles": ["Brussels"],
        "Genève": ["Geneva"], "Firenze": ["Florence"], "Napoli": ["Naples"], "Torino": ["Turin"], "Milano": ["Milan"],
        "Athinai": ["Athens"], "Beograd": ["Belgrade"], "București": ["Bucharest"], "Luxembourg": ["Luxemburg"],
        "New York": ["New York City", "NYC"], "Washington, D.C.": ["Washington", "Washington DC"],
        "Mexico City": ["Ciudad de México", "Ciudad de Mexico"], "Guangzhou": ["Canton"], "Xian": ["Xi'an", "Xi’an"],
        "Göteborg": ["Gothenburg"], "Den Haag": ["The Hague"], "Antwerpen": ["Antwerp"], "Sevilla": ["Seville"],
        "Vladivostok": ["Haishenwai"], "Ürümqi": ["Urumchi"], "Ulaanbaatar": ["Ulan Bator"],
    ]

    /// Letters alone, small and without their accents: `Côte d’Ivoire` is `cotedivoire`.
    static func key(_ name: String) -> String {
        var key = ""
        for scalar in name.lowercased().decomposedStringScalars {
            let properties = scalar.properties
            if properties.isAlphabetic || properties.numericType != nil { key.unicodeScalars.append(scalar) }
        }
        return key
    }

    /// What a country is called besides.
    static func others(ofCountry code: String) -> [String] { countries[code] ?? [] }

    /// All the names of a city that the geodata or this table has.
    static func names(of properties: DocumentObject) -> [String] {
        let own = properties.members.filter { $0.key.hasPrefix("name") }.compactMap(\.value.string)
        let alternatives = properties["names"]?.array?.compactMap(\.string) ?? []
        let english = properties["name_en"]?.string.map(key)
        let table = cities.first { key($0.key) == english || $0.value.contains { key($0) == english } }
        return own + alternatives + (table.map { [$0.key] + $0.value } ?? [])
    }
}

extension String {
    /// Base letters, with what is written above or below them dropped.
    fileprivate var decomposedStringScalars: [Unicode.Scalar] {
        unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
            switch scalar {
            case "à", "á", "â", "ã", "ä", "å", "ā", "ă", "ą": ["a"]
            case "ç", "ć", "č", "ċ": ["c"]
            case "ď", "đ": ["d"]
            case "è", "é", "ê", "ë", "ē", "ė", "ę", "ě": ["e"]
            case "ğ", "ģ": ["g"]
            case "ì", "í", "î", "ï", "ī", "į", "ı": ["i"]
            case "ł", "ļ", "ľ": ["l"]
            case "ñ", "ń", "ņ", "ň": ["n"]
            case "ò", "ó", "ô", "õ", "ö", "ø", "ō", "ő": ["o"]
            case "ř", "ŕ": ["r"]
            case "ś", "ş", "š", "ș": ["s"]
            case "ß": ["s", "s"]
            case "ţ", "ť", "ț": ["t"]
            case "ù", "ú", "û", "ü", "ū", "ů", "ű", "ų": ["u"]
            case "ý", "ÿ": ["y"]
            case "ź", "ż", "ž": ["z"]
            case "æ": ["a", "e"]
            case "œ": ["o", "e"]
            default: [scalar]
            }
        }
    }
}
