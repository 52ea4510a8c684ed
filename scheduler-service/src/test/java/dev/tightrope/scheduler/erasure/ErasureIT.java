package dev.tightrope.scheduler.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.ExecutiveErased;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.scheduler.Story;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Of an executive who is erased nothing is left here, and nothing comes back. */
@QuarkusTest
class ErasureIT {
    @Inject
    Story story;

    @Inject
    ErasedOutreaches erased;

    @Inject
    Jdbi jdbi;

    private final UUID rep = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(rep, UUID.randomUUID());

    @Test
    void namesAndWhatWasToBeSentAboutThemGo() {
        story.profile(rep, "Anna Berg", "anna@seller.example", ref.teamId(), false);
        story.engaged(ref, "Pulp AB", LocalDate.of(2026, 3, 9));
        story.tell(Story.response(ref));
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO parked_message (topic, partition, log_offset, record_time, key, value, header_names,
                    header_values, reason, error, attempts)
                VALUES ('outreach', 0, 0, 0, ?, 'Karin', '{}', '{}', 'FAILED', 'Holm', 1)""", ref.outreachId().toString()));
        assertThat(everythingOf()).contains("Karin Holm", "Per Lund", "Show the quote tool");

        erase();

        assertThat(everythingOf())
                .doesNotContain("Karin Holm", "CEO", "Per Lund", "per.lund", "Show the quote tool", "PENDING");
        assertThat(jdbi.<String, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT m::text FROM parked_message m WHERE key = ?")
                                .bind(0, ref.outreachId().toString())
                                .mapTo(String.class)
                                .one()))
                .doesNotContain("4b6172696e", "Holm");
    }

    @Test
    void whatComesLateIsEmptiedToo() {
        erase();
        story.awaiting(ref, "Pulp AB");
        story.tell(new ExecutiveCorrected(
                ref,
                new ExecutiveFacts(UUID.randomUUID(), "Karin Holm", "CEO", "+46700000001", null, "sv", null),
                Story.CALLED_AT));

        erased.emptyAll();

        assertThat(everythingOf()).doesNotContain("Karin Holm", "CEO");
        List<String> written = versions();
        erased.emptyAll();
        assertThat(versions()).isEqualTo(written);
    }

    @Test
    void otherOutreachesKeepWhatTheyHave() {
        story.awaiting(ref, "Pulp AB");

        story.tell(new ExecutiveErased(UUID.randomUUID(), List.of(UUID.randomUUID()), Story.CALLED_AT));

        assertThat(everythingOf()).contains("Karin Holm");
    }

    private void erase() {
        story.tell(new ExecutiveErased(UUID.randomUUID(), List.of(ref.outreachId()), Story.CALLED_AT));
    }

    /** Which transaction wrote each row last. */
    private List<String> versions() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT xmin::text FROM outreach WHERE id = :id
                        UNION ALL SELECT xmin::text FROM outreach_round WHERE outreach_id = :id""")
                .bind("id", ref.outreachId())
                .mapTo(String.class)
                .list());
    }

    private String everythingOf() {
        return jdbi.withHandle(handle -> String.join(
                "\n",
                handle.createQuery("""
                                SELECT o::text FROM outreach o WHERE id = :id
                                UNION ALL SELECT r::text FROM outreach_round r WHERE outreach_id = :id
                                UNION ALL SELECT r::text FROM reminder r WHERE outreach_id = :id""")
                        .bind("id", ref.outreachId())
                        .mapTo(String.class)
                        .list()));
    }
}
