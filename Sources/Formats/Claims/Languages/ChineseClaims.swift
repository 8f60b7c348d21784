extension ClaimWords {
    static let chinese: ClaimWords = {
        var words = ClaimWords(
            references: ["图", "表", "注", "页", "章", "节", "附录", "第"],
            countedNouns: ["阶段", "级"],
            temporal: ["在", "自", "从", "到", "至", "于", "和", "与", "截至", "约", "前", "后"],
            determiners: ["这", "那", "其"],
            scales: ["万": 1e4, "亿": 1e8, "百万": 1e6, "十亿": 1e9, "万亿": 1e12, "千": 1e3],
            multiples: ["翻番": 2, "翻一番": 2, "翻了一番": 2, "加倍": 2, "倍增": 2, "减半": 0.5],
            halves: ["一半": 0.5, "半数": 0.5, "过半": 0.5, "大半": 0.5],
            vague: ["数百", "数千", "数万", "数十", "数百万", "成百上千", "成千上万", "几十", "几百", "几千", "几万", "上百", "上千", "上万"],
            small: [
                "的", "了", "在", "是", "和", "与", "及", "或", "到", "从", "至", "于", "而", "中", "上", "下", "里", "为", "有", "被", "把",
                "其", "都", "也", "就",
            ],
            units: [
                "公里": "km", "千米": "km", "平方公里": "km²", "平方千米": "km²", "米": "m", "平方米": "m²", "英里": "mi", "公顷": "ha",
                "吨": "t", "公斤": "kg", "千克": "kg", "倍": "×", "个百分点": "pp", "百分点": "pp", "美元": "$", "欧元": "€", "卢布": "₽",
                "元": "¥", "人民币": "¥", "天": "day", "周": "week", "个月": "month", "小时": "h", "分钟": "min",
            ],
            centuries: ["世纪"],
            decades: ["年代"],
            hedgesBefore: [
                ("不超过", .below), ("不少于", .above), ("不低于", .above), ("至少", .above), ("超过", .above), ("多于", .above),
                ("逾", .above), ("高达", .below), ("至多", .below), ("最多", .below), ("不到", .below), ("不足", .below),
                ("少于", .below), ("低于", .below), ("将近", .nearly), ("接近", .nearly), ("近", .nearly), ("几乎", .nearly),
                ("大约", .about), ("约为", .about), ("约", .about), ("大概", .about), ("正好", .exactly), ("恰好", .exactly),
                ("整整", .exactly),
            ],
            hedgesAfter: [
                ("多", .above), ("余", .above), ("以上", .above), ("以下", .below), ("左右", .about), ("上下", .about),
                ("之多", .below),
            ])
        words.measures = [
            "个", "名", "人", "位", "次", "条", "项", "国", "份", "种", "座", "家", "所", "艘", "辆", "件", "届", "轮", "起", "场",
            "国家", "成",
        ]
        words.lexicon = words.small.union(words.measures).union(words.vague).union(words.centuries).union(words.decades)
            .union(words.scales.keys).union(words.multiples.keys).union(words.halves.keys).union(words.units.keys)
            .union((words.hedgesBefore + words.hedgesAfter).map(\.text))
            .union(["百分之", "千分之", "分之", "第", "年", "月", "日", "十分", "万一"])
        return words
    }()
}
