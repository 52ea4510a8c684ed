package dev.tightrope.outreach.sentfolder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.email.RunningOutreach;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Who does what in Sent folders. The tasks are never committed, so that the application's own workers do not see them. */
@QuarkusTest
class SentFolderTasksIT {
    @Inject
    SentFolderTasks tasks;

    @Inject
    Jdbi jdbi;

    @Test
    void aFolderIsVisitedByOneAtATime() {
        RunningOutreach outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        UUID account = UUID.randomUUID();
        UUID other = UUID.randomUUID();

        QuarkusTransaction.begin();
        try {
            UUID delivery = deliveryOf(outreach);
            tasks.add(delivery, SentFolderTask.Kind.APPEND, account, "hash");
            tasks.add(delivery, SentFolderTask.Kind.FIND, account, "hash");
            due(account);
            List<SentFolderTask> first = claimedOf(account);
            assertThat(first).hasSize(1);

            tasks.done(first.get(0), "filed");
            assertThat(claimedOf(account)).as("the next visit").hasSize(1).isNotEqualTo(first);

            tasks.add(delivery, SentFolderTask.Kind.FIND, other, "hash");
            due(other);
            assertThat(claimedOf(other)).as("another's folder").hasSize(1);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private UUID deliveryOf(RunningOutreach outreach) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM delivery WHERE outreach_id = :id")
                .bind("id", outreach.id())
                .mapTo(UUID.class)
                .one());
    }

    private void due(UUID account) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE sent_folder_task SET next_at = '-infinity',"
                        + " lease_until = '-infinity' WHERE account_id = :account")
                .bind("account", account)
                .execute());
    }

    private List<SentFolderTask> claimedOf(UUID account) {
        List<SentFolderTask> claimed = new ArrayList<>();
        for (Optional<SentFolderTask> next = tasks.claim(); next.isPresent(); next = tasks.claim()) {
            next.filter(task -> task.accountId().equals(account)).ifPresent(claimed::add);
        }
        return claimed;
    }
}
