package dev.tightrope.outreach.inbound;

import dev.tightrope.outreach.inbound.analysis.quotes.ComposedMail;
import dev.tightrope.outreach.inbound.analysis.quotes.OurMail;
import org.jspecify.annotations.Nullable;

/** What relays, programs and people take away of our mail before it comes back, and the rung that is left then. */
enum Lost {
    NOTHING("our-message-id", 0.99, true),
    SUBJECT("our-message-id", 0.99, true),
    MESSAGE_ID_BY_THE_RELAY("provider-id", 0.98, true),
    MESSAGE_ID_BY_THE_RELAY_OF_THE_FIRST_REGION("provider-id", 0.98, true),
    REFERENCES("reply-to-token", 0.97, true),
    REFERENCES_AND_SUBJECT("reply-to-token", 0.97, true),
    REFERENCES_AND_REPLY_ADDRESS("token-in-body", 0.96, true),
    TOKEN_EVERYWHERE("our-text", 0.9, true),
    ALL_BUT_OUR_TEXT("our-text", 0.9, true),
    ALL_BUT_SOME_OF_OUR_TEXT("some-of-our-text", 0.75, false),
    ALL_BUT_SUBJECT_AND_PARTIES("subject-and-parties", 0.7, false),
    ALL_BUT_PARTIES("quoted-parties", 0.65, false),
    ALL_BUT_A_KNOWN_SENDER("known-person", 0.5, false),
    ALL_BUT_THE_SENDERS_COMPANY("held-company", 0.4, false),
    EVERYTHING("", 0, false);

    private static final String ANOTHER_SUBJECT = "Lunch on Thursday";
    private static final String ANOTHER_TEXT = "The canteen has herring again, and we thought of you.\n\nBest, Nils";

    private final String rule;
    private final double confidence;
    private final boolean certain;

    Lost(String rule, double confidence, boolean certain) {
        this.rule = rule;
        this.confidence = confidence;
        this.certain = certain;
    }

    /**
     * What is to be concluded.
     *
     * @param rule the rung; null if there is none
     * @param confidence least confidence
     * @param certain whether it is a match; otherwise a suggestion
     */
    record Rung(@Nullable String rule, double confidence, boolean certain) {}

    /** The rung that is left for a mail; a program that never wrote down what it stands on leaves the next one. */
    Rung rung(ComposedMail composed) {
        if (this == REFERENCES_AND_REPLY_ADDRESS && !composed.keepsToken()) {
            return TOKEN_EVERYWHERE.rung(composed);
        }
        if (this == EVERYTHING || this == ALL_BUT_PARTIES && !composed.namesBoth()) {
            return new Rung(null, 0, false);
        }
        return new Rung(rule, confidence, certain);
    }

    /** What the program has of our mail. */
    OurMail seen(OurMail ours, String someOfIt) {
        return switch (this) {
            case NOTHING,
                    SUBJECT,
                    MESSAGE_ID_BY_THE_RELAY,
                    MESSAGE_ID_BY_THE_RELAY_OF_THE_FIRST_REGION,
                    REFERENCES,
                    REFERENCES_AND_SUBJECT,
                    REFERENCES_AND_REPLY_ADDRESS -> ours;
            case TOKEN_EVERYWHERE -> ours.withoutToken();
            case ALL_BUT_OUR_TEXT -> strangers(ours.withoutToken().called(ANOTHER_SUBJECT));
            case ALL_BUT_SOME_OF_OUR_TEXT ->
                ours.withoutToken().called(ANOTHER_SUBJECT).cutTo(someOfIt);
            case ALL_BUT_SUBJECT_AND_PARTIES -> ours.withoutToken().cutTo("[…]");
            case ALL_BUT_PARTIES -> ours.withoutToken().called(ANOTHER_SUBJECT).cutTo("[…]");
            case ALL_BUT_A_KNOWN_SENDER, ALL_BUT_THE_SENDERS_COMPANY, EVERYTHING ->
                strangers(ours.withoutToken().called(ANOTHER_SUBJECT).cutTo(ANOTHER_TEXT));
        };
    }

    private static OurMail strangers(OurMail ours) {
        return ours.between("nils@ladder.example", "ida@ladder.example");
    }

    /** The message as it comes in. */
    String message(ComposedMail composed, OurMail ours, OurIds ids) {
        String theirDomain = ours.to().substring(ours.to().indexOf('@') + 1);
        String from = switch (this) {
            case ALL_BUT_A_KNOWN_SENDER -> "Karl Holm <" + ours.to() + ">";
            case ALL_BUT_THE_SENDERS_COMPANY -> "Lars Lind <lars@mail." + theirDomain + ">";
            default -> "Vera Vik <vera@ladder.example>";
        };
        String to = switch (this) {
            case NOTHING,
                    SUBJECT,
                    MESSAGE_ID_BY_THE_RELAY,
                    MESSAGE_ID_BY_THE_RELAY_OF_THE_FIRST_REGION,
                    REFERENCES,
                    REFERENCES_AND_SUBJECT -> "Anna Rep <" + ids.replyTo() + ">";
            default -> "somebody@ladder.example";
        };
        String references = switch (this) {
            case NOTHING, SUBJECT -> references(ids.messageId());
            case MESSAGE_ID_BY_THE_RELAY -> references("<" + ids.providerId() + "@eu-west-1.amazonses.com>");
            case MESSAGE_ID_BY_THE_RELAY_OF_THE_FIRST_REGION ->
                references("<" + ids.providerId() + "@email.amazonses.com>");
            default -> "";
        };
        return composed.message(from, to, subject(ours), references);
    }

    private String subject(OurMail ours) {
        return switch (this) {
            case NOTHING,
                    MESSAGE_ID_BY_THE_RELAY,
                    MESSAGE_ID_BY_THE_RELAY_OF_THE_FIRST_REGION,
                    REFERENCES,
                    REFERENCES_AND_REPLY_ADDRESS,
                    TOKEN_EVERYWHERE,
                    ALL_BUT_SUBJECT_AND_PARTIES -> ours.subject();
            default -> ANOTHER_SUBJECT;
        };
    }

    private static String references(String id) {
        return "In-Reply-To: " + id + "\r\nReferences: <first@elsewhere.example> " + id + "\r\n";
    }
}
