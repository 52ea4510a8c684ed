package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.TightropeEvent;
import dev.tightrope.scheduler.board.Board;
import dev.tightrope.scheduler.people.Person;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A claimed reminder with all that is needed to write and send it, read in the moment of sending.
 *
 * @param id the reminder
 * @param kind what it is about
 * @param recipient who gets it
 * @param subject the outreach
 * @param event the event it tells of; for the meaning of an answer, the answer; null for what else a timer
 *     raised
 * @param refused the mail that did not arrive, where it tells a manager of one
 * @param version the wait, task, next step or loss it is about; 0 for a notice
 * @param attempt which reminder of it, from 0
 * @param settled why it lost its point while it waited, where that is known already
 * @param standing where the outreach stands now
 * @param toOwner whether it is meant for the rep, not a manager
 * @param toDeputy whether the recipient stands in for whom it was meant for
 * @param earlier what the recipient got of the same before, oldest first: this one is added to that conversation
 * @param reached how many reminders of the same the rep got
 * @param board what the team has in hand; only for a weekly letter to somebody who manages one
 */
record DueReminder(
        UUID id,
        ReminderKind kind,
        Person recipient,
        Subject subject,
        @Nullable TightropeEvent event,
        @Nullable RefusedMail refused,
        int version,
        int attempt,
        @Nullable String settled,
        Standing standing,
        boolean toOwner,
        boolean toDeputy,
        List<UUID> earlier,
        int reached,
        @Nullable Board board) {
    /** Why it must not be sent any more. */
    Optional<String> pointless() {
        if (kind == ReminderKind.WEEKLY) {
            return nothingOfTheWeek();
        }
        return settled != null ? Optional.of(settled) : standing.pointless(kind, version);
    }

    private Optional<String> nothingOfTheWeek() {
        if (board == null) {
            return Optional.of("the recipient manages no team any more");
        }
        return board.nothingInHand() ? Optional.of("the team has nothing in hand") : Optional.empty();
    }
}
