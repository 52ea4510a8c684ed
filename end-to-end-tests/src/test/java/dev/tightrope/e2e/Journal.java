package dev.tightrope.e2e;

import dev.tightrope.embedded.AcceptedMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one rep did and promised, written down as a client sees it, to hold the mail server's log against. */
final class Journal {

    /** A mail that passed the fence in the moment of the suppression is on its way. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final List<Promise> promises = new ArrayList<>();
    private final List<Reply> replies = new ArrayList<>();
    private @Nullable Instant suppressedAt;

    /** A voicemail or conversation that the rep recorded, and what the locked e-mail said then. */
    static final class Promise {
        final String outreach;
        final int round;
        final String marker;
        final String subject;
        final Instant calledAt = now();

        @Nullable
        String attempt;

        boolean undone;
        /** What the rep did afterwards that may keep the mail back. */
        @Nullable
        String heldBackBy;

        Promise(String outreach, int round, String marker, String subject) {
            this.outreach = outreach;
            this.round = round;
            this.marker = marker;
            this.subject = subject;
        }
    }

    /** An answer somebody sent: by a person, or by a machine. */
    record Reply(String outreach, String text, boolean automatic) {}

    static Instant now() {
        return Clock.systemUTC().instant();
    }

    void promised(Promise promise) {
        promises.add(promise);
    }

    void sent(Reply reply) {
        told.add("reply " + reply);
        replies.add(reply);
    }

    void suppressed() {
        suppressedAt = now();
        heldBack("suppression");
    }

    /** The rep did something after which a mail not yet sent may be kept back, everywhere or in one outreach. */
    void heldBack(String act) {
        promises.stream().filter(promise -> promise.heldBackBy == null).forEach(promise -> promise.heldBackBy = act);
    }

    List<Promise> promises() {
        return promises;
    }

    List<Reply> replies() {
        return replies;
    }

    /** The promise a mail fulfils: the newest before it with its text. */
    @Nullable
    Promise promiseOf(AcceptedMail mail) {
        Promise found = null;
        for (Promise promise : promises) {
            boolean promised = mail.text().contains(promise.marker) && !promise.undone;
            if (promised && (found == null || !promise.calledAt.isAfter(mail.at()))) {
                found = promise;
            }
        }
        return found;
    }

    /** What the mail server's log shows that it never may. */
    List<String> brokenBy(List<AcceptedMail> mails) {
        List<String> broken = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Integer> perRound = new HashMap<>();
        for (AcceptedMail mail : mails) {
            if (!ids.add(String.valueOf(mail.messageId()))) {
                broken.add("accepted twice: " + mail.messageId());
            }
            Promise promise = promiseOf(mail);
            if (promise == null) {
                broken.add("nobody promised " + mail.messageId() + ": " + mail.text());
                continue;
            }
            if (mail.at().isBefore(promise.calledAt)) {
                broken.add("before its voicemail: " + mail.messageId());
            }
            if (!mail.subject().equals(promise.subject)) {
                broken.add("not what was approved: " + mail.subject() + " instead of " + promise.subject);
            }
            if (perRound.merge(promise.outreach + " round " + promise.round, 1, Integer::sum) > 1) {
                broken.add("a second mail in " + promise.outreach + " round " + promise.round);
            }
            if (suppressedAt != null && mail.at().isAfter(suppressedAt.plus(IN_FLIGHT))) {
                broken.add("after the suppression: " + mail.messageId());
            }
        }
        return broken;
    }
}
