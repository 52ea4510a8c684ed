package dev.tightrope.voicemail.script;

import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.speech.Figures;
import dev.tightrope.voicemail.speech.Speech;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a script is written from and checked against: the locked e-mail, the executive's name and the pain. */
record ScriptFacts(
        String executive,
        String prospect,
        @Nullable String pain,
        String competitor,
        List<String> competitorNames,
        String businessUserRole,
        String offering,
        String situation,
        @Nullable String impact,
        String language,
        String rep,
        @Nullable String repPhone,
        String repCompany) {

    static ScriptFacts of(Outreach outreach, LockedEmail email, @Nullable String pain) {
        return new ScriptFacts(
                outreach.executiveName(),
                outreach.prospectName(),
                pain,
                email.competitor(),
                email.competitorNames(),
                email.businessUserRole(),
                email.offering(),
                email.situation(),
                email.impact(),
                email.language(),
                email.repName(),
                email.repPhone(),
                email.repCompany());
    }

    /** The language the script is written in: the e-mail's, or English where no template is in that one. */
    ScriptLanguage scriptLanguage() {
        return ScriptLanguage.of(language).orElse(ScriptLanguage.ENGLISH);
    }

    /** Everybody's names, which stay as they are written. */
    List<String> names() {
        List<String> names = new ArrayList<>(namesOfCompetitor());
        names.addAll(List.of(executive, prospect, rep, repCompany));
        return names;
    }

    /** Something as it is read aloud; names stay as they are written. */
    String spoken(String text) {
        return Speech.of(text, speechLanguage(), names());
    }

    /** The figures somebody hears, whether they are written in figures or in words. */
    Set<BigDecimal> figures(String text) {
        return Figures.in(spoken(text), speechLanguage(), names());
    }

    /** The rep's number as it is read aloud. */
    @Nullable
    String spokenNumber() {
        return repPhone == null ? null : Speech.number(repPhone, speechLanguage());
    }

    /** The e-mail's own tag where scripts are written in it: dates are in the order of its country. */
    String speechLanguage() {
        return ScriptLanguage.of(language).isPresent() ? language : ScriptLanguage.ENGLISH.tag();
    }

    /** Every name the competitor may go by. */
    List<String> namesOfCompetitor() {
        List<String> names = new ArrayList<>(competitorNames);
        names.add(competitor);
        return names;
    }
}
