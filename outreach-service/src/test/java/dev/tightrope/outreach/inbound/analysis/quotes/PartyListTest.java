package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names without addresses: a comma parts a surname from a first name, or one person from another. */
class PartyListTest {
    private static final String OUTLOOK = "From: %s\nSent: 3 November 2026 09:15\nTo: %s\nSubject: Kallax\n\nDear";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Rep | Dahl, Liv | Dahl, Liv",
                "Anna Rep | van der Berg, Anna | van der Berg, Anna",
                "Anna Rep | Dahl, Liv Marie | Dahl, Liv Marie",
                "Anna Rep | Dahl, Liv; | Dahl, Liv",
                "Anna Rep | Dahl, Liv; Ek, Bo | Dahl, Liv/Ek, Bo",
                "Anna Rep | Dahl, Liv; Bo Ek; Holm, Karl | Dahl, Liv/Bo Ek/Holm, Karl",
                "Anna Rep | Karl Holm, Bo Ek | Karl Holm/Bo Ek",
                "Anna Rep | Karl, Bo, Liv | Karl/Bo/Liv",
                "Anna Rep | Karl, Bo, Liv, Mia | Karl/Bo/Liv/Mia",
                "Anna Rep | 张三, 李四 | 张三/李四",
                "Anna Rep | Holm/NK, Ek/NK | Holm/Ek",
                "Rep, Anna | Dahl, Liv, Ek, Bo | Dahl, Liv/Ek, Bo",
                "Rep, Anna | Karl Holm, Bo Ek | Karl Holm/Bo Ek",
                "Rep, Anna | Karl, Bo, Liv | Karl/Bo/Liv",
                "Rep, Anna | a@x.example, b@x.example | null/null",
                "Anna Rep | Bo Ek <b@x.example>, Eva <e@x.example>; Liv Dahl | Bo Ek/Eva/Liv Dahl",
            })
    void inABlockAsOutlookPrintsIt(String from, String to, String names) {
        assertThat(names(OUTLOOK.formatted(from, to))).containsExactly(names.split("/"));
    }

    @Test
    void inOtherBlocksTheyPartPeople() {
        assertThat(names("From: Anna Rep\nTo: Karl, Bo\nDate: 3 November 2026 09:15\nSubject: Kallax\n\nDear"))
                .containsExactly("Karl", "Bo");
        assertThat(names("From: Rep, Anna\nTo: Ek, Bo\nDate: 3 November 2026 09:15\nSubject: Kallax\n\nDear"))
                .containsExactly("Ek, Bo");
        assertThat(names("From: Anna Rep\nTo: Ek, Bo;\nDate: 3 November 2026 09:15\nSubject: Kallax\n\nDear"))
                .containsExactly("Ek, Bo");
    }

    /** What is known of them elsewhere in the mail counts more than the form of the block. */
    @Test
    void whoIsNamedElsewhereIsKnownHereToo() {
        String level = "From: %s\nTo: %s\nDate: 4 November 2026 08:01\nSubject: FW: Kallax\n\nSee.\n\n";
        String older = OUTLOOK.formatted("Anna Rep <anna@ours.example>", "%s");
        String liv = older.formatted("Liv Dahl <liv@x.example>");
        assertThat(parties(level.formatted("Karl Holm", "Dahl, Liv, Bo Ek") + liv))
                .containsExactly(new Party("Dahl, Liv", "liv@x.example"), new Party("Bo Ek", null));
        Conversation two = Quotes.read(
                OUTLOOK.formatted("Anna Rep", "Karl, Bo") + "\n\n"
                        + older.formatted("Karl <karl@x.example>; Bo <bo@x.example>"),
                null,
                "FW: Kallax");
        assertThat(two.quoted().get(0).to())
                .containsExactly(new Party("Karl", "karl@x.example"), new Party("Bo", "bo@x.example"));
        Conversation sender = Quotes.read(
                level.formatted("Bo Ek", "Karl Holm") + OUTLOOK.formatted("Anna Rep", "Mia Berg, Ek, Bo"),
                null,
                "FW: Kallax");
        assertThat(sender.quoted().get(1).to()).extracting(Party::name).containsExactly("Mia Berg", "Ek, Bo");
    }

    private static List<String> names(String body) {
        return parties(body).stream().map(party -> String.valueOf(party.name())).toList();
    }

    private static List<Party> parties(String body) {
        return Quotes.read(body, null, "FW: Kallax").quoted().get(0).to();
    }
}
