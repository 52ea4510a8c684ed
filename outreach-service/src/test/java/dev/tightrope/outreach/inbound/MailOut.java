package dev.tightrope.outreach.inbound;

import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.inbound.analysis.quotes.OurMail;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.trace.Shingles;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;

/**
 * An outreach that waits, and everything its mail is known by.
 *
 * @param outreach the outreach
 * @param mail the mail as its recipient has it
 * @param ids what leads to it without a guess
 */
record MailOut(RunningOutreach outreach, OurMail mail, OurIds ids) {
    static final String HEAT = """
            Dear Karin,

            as I said on your voicemail: Nordström Kyl AB saved a third of its heat last winter, and your maintenance \
            manager may want to know how. Their plates fouled every six weeks; the night shift cleaned them by hand, and \
            twice the district heating went cold on a Sunday.

            We looked at the water first, not at the exchangers. Four sensors on the return line showed when the scale \
            began; from then on the plates were flushed at low load, before anybody noticed. Cleaning went from nine times \
            a year to two. The maintenance manager there got his weekends back, and the energy bill fell by 31 percent.

            The figures are theirs, and they are glad to show the plant.

            If you would rather not hear from me again, a short answer is enough and I will not write.

            Kind regards
            Anna
            """;
    static final String PUMPS = """
            Dear Karin,

            Nordström Kyl AB asked us two years ago whether pumps could tell by themselves when a bearing wears out. We \
            listened to forty of them for a month, learned what is normal, and found the three which were not. Nobody had \
            to open one. Since then no pump there has stopped without a week's warning, and the spare parts on their \
            shelves are worth 52 percent of what they were. The maintenance manager there would talk to yours about it.

            If you would rather not hear from me again, a short answer is enough and I will not write.

            Kind regards
            Anna
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern REPLY_TO = Pattern.compile("(?m)^Reply-To: .*<([^>]+\\+([^@]+)@[^>]+)>");

    /** Sends a mail of its own words, so that no other test's mail has its text. */
    static MailOut of(String text) {
        String mark = UUID.randomUUID().toString().substring(0, 8);
        RunningOutreach outreach =
                RunningOutreach.voicemailLeft("Nordström Kyl AB & the heat " + mark + ": less than they thought", text);
        outreach.event(outreach.release());
        await().atMost(PATIENCE).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        AcceptedMail sent =
                SharedParts.mail().acceptedFor(outreach.executiveAddress()).get(0);
        Matcher reply = REPLY_TO.matcher(sent.eml());
        if (!reply.find()) {
            throw new AssertionError(sent.eml());
        }
        JsonPath email = outreach.email();
        String providerId = "0102018f" + mark + "-1a2b3c4d-5e6f-7081-92a3-b4c5d6e7f809-000000";
        knownToProviderAs(providerId, outreach.id());
        return new MailOut(
                outreach,
                new OurMail(
                        outreach.rep().email(),
                        outreach.executiveAddress(),
                        email.getString("subject"),
                        email.getString("textBody"),
                        email.getString("htmlBody"),
                        reply.group(2)),
                new OurIds(sent.messageId(), providerId, reply.group(1)));
    }

    static void knownToProviderAs(String id, UUID outreachId) {
        Jdbi jdbi = Arc.container().instance(Jdbi.class).get();
        QuarkusTransaction.requiringNew()
                .run(() -> jdbi.useHandle(handle -> handle.createUpdate(
                                "UPDATE delivery SET provider_id = :id WHERE outreach_id = :outreach")
                        .bind("id", id)
                        .bind("outreach", outreachId)
                        .execute()));
    }

    String domain() {
        return mail.to().substring(mail.to().indexOf('@') + 1);
    }

    /** A passage too short to be certain and long enough to be noticed. */
    String someOfTheText() {
        Set<Long> all = Shingles.of(mail.text());
        for (String paragraph : mail.text().split("\n\n")) {
            Set<Long> common = new HashSet<>(Shingles.of(paragraph));
            common.retainAll(all);
            double share = (double) common.size() / all.size();
            if (share > 0.2 && share < 0.35) {
                return paragraph;
            }
        }
        throw new AssertionError("no paragraph is some of the text");
    }
}
