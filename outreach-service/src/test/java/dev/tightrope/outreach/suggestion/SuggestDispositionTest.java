package dev.tightrope.outreach.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SuggestDispositionTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 3, 4, 10, 0, 0, 0, ZONE);

    static Stream<Arguments> texts() {
        return Stream.of("en", "sv", "de", "fr", "es").flatMap(SuggestDispositionTest::textsIn);
    }

    private static Stream<Arguments> textsIn(String language) {
        try (var in = Objects.requireNonNull(
                SuggestDispositionTest.class.getResourceAsStream("/suggestion/" + language + ".txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 4))
                    .map(line -> Arguments.of(language, line[0], line[1], line[2], line[3]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest(name = "{0}: {1} {2} says {3}: {4}")
    @MethodSource("texts")
    void readsWhatIsMeant(String language, String kind, String day, String who, String text) {
        Suggestion suggestion = suggest(text, who.equals("executive"));

        String read = suggestion == null ? "none" : suggestion.disposition().name();
        assertThat(read + " " + dayOf(suggestion))
                .as("%s, %s", text, suggestion)
                .isEqualTo(kind + " " + working(day));
        if (suggestion != null) {
            assertThat(suggestion.confidence()).isBetween(0.3, 0.95);
            assertThat(suggestion.evidence()).isNotBlank();
            assertThat(text).contains(Objects.requireNonNull(suggestion.evidence()));
        }
    }

    private static String working(String day) {
        if (day.isEmpty()) {
            return "";
        }
        LocalDate date = LocalDate.parse(day);
        while (date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            date = date.plusDays(1);
        }
        return date.toString();
    }

    private static String dayOf(@Nullable Suggestion suggestion) {
        Instant until = suggestion == null ? null : suggestion.until();
        return until == null ? "" : until.atZone(ZONE).toLocalDate().toString();
    }

    @Test
    void aDayIsAWorkingMorningInTheFuture() {
        Suggestion saturday = Objects.requireNonNull(suggest("Please get back to us on 6 June.", true));

        assertThat(saturday.until()).isEqualTo(Instant.parse("2026-06-07T22:00:00Z"));
        assertThat(Objects.requireNonNull(suggest("Please get back to us on 3 March.", true))
                        .until())
                .isEqualTo(Instant.parse("2027-03-02T23:00:00Z"));
    }

    @Test
    void anotherPersonsWishIsSurerThanTheExecutives() {
        String text = "Could we meet next week?";

        assertThat(Objects.requireNonNull(suggest(text, false)).confidence())
                .isGreaterThan(Objects.requireNonNull(suggest(text, true)).confidence());
    }

    @Test
    void whatContradictsItselfIsLessSure() {
        assertThat(Objects.requireNonNull(suggest("Interesting, but not for us.", true))
                        .confidence())
                .isLessThan(Objects.requireNonNull(suggest("It is not for us.", true))
                        .confidence());
    }

    @Test
    void aForwardOfTheExecutiveIsPassedOnEvenWithoutAWord() {
        assertThat(suggest("", Answer.Form.FORWARD, true, null))
                .isEqualTo(new Suggestion(DispositionKind.PASSED_ON, null, 0.6, null));
        assertThat(suggest("", Answer.Form.FORWARD, false, null)).isNull();
        assertThat(suggest("", Answer.Form.REPLY, true, null)).isNull();
    }

    @Test
    void aWishNotToBeWrittenToIsAnOptOutWhateverElseItSays() {
        Suggestion suggestion = suggest("Interesting, but take us off your list.", Answer.Form.OPT_OUT, true, null);

        assertThat(Objects.requireNonNull(suggestion).disposition()).isEqualTo(DispositionKind.OPTED_OUT);
    }

    @Test
    void aWishThatMayMeanSomethingElseIsSuggestedAndNothingMore() {
        Suggestion person = suggest("Please do not contact me again. I have all I need for the audit.", true);
        assertThat(Objects.requireNonNull(person).disposition()).isEqualTo(DispositionKind.OPTED_OUT);
        assertThat(person.wholeCompany()).isFalse();
        assertThat(person.evidence()).isEqualTo("Please do not contact me again");

        Suggestion company = suggest("Do not contact anyone at our company again before the audit is over.", false);
        assertThat(Objects.requireNonNull(company).disposition()).isEqualTo(DispositionKind.OPTED_OUT);
        assertThat(company.wholeCompany()).isTrue();

        Suggestion polish = suggest("Proszę nie pisać do mnie więcej, mam audyt.", false);
        assertThat(Objects.requireNonNull(polish).disposition()).isEqualTo(DispositionKind.OPTED_OUT);
    }

    @Test
    void whoNamesSomebodyElseOrADayWantsNoEndOfIt() {
        assertThat(Objects.requireNonNull(suggest("Do not contact me again, please contact Mia Lund.", true))
                        .disposition())
                .isEqualTo(DispositionKind.PASSED_ON);
        assertThat(Objects.requireNonNull(suggest("Stop emailing me, just call me on Friday.", true))
                        .disposition())
                .isEqualTo(DispositionKind.INTERESTED);
        assertThat(Objects.requireNonNull(suggest("Do not contact me again before 1 June.", true))
                        .disposition())
                .isEqualTo(DispositionKind.LATER);
    }

    @Test
    void whoIsAwayIsAnsweredWhenTheyAreBack() {
        Suggestion later = suggest("I am on leave.", Answer.Form.REPLY, true, LocalDate.of(2026, 4, 18));

        assertThat(later).isNotNull();
        assertThat(later.disposition()).isEqualTo(DispositionKind.LATER);
        assertThat(later.until()).isEqualTo(Instant.parse("2026-04-19T22:00:00Z"));
        assertThat(suggest("I was on leave.", Answer.Form.REPLY, true, LocalDate.of(2026, 2, 18)))
                .isNull();
    }

    @Test
    void linesThatTheMailProgramBrokeAreOneSentence() {
        Suggestion later = Objects.requireNonNull(suggest("Hi,\nwe are not\ninterested at all.\n\nKarin", true));

        assertThat(later.disposition()).isEqualTo(DispositionKind.DECLINED);
    }

    @Test
    void aLongSentenceIsQuotedInPart() {
        String text = "word ".repeat(80) + "could we meet next week " + "word ".repeat(80);

        assertThat(Objects.requireNonNull(suggest(text, true)).evidence())
                .hasSizeLessThan(170)
                .contains("could we meet next week")
                .startsWith("…")
                .endsWith("…");
    }

    @Test
    @Timeout(20)
    void anyTextIsReadQuicklyAndWithoutAnException() {
        Random random = new Random(20260304);
        String[] pieces = {
            "not ",
            "if ",
            "interested ",
            "nicht ",
            "je ",
            "transmis ",
            " à ",
            "a ",
            "call me ",
            "31 ",
            "february ",
            ", ",
            ". ",
            "\n",
            "\n\n",
            "’",
            "Ünï ",
            "\u0000",
            "İ",
            "𝒳",
            "we have ",
            "forward ",
            "to ",
            "in ",
            "2026-99-99 ",
            "99 wochen ",
            "in 99 months ",
            "0 may ",
            "|",
            "(",
            "%N%"
        };
        for (int run = 0; run < 300; run++) {
            StringBuilder text = new StringBuilder();
            random.ints(400, 0, pieces.length).forEach(piece -> text.append(pieces[piece]));
            assertThatCode(() -> suggest(text.toString(), true)).doesNotThrowAnyException();
        }
        assertThatCode(() -> suggest("we have ".repeat(100_000), true)).doesNotThrowAnyException();
    }

    private static @Nullable Suggestion suggest(String text, boolean executive) {
        return suggest(text, Answer.Form.REPLY, executive, null);
    }

    private static @Nullable Suggestion suggest(
            String text, Answer.Form form, boolean executive, @Nullable LocalDate returnsOn) {
        return SuggestDisposition.of(new Answer(text, form, executive, returnsOn, NOW))
                .orElse(null);
    }
}
