package dev.tightrope.scheduler.reminder;

import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.board.Board;
import dev.tightrope.scheduler.board.BoardScope;
import dev.tightrope.scheduler.board.ReadBoard;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the board a manager's weekly letter tells of, in the moment it is sent. */
@ApplicationScoped
class WeeklyBoard {
    private final ReadBoard readBoard;
    private final People people;
    private final Clock clock;

    WeeklyBoard(ReadBoard readBoard, People people, Clock clock) {
        this.people = people;
        this.readBoard = readBoard;
        this.clock = clock;
    }

    /** The board of the team; null for somebody who manages none. Forwards count from the Monday of the week before on. */
    @Nullable
    Board of(Person reader) {
        if (!reader.manager() || reader.teamId() == null) {
            return null;
        }
        Instant now = clock.instant();
        WorkingPlace place = people.workingPlace(reader.id());
        Instant since = WeekBegin.monday(now, place)
                .minusWeeks(1)
                .atStartOfDay(place.zone())
                .toInstant();
        return readBoard.read(
                new BoardScope(new Visibility(reader.id(), reader.teamId(), false), reader.teamId(), since), now);
    }
}
