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
                "de | Stillstand: -40 % in 6 Monaten | Stillstand, vierzig Prozent weniger in sechs Monaten",
                "fr | arrêts imprévus par an : 11 à 2 | arrêts imprévus par an, de onze à deux",
                "fr | temps d'arrêt : -40 % | temps d'arrêt, quarante pour cent de moins",
                "es | paradas imprevistas al año: 11 a 2 | paradas imprevistas al año, de once a dos",
                "es | menos limpieza: 38 % | treinta y ocho por ciento menos limpieza"
            })
    void isOneSentence(String language, String impact, String said) {
        ScriptLanguage words = ScriptLanguage.of(language).orElseThrow();
        assertThat(SpokenImpact.of(impact, words, text -> Speech.of(text, language, List.of())))
                .isEqualTo(said);
    }
}
