package dev.tightrope.voicemail.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.voicemail.speech.Speech;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenImpactTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | unplanned stops a year: 11 to 2 | unplanned stops a year went from eleven to two",
                "en | unplanned stops a year: 11 → 2. | unplanned stops a year went from eleven to two",
                "en | days per quote: 9 → 2 | days per quote went from nine to two",
                "en | payback: 6 to 9 months | payback, six to nine months",
                "en | listings lost without warning: 9 to 1 in a year | listings lost without warning went from nine to one in a year",
                "en | less spent on cleaning: 38 % | thirty-eight per cent less spent on cleaning",
                "en | More visits per field rep: +27 % in 6 months | twenty-seven per cent more visits per field rep in six months",
                "en | steam saved on every ton of board: 4 % | steam saved on every ton of board, four per cent",
                "en | downtime: -40 % in 6 months | downtime fell by forty per cent in six months",
                "en | more time with customers: 3 hours a week | more time with customers, three hours a week",
                "en | fewer stops: 9 | nine fewer stops",
                "en | downtime a month: -3 h | downtime a month fell by three hours",
                "en | output: +5 % | output rose by five per cent",
                "en | the investment had paid for itself: after 14 months | the investment had paid for itself after fourteen months",
                "en | Downtime fell by 40 % in 6 months. | Downtime fell by forty per cent in six months.",
                "en | One thing they told us: nobody opens an exchanger for nothing | One thing they told us: nobody opens an exchanger for nothing",
                "en | less evening work on reports | less evening work on reports",
                "sv | oplanerade stopp per år: 11 till 2 | oplanerade stopp per år gick från elva till två",
                "sv | mindre tid på rapporter: 38 % | trettioåtta procent mindre tid på rapporter",
                "sv | stilleståndstid: -40 % | stilleståndstid minskade med fyrtio procent",
                "de | ungeplante Stillstände im Jahr: 11 auf 2 | ungeplante Stillstände im Jahr, von elf auf zwei",
                "de | weniger Zeit für Berichte: 38 % | achtunddreißig Prozent weniger Zeit für Berichte",
                "de | Stillstand: -40 % in 6 Monaten | Stillstand, das sind vierzig Prozent weniger in sechs Monaten",
                "fr | arrêts imprévus par an : 11 à 2 | arrêts imprévus par an, on est passé de onze à deux",
                "fr | temps d'arrêt : -40 % | temps d'arrêt, c'est quarante pour cent de moins",
                "es | paradas imprevistas al año: 11 a 2 | paradas imprevistas al año, se pasó de once a dos",
                "en | fewer stops: 11 to 2 | fewer stops, eleven to two",
                "en | shorter lead time: 9 to 2 days | shorter lead time, nine to two days",
                "en | Higher uptime: 99.9 % | Higher uptime, ninety-nine point nine per cent",
                "en | More output: \u20ac1.2m | More output, one point two million euros",
                "en | faster quotes: 3x | faster quotes, three times",
                "en | less downtime: +5 % | less downtime, plus five per cent",
                "en | less downtime: -40 % | forty per cent less downtime",
                "en | NPS: -5 \u2192 20 | NPS went from minus five to twenty",
                "en | NPS: -5 to 20 | NPS went from minus five to twenty",
                "en | NPS: -5 | NPS, minus five",
                "en | stops per year: from 11 to 2 | stops per year went from eleven to two",
                "en | OEE: from 62 % to 85 % | OEE went from sixty-two per cent to eighty-five per cent",
                "en | savings: 10 % to 15 % | savings, ten per cent to fifteen per cent",
                "en | cost: \u20ac1.2m to \u20ac0.4m | cost went from one point two million euros to zero point four million euros",
                "en | lead time: 2 weeks to 3 days | lead time, two weeks to three days",
                "en | visits: 1 200 a week | visits, one thousand two hundred a week",
                "sv | färre stopp: 11 till 2 | färre stopp, elva till två",
                "sv | snabbare offerter: 3x | snabbare offerter, tre gånger",
                "sv | stopp per år: från 11 till 2 | stopp per år gick från elva till två",
                "de | weniger Stillstände: 11 auf 2 | weniger Stillstände, elf auf zwei",
                "de | Stillstände pro Jahr: von 11 auf 2 | Stillstände pro Jahr, von elf auf zwei",
                "fr | temps d'arrêt : -12,5 % en 6 mois | temps d'arrêt, c'est douze virgule cinq pour cent de moins en six mois",
                "fr | TRS : de 62 % à 85 % | TRS, on est passé de soixante-deux pour cent à quatre-vingt-cinq pour cent",
                "fr | moins d'arrêts : 11 à 2 | moins d'arrêts, onze à deux",
                "es | menos paradas: 11 a 2 | menos paradas, once a dos",
                "es | consumo: -12,5 % en 6 meses | consumo, son doce coma cinco por ciento menos en seis meses",
                "es | menos limpieza: 38 % | treinta y ocho por ciento menos limpieza"
            })
    void isOneSentence(String language, String impact, String said) {
        ScriptLanguage words = ScriptLanguage.of(language).orElseThrow();
        assertThat(SpokenImpact.of(impact, words, text -> Speech.of(text, language, List.of())))
                .isEqualTo(said);
    }
}
