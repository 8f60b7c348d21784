import Testing

@testable import Phrases

/// Node 20's `Intl`: `DateTimeFormat(language, {dateStyle: 'long', timeZone: 'UTC'})` and its months.
struct LanguageDateTests {
    @Test(arguments: [
        ("en", "28 May 1858"), ("de", "28. Mai 1858"), ("fr", "28 mai 1858"), ("es", "28 de mayo de 1858"),
        ("ru", "28 мая 1858 г."), ("zh", "1858年5月28日"),
    ])
    func days(_ language: String, _ wanted: String) {
        let dates = Phrases.of(language).dates
        #expect(Phrases.fill(dates.day, "28", dates.months[4], "1858") == wanted)
    }

    @Test(arguments: [
        ("en", "May 1858"), ("de", "Mai 1858"), ("fr", "mai 1858"), ("es", "mayo de 1858"), ("ru", "май 1858 г."),
        ("zh", "1858年5月"),
    ])
    func months(_ language: String, _ wanted: String) {
        let dates = Phrases.of(language).dates
        #expect(Phrases.fill(dates.month, dates.monthsAlone[4], "1858") == wanted)
    }

    @Test(arguments: [
        ("en", "January February March April May June July August September October November December"),
        ("de", "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"),
        ("fr", "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
        ("es", "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
        ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ])
    func monthsBesideADay(_ language: String, _ wanted: String) {
        #expect(Phrases.of(language).dates.months.joined(separator: " ") == wanted)
    }

    @Test func russianMonthsAloneStandInTheNominative() {
        let alone = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"
        #expect(Phrases.of("ru").dates.monthsAlone.joined(separator: " ") == alone)
    }

    @Test(arguments: [
        ("de", "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez."),
        ("fr", "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."),
    ])
    func shortMonths(_ language: String, _ wanted: String) {
        #expect(Phrases.of(language).dates.shortMonths.joined(separator: " ") == wanted)
    }

    @Test(arguments: [
        ("en", "1960s", "44 BCE"), ("de", "1960er-Jahre", "44 v. Chr."), ("fr", "années 1960", "44 av. J.-C."),
        ("es", "años 1960", "44 a. C."), ("ru", "1960-е годы", "44 до н. э."), ("zh", "1960年代", "公元前44年"),
    ])
    func decadesAndErasPast(_ language: String, _ decade: String, _ before: String) {
        let dates = Phrases.of(language).dates
        #expect(Phrases.fill(dates.decade, "1960") == decade)
        #expect(Phrases.fill(dates.beforeCommonEra, "44") == before)
    }
}
