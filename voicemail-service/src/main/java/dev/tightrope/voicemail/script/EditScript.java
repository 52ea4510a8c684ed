package dev.tightrope.voicemail.script;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Visibility;
import dev.tightrope.events.ScriptReopened;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.input.Fields;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the rep's own words; a script with errors can be kept, but not approved. An approval before is void. */
@ApplicationScoped
class EditScript {
    private static final int LONGEST = 5_000;
    private static final Tried TRIED = Tried.SCRIPT_CHANGED;

    private final Outreaches outreaches;
    private final Scripts scripts;
    private final ReadScript readScript;
    private final Outbox outbox;
    private final Clock clock;

    EditScript(Outreaches outreaches, Scripts scripts, ReadScript readScript, Outbox outbox, Clock clock) {
        this.outreaches = outreaches;
        this.scripts = scripts;
        this.readScript = readScript;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    ScriptView edit(UUID outreachId, @Nullable String newText, String ifMatch, Visibility visibility) {
        Outreach outreach = outreaches.lock(outreachId, visibility);
        Script script = readScript.scriptFor(TRIED, outreach);
        ETags.check(ifMatch, script.version());
        Fields fields = new Fields();
        String text = fields.text("/text", newText, LONGEST);
        if (text == null) {
            fields.wrong("/text", "must not be empty");
        }
        fields.check();
        LockedEmail email = outreach.email();
        boolean editable =
                outreach.standsIn("PREPARING_SCRIPT") || outreach.standsIn("READY_TO_CALL") || outreach.scriptAtOdds();
        if (email == null || !editable) {
            throw Refusals.wrongState(outreach, TRIED);
        }
        if (text != null && !text.equals(script.text())) {
            Instant now = clock.instant();
            scripts.rewrite(
                    script,
                    text,
                    script.language(),
                    script.form(),
                    true,
                    script.emailVersion(),
                    script.emailHash(),
                    now);
            if (script.approved()) {
                outbox.append(new ScriptReopened(outreach.ref(), "The script was changed.", now, visibility.me()));
            }
        }
        return readScript.read(outreachId, visibility);
    }
}
