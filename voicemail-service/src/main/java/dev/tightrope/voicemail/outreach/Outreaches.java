package dev.tightrope.voicemail.outreach;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The outreaches a caller may see. */
@ApplicationScoped
public class Outreaches {
    private final Jdbi jdbi;
    private final RetryHint retryHint;

    /** On this service's database. */
    public Outreaches(Jdbi jdbi, RetryHint retryHint) {
        this.jdbi = jdbi;
        this.retryHint = retryHint;
    }

    /**
     * An outreach the caller may see.
     *
     * @throws ProblemException 404 if there is none, or its opening has not arrived yet, or it is somebody else's; which
     *     of these is not told
     */
    public Outreach get(UUID id, Visibility visibility) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select * from outreach_now where outreach_id = :id and " + Visibility.SQL)
                        .bind("id", id)
                        .bindMethods(visibility)
                        .map(new OutreachMapper())
                        .findOne())
                .orElseThrow(() -> unknown(id));
    }

    /**
     * As {@link #get}, keeping everybody else from changing what belongs to it until the transaction ends. What it stands
     * in is read after the lock was taken, so it includes what the transaction waited for.
     */
    public Outreach lock(UUID id, Visibility visibility) {
        boolean found = jdbi.withHandle(handle -> handle.createQuery(
                        "select 1 from outreach where outreach_id = :id and " + Visibility.SQL + " for update")
                .bind("id", id)
                .bindMethods(visibility)
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
        if (!found) {
            throw unknown(id);
        }
        return get(id, visibility);
    }

    /** An outreach whoever asks; empty until its opening has arrived. */
    public Optional<Outreach> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from outreach_now where outreach_id = :id")
                .bind("id", id)
                .map(new OutreachMapper())
                .findOne());
    }

    private ProblemException unknown(UUID id) {
        return notYet("There is no outreach " + id
                + " here. If it was opened a moment ago, the news may still be on its way: ask again in a second.");
    }

    /** 404 for what an event will bring, with {@code Retry-After}. */
    public ProblemException notYet(String detail) {
        retryHint.inSeconds(1);
        return new ProblemException(404, "not-found", "Not found", detail, List.of(), Map.of());
    }
}
