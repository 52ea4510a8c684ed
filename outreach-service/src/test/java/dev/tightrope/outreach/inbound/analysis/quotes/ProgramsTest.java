package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program passes our mail on and answers it in every language, known to the lexicon or not. */
class ProgramsTest {
    private static final Party ANNA = new Party("Anna Rep", "anna@ours.example");
    private static final Party BERTIL = new Party("Bertil Ask", "bertil@nordkraft.example");
    private static final Party KARL = new Party("Karl Holm", "karl@nordkraft.example");

    static Stream<Arguments> everywhere() {
        return Stream.of(Program.values())
                .flatMap(program -> Language.ALL.stream().map(language -> Arguments.of(program, language)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void aForwardIsReadWhole(Program program, Language language) {
        assertForwardRead(read(Lexicon.ALL, program.forward(language), forwardEnvelope(language)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void aForwardIsReadWholeWhenNothingIsKnownOfItsLanguage(Program program, Language language) {
        Lexicon lexicon = Lexicon.without(Set.of(language.code()));
        assertForwardRead(read(lexicon, program.forward(language), forwardEnvelope(language)));
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void aForwardIsReadWholeWhenNothingIsKnownOfAnyLanguage(Program program) {
        Lexicon nothing = Lexicon.without(Lexicon.languages());
        for (Language language : Language.ALL) {
            assertForwardRead(read(nothing, program.forward(language), forwardEnvelope(language)));
        }
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void anAnswerIsNoForward(Program program, Language language) {
        Conversation conversation = read(Lexicon.ALL, program.answer(language), answerEnvelope(language));
        assertAnswerRead(conversation);
        assertThat(conversation.newText()).isEqualTo(Program.NOTE);
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void anAnswerIsNoForwardWhenNothingIsKnownOfItsLanguage(Program program, Language language) {
        Lexicon lexicon = Lexicon.without(Set.of(language.code()));
        Conversation conversation = read(lexicon, program.answer(language), answerEnvelope(language));
        assertAnswerRead(conversation);
        // A telephone's line below the text is known by its words alone.
        assertThat(conversation.newText()).startsWith(Program.NOTE).doesNotContain("Kallax");
    }

    private static void assertForwardRead(Conversation conversation) {
        assertThat(conversation.forwards()).hasSize(1);
        QuotedMessage original = conversation.forwards().get(0);
        assertThat(original.from()).isEqualTo(ANNA);
        assertThat(original.to()).extracting(Party::address).containsExactly("karl@nordkraft.example");
        assertThat(original.cc()).extracting(Party::address).containsExactly("bo@ours.example", "eva@ours.example");
        assertThat(original.subject()).isEqualTo(Program.SUBJECT);
        assertThat(original.date()).contains("2026");
        assertThat(original.text()).isEqualToNormalizingWhitespace(Program.TEXT);
        assertThat(conversation.newText()).startsWith(Program.NOTE).doesNotContain("Kallax");
    }

    private static void assertAnswerRead(Conversation conversation) {
        assertThat(conversation.forwarded()).isFalse();
        assertThat(conversation.quoted()).hasSize(1);
        QuotedMessage original = conversation.quoted().get(0);
        assertThat(original.how()).isEqualTo(How.REPLIED_TO);
        assertThat(original.from()).isEqualTo(ANNA);
        assertThat(original.date()).contains("2026");
        assertThat(original.text()).isEqualToNormalizingWhitespace(Program.TEXT);
    }

    private static Conversation read(Lexicon lexicon, String body, Envelope envelope) {
        return new BodyReader(lexicon).read(BodyLines.ofPlain(body), envelope);
    }

    private static Envelope forwardEnvelope(Language language) {
        return new Envelope(language.forwardPrefix() + ": " + Program.SUBJECT, KARL, List.of(BERTIL));
    }

    private static Envelope answerEnvelope(Language language) {
        return new Envelope(language.replyPrefix() + ": " + Program.SUBJECT, KARL, List.of(ANNA));
    }
}
