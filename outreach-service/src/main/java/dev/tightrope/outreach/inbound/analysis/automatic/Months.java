package dev.tightrope.outreach.inbound.analysis.automatic;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of months and weekdays, with the endings and abbreviations people use. */
final class Months {
    private static final String[] MONTHS = {
        "january január ocak jan januari januar jänner jaenner janvier janv enero ene gennaio gen janeiro tammikuu tammikuuta"
                + " tammikuun stycznia styczeń styczen января янв ledna leden",
        "february február şubat subat feb februari februar febr fevrier février févr fevr fév febrero febbraio fevereiro fev helmikuu"
                + " helmikuuta helmikuun lutego luty luto февраля фев února unora",
        "march március mart mar mars märz maerz mrz maart mrt marzo março marco maaliskuu maaliskuuta maaliskuun marca marzec марта"
                + " мар března brezna marts",
        "april április nisan apr avril avr abril abr aprile huhtikuu huhtikuuta huhtikuun kwietnia kwiecień апреля апр dubna",
        "may május mayıs mayis maj mai mei mayo maggio mag maio toukokuu toukokuuta toukokuun maja мая května kvetna",
        "june június haziran jun juni juin junio giugno giu junho kesäkuu kesäkuuta kesäkuun czerwca czerwiec июня июн června",
        "july július temmuz jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta heinäkuun lipca lipiec июля июл"
                + " července",
        "august augusztus ağustos aug augusti août aout agosto ago augustus elokuu elokuuta elokuun sierpnia sierpień августа авг srpna",
        "september szeptember eylül sep sept septembre septiembre setiembre settembre sett set setembro syyskuu syyskuuta syyskuun"
                + " września wrzesnia wrzesień сентября сен září zari",
        "october október ekim oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta lokakuun października"
                + " pazdziernika październik октября окт října rijna",
        "november kasım nov novembre noviembre novembro marraskuu marraskuuta marraskuun listopada listopad ноября ноя"
                + " listopadu",
        "december aralık dec dez dezember decembre décembre déc diciembre dic dicembre dezembro des desember joulukuu"
                + " joulukuuta joulukuun grudnia grudzień декабря дек prosince"
    };

    private static final String[] WEEKDAYS = {
        "monday mon måndag mandag montag lundi lunes lunedì lunedi maandag maanantai maanantaina segunda segunda-feira"
                + " poniedziałek poniedziałku",
        "tuesday tue tues tisdag tirsdag dienstag mardi martes martedì martedi dinsdag tiistai tiistaina terça"
                + " terça-feira wtorek wtorku",
        "wednesday wed onsdag mittwoch mercredi miércoles mercoledì mercoledi woensdag keskiviikko keskiviikkona"
                + " quarta quarta-feira środa środę środy",
        "thursday thu thurs torsdag donnerstag jeudi jueves giovedì giovedi donderdag torstai torstaina quinta"
                + " quinta-feira czwartek czwartku",
        "friday fri fredag freitag vendredi viernes venerdì venerdi vrijdag perjantai perjantaina sexta sexta-feira"
                + " piątek piątku",
        "saturday lördag lørdag samstag sonnabend samedi sábado sabato zaterdag lauantai lauantaina sobota sobotę",
        "sunday söndag søndag sonntag dimanche domingo domenica zondag sunnuntai sunnuntaina niedziela niedzielę"
    };

    private static final Map<String, Integer> MONTH = numbered(MONTHS);
    private static final Map<String, Integer> WEEKDAY = numbered(WEEKDAYS);

    private Months() {}

    private static Map<String, Integer> numbered(String[] lines) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < lines.length; i++) {
            for (String name : lines[i].split(" ")) {
                numbers.putIfAbsent(name, i + 1);
            }
        }
        return numbers;
    }

    static @Nullable Integer month(String word) {
        return MONTH.get(word.toLowerCase(Locale.ROOT));
    }

    static @Nullable Integer weekday(String word) {
        return WEEKDAY.get(word.toLowerCase(Locale.ROOT));
    }
}
