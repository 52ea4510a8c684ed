package dev.tightrope.voicemail.script;

import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.homework.Homework;
import dev.tightrope.voicemail.homework.Homeworks;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows a script with what its checks find now. */
@ApplicationScoped
class ReadScript {
    private final Outreaches outreaches;
    private final Scripts scripts;
    private final Homeworks homeworks;

    ReadScript(Outreaches outreaches, Scripts scripts, Homeworks homeworks) {
        this.outreaches = outreaches;
        this.scripts = scripts;
        this.homeworks = homeworks;
    }

    ScriptView read(UUID outreachId, Visibility visibility) {
        Outreach outreach = outreaches.get(outreachId, visibility);
        Script script = scriptOf(outreach);
        Homework homework = homeworks.of(outreachId, outreach.round());
        return ScriptView.of(outreach, script, homework, checks(outreach, script, homework));
    }

    Script scriptOf(Outreach outreach) {
        return scripts.of(outreach)
                .orElseThrow(() -> outreaches.notYet("Round " + outreach.round() + " of outreach " + outreach.id()
                        + " has no script yet: it is written when the e-mail is approved. If that was a moment ago, ask"
                        + " again in a second."));
    }

    /** Without a locked e-mail there is nothing to check against. */
    static List<ScriptCheck> checks(Outreach outreach, Script script, Homework homework) {
        LockedEmail email = outreach.email();
        return email == null
                ? List.of()
                : CheckScript.of(script.text(), ScriptFacts.of(outreach, email, homework.confirmedPain()));
    }
}
