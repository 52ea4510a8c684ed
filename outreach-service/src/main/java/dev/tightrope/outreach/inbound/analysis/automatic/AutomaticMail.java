package dev.tightrope.outreach.inbound.analysis.automatic;

import dev.tightrope.outreach.inbound.analysis.AutomaticKind;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says whether a machine wrote a message, and why. */
public final class AutomaticMail {
    private AutomaticMail() {}

    /**
     * What was found.
     *
     * @param kind why it wrote
     * @param evidence the strongest sign
     */
    public record Finding(AutomaticKind kind, Evidence evidence) {}

    /**
     * Reads a message.
     *
     * @param words what it says, perhaps with what it quotes
     * @param newText the same without quotes, asked only where the header does not tell
     */
    public static Optional<Finding> read(
            Fields fields, @Nullable Party from, @Nullable String subject, String words, Supplier<String> newText) {
        String title = subject == null ? "" : subject;
        Optional<MachineSigns.Sign> sign = MachineSigns.find(fields, from, title);
        if (sign.isPresent()) {
            return sign.filter(found -> !answersInPerson(found, fields, newText))
                    .map(found -> new Finding(kind(found, title, words, fields, from), found.evidence()));
        }
        return bySubject(fields, title, words, newText);
    }

    /** Whether a text, without what it quotes, comes to business as people do. */
    public static boolean isPersonal(String newText) {
        return NoticeText.of(newText).personal();
    }

    /** People write from such addresses, too, and through servers that mark all mail: their answers say so. */
    private static boolean answersInPerson(MachineSigns.Sign sign, Fields fields, Supplier<String> newText) {
        return sign.weak()
                && fields.has("In-Reply-To")
                && !fields.has("List-Unsubscribe")
                && !fields.has("List-Id")
                && NoticeText.of(newText.get()).personal()
                && !NoticeText.soundsLikeAMachine(newText.get());
    }

    /** Without any sign in the header subject and text have to agree: people write about absences and machines, too. */
    private static Optional<Finding> bySubject(Fields fields, String title, String words, Supplier<String> newText) {
        boolean suppresses = fields.has("X-Auto-Response-Suppress") || fields.has("X-MS-Exchange-Inbox-Rules-Loop");
        int automatic = AbsenceWords.automatic(title);
        boolean prefixed = AbsenceWords.AUTO_PREFIX.matcher(title).find() && absent(title, words);
        boolean formal = AbsenceWords.isFormal(title);
        boolean perhaps = AbsenceWords.mayBeNotice(title)
                || suppresses && AbsenceWords.ABSENT_SUBJECT.matcher(title).lookingAt();
        if (automatic == 0 && !prefixed && !formal && !perhaps) {
            return Optional.empty();
        }
        NoticeText text = NoticeText.of(newText.get());
        if (automatic == 2 && !text.personal() || automatic == 1 && text.notice() || prefixed && !text.personal()) {
            AutomaticKind kind =
                    suppresses || absent(title, words) ? AutomaticKind.OUT_OF_OFFICE : AutomaticKind.AUTO_REPLY;
            return Optional.of(new Finding(kind, new Evidence("automatic-subject", title, 0.9)));
        }
        if (formal && text.notice() || perhaps && (suppresses ? text.notice() : text.onlyNotice())) {
            return Optional.of(new Finding(
                    AutomaticKind.OUT_OF_OFFICE,
                    new Evidence("absence-subject", title, suppresses || formal ? 0.9 : 0.8)));
        }
        return Optional.empty();
    }

    private static boolean absent(String title, String words) {
        String beginning = words.length() > 3_000 ? words.substring(0, 3_000) : words;
        String text = beginning.replaceAll("\\s+", " ").replace('’', '\'');
        return AbsenceWords.ABSENT_SUBJECT.matcher(title).find()
                || AbsenceWords.ABSENT.matcher(text).find();
    }

    private static AutomaticKind kind(
            MachineSigns.Sign sign, String title, String words, Fields fields, @Nullable Party from) {
        if (sign.ofMany()) {
            return AutomaticKind.AUTO_GENERATED;
        }
        if (absent(title, words)) {
            return AutomaticKind.OUT_OF_OFFICE;
        }
        // A mailbox of one person answers by itself when that person is away, whatever the words.
        boolean personal = from != null
                && from.address() != null
                && !AbsenceWords.ROLE_MAILBOX.matcher(from.address()).matches();
        boolean stated = sign.evidence().rule().equals("auto-submitted") && fields.has("In-Reply-To");
        if (sign.answers() && stated && personal) {
            return AutomaticKind.OUT_OF_OFFICE;
        }
        return sign.answers() || AbsenceWords.isReceipt(title, words)
                ? AutomaticKind.AUTO_REPLY
                : AutomaticKind.AUTO_GENERATED;
    }
}
