package dev.tightrope.voicemail.script;

import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a script is written from and checked against: the locked e-mail, the executive's name and the pain. */
record ScriptFacts(
        String executive,
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

    /** Every name the competitor may go by. */
    List<String> namesOfCompetitor() {
        List<String> names = new ArrayList<>(competitorNames);
        names.add(competitor);
        return names;
    }
}
