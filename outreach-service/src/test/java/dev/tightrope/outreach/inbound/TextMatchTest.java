package dev.tightrope.outreach.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.Overlap;
import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.analysis.quotes.ComposedMail;
import dev.tightrope.outreach.inbound.analysis.quotes.OurMail;
import dev.tightrope.outreach.trace.Shingles;
import dev.tightrope.outreach.trace.SubjectKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our mail is known by its text, its subject and its token in whatever a program makes of it, in every language. */
class TextMatchTest {
    private static final String TOKEN = "abcdefghjkmn2345";
    private static final String SUBJECT = "Kallax Värme: how they heat";
    private static final String CLOSE = """
            If you would rather not hear from me again, a short answer is enough and I will not write.

            Kind regards
            Anna Rep
            Key Account Manager, Seller Ltd
            """;
    private static final String OURS = """
            Dear Karl,

            as I said on your voicemail: Kallax Värme saved a third of its heat last winter, and your maintenance manager \
            may want to know how. Their plates fouled every six weeks; the night shift cleaned them by hand, and twice the \
            district heating went cold on a Sunday.

            We looked at the water first, not at the exchangers. Four sensors on the return line showed when the scale \
            began; from then on the plates were flushed at low load, before anybody noticed. Cleaning went from nine times \
            a year to two. The maintenance manager there got his weekends back, and the energy bill fell by 31 percent.

            The figures are theirs, and they are glad to show the plant.

            """ + CLOSE;
    private static final String ANOTHER_STORY = """
            Dear Karl,

            your colleagues at Ostkraft asked us two years ago whether pumps could tell by themselves when a bearing wears \
            out. We listened to forty of them for a month, learned what is normal, and found the three which were not. \
            Nobody had to open one. Since then no pump there has stopped without a week's warning, and the spare parts on \
            their shelves are worth half of what they were.

            The person in charge would talk to yours about it.

            """ + CLOSE;

    /** Each is read once for all tests. */
    private static final Map<String, InboundMail> READ = new ConcurrentHashMap<>();

    private static final List<ComposedMail> EVERYWHERE = ComposedMail.all(
            new OurMail("anna@ours.example", "karl@nordkraft.example", SUBJECT, OURS, OurMail.paragraphs(OURS), TOKEN));

    static Stream<ComposedMail> everywhere() {
        return EVERYWHERE.stream();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void ourTextIsFoundAgain(ComposedMail composed) {
        InboundMail mail = read(composed);
        // What Thunderbird cites is not ours here.
        assertThat(mail.references()).isSubsetOf("<elsewhere@x.example>");
        assertThat(overlap(OURS, mail, "karl@nordkraft.example").share()).isGreaterThan(0.85);
        assertThat(TextMatch.certain(List.of(overlap(OURS, mail, "karl@nordkraft.example")), mail))
                .isPresent();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void anotherMailWithTheSameSentencesAtItsEndIsNotTakenForIt(ComposedMail composed) {
        InboundMail mail = read(composed);
        assertThat(TextMatch.certain(List.of(overlap(ANOTHER_STORY, mail, "karl@nordkraft.example")), mail))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theSameStoryToldToTwoIsTheOnesWhoIsNamed(ComposedMail composed) {
        InboundMail mail = read(composed);
        Overlap karl = overlap(OURS, mail, "karl@nordkraft.example");
        Overlap else1 = overlap(OURS.replace("Karl", "Eva"), mail, "eva@sydkraft.example");
        boolean named = TextMatch.addresses(mail).contains("karl@nordkraft.example");
        assertThat(TextMatch.certain(List.of(karl, else1), mail)
                        .map(match -> match.sent().recipient()))
                .isEqualTo(named ? java.util.Optional.of("karl@nordkraft.example") : java.util.Optional.empty());
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theSubjectIsTheSameWithoutWhatTheProgramPutInFront(ComposedMail composed) {
        assertThat(SubjectKey.of(read(composed).subject() + "")).isEqualTo(SubjectKey.of(SUBJECT));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void theTokenIsFoundWhereTheProgramLeavesIt(ComposedMail composed) {
        assertThat(read(composed).tokens()).isEqualTo(composed.keepsToken() ? List.of(TOKEN) : List.of());
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void thePeopleTheProgramNamesAreFound(ComposedMail composed) {
        Set<String> named = TextMatch.addresses(read(composed));
        assertThat(named).contains("anna@ours.example");
        assertThat(named.contains("karl@nordkraft.example")).isEqualTo(composed.namesBoth());
    }

    @Test
    void aFewWordsOfOursAreNotEnough() {
        InboundMail mail = MessageReader.read(("From: a@b.example\r\nSubject: x\r\n\r\n" + CLOSE).getBytes(UTF_8));
        assertThat(TextMatch.certain(List.of(overlap(OURS, mail, "karl@nordkraft.example")), mail))
                .isEmpty();
    }

    private static InboundMail read(ComposedMail composed) {
        return READ.computeIfAbsent(
                composed.name(),
                name -> MessageReader.read(composed.message(
                                "Karl Holm <karl.holm@gmail.example>", "Anna Rep <anna@ours.example>", SUBJECT, "")
                        .getBytes(UTF_8)));
    }

    private static Overlap overlap(String ours, InboundMail mail, String recipient) {
        Set<Long> shingles = Shingles.of(ours);
        Set<Long> common = new HashSet<>(shingles);
        common.retainAll(TextMatch.shingles(mail));
        UUID outreach = UUID.nameUUIDFromBytes(recipient.getBytes(UTF_8));
        return new Overlap(
                new SentMail(outreach, 1, recipient, "<m@ours.example>", TOKEN),
                "anna@ours.example",
                common.size(),
                shingles.size(),
                false);
    }
}
