package dev.tightrope.scheduler.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.ForwardHop;
import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.events.ResponseReceived;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.SuggestedDisposition;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.scheduler.people.Person;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the letters with approved samples, so that every change of wording or looks is seen. To approve a change, run
 * with {@code -Dtightrope.approve=true}, look at the difference and commit it.
 */
@QuarkusTest
class LetterSamplesIT {
    private static final Path SAMPLES = Path.of("src/test/resources/letters");
    private static final UUID OUTREACH = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final UUID OWNER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");
    private static final UUID RESPONSE = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8059");
    private static final String KEY = "test:dGVzdC1rZXktb2YtMzItYnl0ZXMtMDEyMzQ1Njc4OTA=";
    private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");

    static Stream<Arguments> letters() {
        return Stream.of(
                        "follow-up",
                        "follow-up-repeat",
                        "follow-up-deputy",
                        "follow-up-last",
                        "follow-up-manager",
                        "follow-up-manager-unreached",
                        "call-due",
                        "call-due-manager",
                        "disposition",
                        "disposition-manager",
                        "response",
                        "response-closed",
                        "suggestion",
                        "attention",
                        "withheld",
                        "permission-ended",
                        "next-step",
                        "next-step-manager",
                        "return",
                        "handed-over",
                        "handed-over-many",
                        "address-refused",
                        "sign-in",
                        "sign-in-not-read",
                        "digest",
                        "weekly")
                .flatMap(letter -> Wording.LANGUAGES.stream().map(language -> Arguments.of(letter, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("letters")
    void isAsApproved(String name, String language) throws IOException {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        OneTapTokens tokens = new OneTapTokens(Optional.of(List.of(KEY)));
        Letter letter = new ComposeLetter(
                        clock,
                        "https://sales.example/outreaches/{id}",
                        "https://sales.example/settings/mail",
                        "https://sales.example/board",
                        new OneTapLinks(tokens, "https://sales.example/api/v1/one-tap/{token}", Duration.ofDays(14)),
                        3)
                .of(due(name, language), told(name, language));

        List<String> problems = Stream.of(
                        difference(
                                name + "." + language + ".txt",
                                "Subject: " + letter.subject() + "\n\n" + letter.text()),
                        difference(name + "." + language + ".html", letter.html()))
                .filter(problem -> !problem.isEmpty())
                .toList();
        assertThat(problems).isEmpty();
    }

    private static String difference(String name, String now) throws IOException {
        Path sample = SAMPLES.resolve(name);
        if (Boolean.getBoolean("tightrope.approve")) {
            Files.createDirectories(SAMPLES);
            Files.writeString(sample, now, UTF_8);
        }
        String approved = Files.readString(sample, UTF_8);
        return approved.equals(now) ? "" : name + " was:\n" + approved + "\nand is now:\n" + now;
    }

    private static List<DueReminder> told(String name, String language) {
        return name.equals("digest")
                ? Stream.of("disposition", "call-due", "follow-up-repeat", "next-step", "next-step-manager", "return")
                        .map(each -> due(each, language))
                        .toList()
                : List.of(due(name, language));
    }

    private static DueReminder due(String name, String language) {
        boolean toManager = name.contains("-manager") || name.equals("address-refused") || name.equals("weekly");
        // A next step is told once before the manager is.
        int reached = name.endsWith("-unreached") ? 0 : name.startsWith("next-step") ? 1 : attempt(name);
        ReminderKind kind = ReminderKind.valueOf(name.replace("-manager", "")
                .replace("-unreached", "")
                .replace("-repeat", "")
                .replace("-deputy", "")
                .replace("-last", "")
                .replace("-closed", "")
                .replace("-not-read", "")
                .replace("-many", "")
                .replace('-', '_')
                .toUpperCase(Locale.ROOT));
        OutreachRef ref = new OutreachRef(OUTREACH, 1, UUID.randomUUID(), OWNER, null);
        return new DueReminder(
                UUID.randomUUID(),
                kind,
                new Person(
                        ref.ownerId(),
                        toManager ? "Maria Ek" : name.endsWith("-deputy") ? "Ben Lund" : "Anna Berg",
                        "anna.berg@seller.example",
                        null,
                        "Europe/Stockholm",
                        language,
                        null,
                        false),
                new Subject(
                        OUTREACH,
                        "Müller & Söhne AG",
                        "Karin Holm",
                        "CEO",
                        "Anna Berg",
                        "Baltic Lines",
                        Instant.parse("2026-02-10T09:12:30Z"),
                        null,
                        "How Baltic Lines shortened its quotes from 9 days to 2",
                        Instant.parse("2026-02-10T09:12:44Z"),
                        Instant.parse("2026-02-10T09:12:44Z"),
                        Instant.parse("2026-03-02T10:30:00Z"),
                        new PlannedStep("Show the quote tool to the planners", LocalDate.of(2026, 3, 3), "Per Lund"),
                        Instant.parse("2026-02-27T14:20:00Z")),
                event(kind, ref, name),
                kind == ReminderKind.ADDRESS_REFUSED
                        ? new RefusedMail(
                                ReminderKind.RESPONSE,
                                "Anna Berg",
                                "anna.berg@seller.example",
                                "550 5.1.1 <anna.berg@seller.example>: no such user here",
                                3)
                        : null,
                1,
                attempt(name),
                null,
                new Standing(name.endsWith("-closed") ? "CLOSED" : "AWAITING_RESPONSE", 1, 1, 1, false, false),
                !toManager,
                name.endsWith("-deputy"),
                toManager
                        ? List.of()
                        : Stream.generate(UUID::randomUUID).limit(reached).toList(),
                reached,
                kind == ReminderKind.WEEKLY ? SampleBoard.of(NOW) : null);
    }

    private static int attempt(String name) {
        return name.endsWith("-repeat") ? 1 : name.endsWith("-last") ? 3 : name.contains("-manager") ? 4 : 0;
    }

    private static @Nullable TightropeEvent event(ReminderKind kind, OutreachRef ref, String name) {
        return switch (kind) {
            case RESPONSE, DISPOSITION -> response(ref, name.endsWith("-closed"));
            case SUGGESTION ->
                new SuggestionOpened(
                        ref,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "Per Lund",
                        "per.lund@mueller-soehne.example",
                        "Quotes in two days",
                        "Could you call me about this?",
                        "KNOWN_CONTACT",
                        NOW);
            case HANDED_OVER ->
                new OutreachTransferred(
                        ref,
                        UUID.randomUUID(),
                        "Rita leaves us at the end of the month",
                        NOW,
                        null,
                        "Rita Rep",
                        UUID.randomUUID(),
                        name.endsWith("-many") ? 12 : 1);
            case ATTENTION -> new AttentionNeeded(ref, "REFUSED", "550 5.1.1 no such user here", NOW);
            case WITHHELD ->
                new EmailWithheld(
                        ref, UUID.randomUUID(), "karin@mueller-soehne.example was suppressed", NOW, "SUPPRESSED");
            case PERMISSION_ENDED -> new StoryPermissionEnded(ref, UUID.randomUUID(), "Baltic Lines", NOW, null);
            case SIGN_IN ->
                name.endsWith("-not-read")
                        ? notRead()
                        : new MailAccountRefused(
                                UUID.randomUUID(),
                                OWNER,
                                "anna.berg@seller.example",
                                false,
                                true,
                                true,
                                "imap.seller.example refuses the password of anna.berg@seller.example",
                                NOW);
            case FOLLOW_UP, CALL_DUE, NEXT_STEP, RETURN, ADDRESS_REFUSED, DIGEST, WEEKLY -> null;
        };
    }

    private static MailAccountRefused notRead() {
        return new MailAccountRefused(
                UUID.randomUUID(),
                OWNER,
                "anna.berg@seller.example",
                false,
                true,
                true,
                "There is no folder Customers",
                NOW,
                MailAccountRefused.NOT_READ);
    }

    private static ResponseReceived response(OutreachRef ref, boolean closed) {
        return new ResponseReceived(
                ref,
                RESPONSE,
                ResponseChannel.EMAIL,
                "Per Lund",
                "per.lund@mueller-soehne.example",
                "Maintenance manager",
                false,
                "Karin passed your mail on to me.",
                Instant.parse("2026-02-24T14:31:00Z"),
                new SuggestedDisposition("INTERESTED", null, null, 0.8, "would like to hear more"),
                closed ? "DECLINED" : null,
                "Hello Anna,\n\nKarin passed your mail on to me.\r\nWe lose <2 days> a week on this & would like to hear"
                        + " more.\n\n\n\nPer",
                List.of(
                        new ForwardHop(
                                "Anna Berg",
                                "Sales executive",
                                List.of("Karin Holm"),
                                List.of(),
                                Instant.parse("2026-02-10T09:12:44Z"),
                                null,
                                false),
                        new ForwardHop(
                                "Karin Holm",
                                "CEO",
                                List.of("Ola Ek"),
                                List.of("Mia <Å> Öst", "Bo Berg"),
                                null,
                                "tis 24 feb. 2026 kl 08:02",
                                false),
                        new ForwardHop("Ola Ek", null, List.of("Per Lund"), List.of(), null, null, true),
                        new ForwardHop(
                                "Per Lund",
                                "Maintenance manager",
                                List.of("Anna Berg"),
                                List.of(),
                                Instant.parse("2026-02-24T14:31:00Z"),
                                null,
                                false)));
    }
}
