package dev.tightrope.voicemail.script;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.homework.Homeworks;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a script anew from its e-mail and the homework, in place of the rep's own words; it follows both again. */
@ApplicationScoped
class RegenerateScript {
    private static final Tried TRIED = Tried.SCRIPT_REGENERATED;

    private final Outreaches outreaches;
    private final Homeworks homeworks;
    private final Scripts scripts;
    private final ReadScript readScript;
    private final Clock clock;

    RegenerateScript(Outreaches outreaches, Homeworks homeworks, Scripts scripts, ReadScript readScript, Clock clock) {
        this.outreaches = outreaches;
        this.homeworks = homeworks;
        this.scripts = scripts;
        this.readScript = readScript;
        this.clock = clock;
    }

    @Transactional
    ScriptView regenerate(UUID outreachId, @Nullable ScriptForm wanted, String ifMatch, Visibility visibility) {
        Outreach outreach = outreaches.lock(outreachId, visibility);
        Script script = readScript.scriptFor(TRIED, outreach);
        ETags.check(ifMatch, script.version());
        if (script.approved()) {
            throw Refusals.notYet(
                    outreach,
                    "script-approved",
                    TRIED,
                    List.of("The script is approved as it stands: change it first, which reopens it."));
        }
        LockedEmail email = outreach.email();
        if (email == null || !(outreach.standsIn("PREPARING_SCRIPT") || outreach.scriptAtOdds())) {
            throw Refusals.wrongState(outreach, TRIED);
        }
        ScriptFacts facts = ScriptFacts.of(
                outreach, email, homeworks.of(outreachId, outreach.round()).confirmedPain());
        ScriptForm form = wanted == null ? script.form() : wanted;
        String text = WriteScript.from(facts, form);
        if (script.editedByHand() || form != script.form() || !text.equals(script.text())) {
            scripts.rewrite(
                    script,
                    text,
                    facts.scriptLanguage().tag(),
                    form,
                    false,
                    email.version(),
                    email.hash(),
                    clock.instant());
        }
        return readScript.read(outreachId, visibility);
    }
}
