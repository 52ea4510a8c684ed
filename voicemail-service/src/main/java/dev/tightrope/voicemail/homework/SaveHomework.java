package dev.tightrope.voicemail.homework;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Visibility;
import dev.tightrope.events.HomeworkChanged;
import dev.tightrope.events.HomeworkCompleted;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.input.Fields;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Saves the answers; when the last one is given, the homework is complete, and that is told once a round; so is every change after. */
@ApplicationScoped
class SaveHomework {
    private static final Set<String> BEFORE_THE_CALL = Set.of("PREPARING_EMAIL", "PREPARING_SCRIPT", "READY_TO_CALL");
    private static final int MOST_LINKS = 20;

    private final Outreaches outreaches;
    private final Homeworks homeworks;
    private final Outbox outbox;
    private final Event<HomeworkSaved> told;
    private final Clock clock;

    SaveHomework(Outreaches outreaches, Homeworks homeworks, Outbox outbox, Event<HomeworkSaved> told, Clock clock) {
        this.outreaches = outreaches;
        this.homeworks = homeworks;
        this.outbox = outbox;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    HomeworkSaved save(UUID outreachId, HomeworkRequest request, String ifMatch, Visibility visibility) {
        Outreach outreach = outreaches.lock(outreachId, visibility);
        Homework before = homeworks.of(outreachId, outreach.round());
        ETags.check(ifMatch, before.version());
        Homework after = read(request, before, clock.instant());
        if (!BEFORE_THE_CALL.contains(outreach.standing()) && !outreach.scriptAtOdds()) {
            throw Refusals.wrongState(outreach, Tried.HOMEWORK_CHANGED);
        }
        homeworks.save(after, visibility.me());
        HomeworkSaved saved = new HomeworkSaved(outreach, after);
        told.fire(saved);
        tell(outreach, before, after, visibility.me());
        return saved;
    }

    private void tell(Outreach outreach, Homework before, Homework after, UUID by) {
        if (after.completedAt() == null) {
            return;
        }
        if (before.completedAt() == null && after.pain() != null) {
            outbox.append(new HomeworkCompleted(
                    outreach.ref(),
                    after.pain(),
                    after.completedAt(),
                    after.namePronunciation(),
                    after.lookedUp(),
                    after.giveFirst(),
                    by));
        } else if (!after.sameFindings(before)) {
            outbox.append(new HomeworkChanged(
                    outreach.ref(),
                    after.pain(),
                    after.namePronunciation(),
                    after.lookedUp(),
                    after.giveFirst(),
                    clock.instant(),
                    by));
        }
    }

    private static Homework read(HomeworkRequest request, Homework before, Instant now) {
        Fields fields = new Fields();
        List<@Nullable String> links = request.lookedUp() == null ? List.of() : request.lookedUp();
        if (links.size() > MOST_LINKS) {
            fields.wrong("/lookedUp", "must have at most " + MOST_LINKS + " links");
        }
        List<String> lookedUp = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            String link = fields.link("/lookedUp/" + i, links.get(i));
            if (link != null) {
                lookedUp.add(link);
            }
        }
        Homework after = new Homework(
                before.outreachId(),
                before.round(),
                before.version() + 1,
                fields.line("/namePronunciation", request.namePronunciation(), 200),
                lookedUp,
                fields.text("/pain", request.pain(), 500),
                fields.text("/giveFirst", request.giveFirst(), 1_000),
                before.completedAt(),
                now,
                false);
        fields.check();
        if (after.completedAt() != null || !after.complete()) {
            return after;
        }
        return new Homework(
                after.outreachId(),
                after.round(),
                after.version(),
                after.namePronunciation(),
                after.lookedUp(),
                after.pain(),
                after.giveFirst(),
                now,
                now,
                false);
    }
}
