package dev.tightrope.scheduler.reminder;

import dev.tightrope.scheduler.board.Board;
import dev.tightrope.scheduler.board.BoardEntry;
import dev.tightrope.scheduler.board.BoardItem;
import dev.tightrope.scheduler.board.BoardList;
import dev.tightrope.scheduler.board.RepOnBoard;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.Person;
import dev.tightrope.scheduler.reminder.LetterContent.Fact;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a manager's weekly letter says, before it takes the form of text or HTML.
 *
 * @param language BCP 47
 * @param subject the subject
 * @param greeting the first line
 * @param lead what this mail is
 * @param team the numbers of the team
 * @param reps the numbers of each rep who has anything in hand, with what is meant
 * @param linkText words of the link
 * @param link the board
 * @param colon what stands between a label and its value
 * @param footer why the recipient gets it
 */
public record WeeklyContent(
        String language,
        String subject,
        String greeting,
        String lead,
        Group team,
        List<Group> reps,
        String linkText,
        String link,
        String colon,
        String footer) {
    /** Numbers under a name. */
    public record Group(String title, List<Fact> facts) {}

    static WeeklyContent of(Board board, Person reader, String link) {
        Wording words = Wording.of(reader.language());
        ZoneId zone = WorkingPlace.zone(reader.zone());
        Writer writer = new Writer(board, words, zone);
        long overdue = Stream.of(BoardList.CALLS_OVERDUE, BoardList.FOLLOW_UPS_OVERDUE, BoardList.WITHOUT_NEXT_STEP)
                .mapToLong(board::total)
                .sum();
        return new WeeklyContent(
                words.language(),
                HeaderText.display(words.text("WEEKLY.subject", overdue, board.total(BoardList.FORWARDED))),
                words.text("greeting", reader.name()),
                words.text(
                        "WEEKLY.lead",
                        words.day(board.at().atZone(zone).toLocalDate()),
                        words.day(board.forwardedSince().atZone(zone).toLocalDate())),
                new Group(words.text("board.team"), writer.numbers()),
                board.reps().stream()
                        .filter(RepOnBoard::hasAnything)
                        .map(writer::rep)
                        .toList(),
                words.text("link.board"),
                link,
                words.raw("colon"),
                words.text("footer.weekly", zone.getId()));
    }

    private record Writer(Board board, Wording words, ZoneId zone) {
        List<Fact> numbers() {
            return Arrays.stream(BoardList.values())
                    .map(list -> new Fact(label(list), words.text("board.count", board.total(list))))
                    .toList();
        }

        Group rep(RepOnBoard rep) {
            List<Fact> facts = Arrays.stream(BoardList.values())
                    .filter(list -> rep.list(list).count() > 0)
                    .map(list -> new Fact(label(list), value(list, rep.list(list))))
                    .toList();
            return new Group(HeaderText.display(rep.name() == null ? words.text("unknown.rep") : rep.name()), facts);
        }

        private String label(BoardList list) {
            return words.text("board." + list);
        }

        private String value(BoardList list, BoardEntry entry) {
            // Nobody has to be asked about what is merely in hand: its number says enough.
            if (list == BoardList.COMPANIES_HELD) {
                return words.text("board.count", entry.count());
            }
            String named = entry.longest().stream().map(this::named).collect(Collectors.joining(", "));
            long others = entry.count() - entry.longest().size();
            return words.text(
                    "board.entry", entry.count(), others == 0 ? named : words.text("board.more", named, others));
        }

        private String named(BoardItem item) {
            long days = Math.max(
                    0,
                    ChronoUnit.DAYS.between(
                            item.since().atZone(zone).toLocalDate(),
                            board.at().atZone(zone).toLocalDate()));
            String company = item.company() == null ? words.text("unknown.company") : item.company();
            return HeaderText.display(company) + " (" + words.text("days", days) + ")";
        }
    }
}
