package dev.tightrope.outreach.inbound.analysis;

import dev.tightrope.outreach.inbound.analysis.automatic.Absence;
import dev.tightrope.outreach.inbound.analysis.automatic.AutomaticMail;
import dev.tightrope.outreach.inbound.analysis.automatic.Challenges;
import dev.tightrope.outreach.inbound.analysis.bounce.Bounces;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import dev.tightrope.outreach.inbound.analysis.quotes.Conversation;
import dev.tightrope.outreach.inbound.analysis.quotes.Envelope;
import dev.tightrope.outreach.inbound.analysis.quotes.Quotes;
import dev.tightrope.outreach.optout.OptOut;
import dev.tightrope.outreach.optout.ReadOptOut;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a message is. The order is the point: a complaint and a challenge look like bounces, a bounce looks like an
 * automatic mail, and only what is none of these was written by a person.
 *
 * @param conversation its body taken apart
 * @param inner headers of returned and attached messages
 */
record Classification(
        MessageKind kind,
        @Nullable AutomaticKind automaticKind,
        Absence absence,
        Optional<DeliveryReport> report,
        Conversation conversation,
        List<Fields> inner,
        List<Evidence> evidence) {
    private static final Pattern ANSWER_PREFIX = Pattern.compile(
            "(?iU)^\\s*(?:\\[[^\\]]{1,40}\\]\\s*)?(?:re|aw|sv|antw|vs|rv|r|odp|ynt|res|ref|rif|回复|答复|返信|отв)\\s*(?:\\[\\d+\\])?\\s*[:：]");
    private static final Pattern FORWARD_PREFIX = Pattern.compile(
            "(?iU)^\\s*(?:fwd?|wg|tr|vb|rv|i|vl|pd|enc|doorst|転送|转发|ilt|bg|vidarebef\\.?|videresendt)\\s*[:：]");

    static Classification of(
            Part root,
            BodyText body,
            @Nullable Party from,
            @Nullable String subject,
            Optional<OffsetDateTime> written) {
        String words = body.words();
        String notice = Bounces.wordsOf(words);
        Optional<Evidence> complaint = Complaints.find(root, words);
        if (complaint.isPresent()) {
            return machine(
                    MessageKind.COMPLAINT,
                    null,
                    Optional.empty(),
                    notice,
                    Bounces.returnedBy(root, words),
                    List.of(complaint.get()));
        }
        Optional<Evidence> receipt = Receipts.find(root);
        // A filter may refuse a mail by the same form (RFC 5429): that is no receipt.
        if (receipt.isPresent() && !Bounces.saysFailure(subject)) {
            return machine(
                    MessageKind.AUTOMATIC,
                    AutomaticKind.AUTO_GENERATED,
                    Optional.empty(),
                    notice,
                    Receipts.notices(root),
                    List.of(receipt.get()));
        }
        Supplier<Conversation> conversed = once(() -> AttachedMessages.joined(
                Quotes.read(body.plain(), body.html(), new Envelope(subject, from, recipients(root.fields()))), root));
        Supplier<String> newText = () -> conversed.get().newText();
        Optional<AutomaticMail.Finding> automatic = AutomaticMail.read(root.fields(), from, subject, notice, newText);
        boolean fromMachine = automatic.isPresent() && !Bounces.saysFailure(subject);
        // What a person quotes or passes on may be a challenge; what they write is none.
        Optional<Evidence> challenge = fromMachine
                ? Challenges.find(root.fields(), subject, notice)
                : Challenges.find(root.fields(), subject, notice, newText);
        if (challenge.isPresent()) {
            return automatic(AutomaticKind.CHALLENGE_RESPONSE, notice, challenge.get());
        }
        // Who tells of mail that came back writes as a report does; but answers a mail, or comes to business.
        Optional<Bounces.Finding> bounce = Bounces.read(root, words)
                .filter(found -> found.fromMachine()
                        || !root.fields().has("In-Reply-To") && !AutomaticMail.isPersonal(newText.get()));
        if (bounce.isPresent()) {
            return reported(bounce.get(), notice);
        }
        Conversation conversation = conversed.get();
        if (automatic.isPresent()) {
            AutomaticKind kind = automatic.get().kind();
            Absence absence = kind == AutomaticKind.OUT_OF_OFFICE && written.isPresent()
                    ? Absence.read(subject + "\n\n" + conversation.newText(), written.get())
                    : Absence.UNDATED;
            return new Classification(
                    MessageKind.AUTOMATIC,
                    kind,
                    absence,
                    Optional.empty(),
                    conversation,
                    List.of(),
                    List.of(automatic.get().evidence()));
        }
        return personal(root, from, subject, conversation);
    }

    private static <T> Supplier<T> once(Supplier<T> reading) {
        List<T> read = new ArrayList<>(1);
        return () -> {
            if (read.isEmpty()) {
                read.add(reading.get());
            }
            return read.get(0);
        };
    }

    private static Classification personal(
            Part root, @Nullable Party from, @Nullable String subject, Conversation conversation) {
        Optional<OptOut> optOut = optOutIn(conversation.newText(), subject, from);
        MessageKind kind;
        Evidence evidence;
        boolean refers = root.fields().has("In-Reply-To") || root.fields().has("References");
        // What is passed on is written to whoever it is passed on to.
        if (optOut.filter(OptOut::unmistakable).isPresent() && !conversation.forwarded()) {
            kind = MessageKind.OPT_OUT;
            evidence = new Evidence("opt-out", optOut.get().words(), 0.95);
        } else if (conversation.forwarded()
                || (subject != null
                        && FORWARD_PREFIX.matcher(SubjectTags.without(subject)).find())) {
            kind = MessageKind.FORWARD;
            evidence = new Evidence(
                    "forwarded", conversation.forwards().size() + " levels", conversation.forwarded() ? 0.95 : 0.6);
        } else if (refers
                || !conversation.quoted().isEmpty()
                || (subject != null
                        && ANSWER_PREFIX.matcher(SubjectTags.without(subject)).find())) {
            kind = MessageKind.REPLY;
            evidence = new Evidence("no-sign-of-a-machine", "", 0.8);
        } else {
            kind = MessageKind.UNRELATED;
            evidence = new Evidence("answers-nothing", "", 0.5);
        }
        List<Evidence> all = new ArrayList<>(List.of(evidence));
        if (kind != MessageKind.OPT_OUT) {
            optOut.ifPresent(wish -> all.add(new Evidence("perhaps-an-opt-out", wish.words(), 0.5)));
        }
        all.addAll(conversation.evidence());
        return new Classification(
                kind, null, Absence.UNDATED, Optional.empty(), conversation, AttachedMessages.headers(root), all);
    }

    /** The wish not to be contacted in what somebody wrote. */
    static Optional<OptOut> optOutIn(String newText, @Nullable String subject, @Nullable Party from) {
        String address = from == null ? null : from.address();
        String domain = address == null ? null : address.substring(address.lastIndexOf('@') + 1);
        return ReadOptOut.of(newText, subject, nameOf(from), domain);
    }

    /** By which they sign. */
    private static @Nullable String nameOf(@Nullable Party from) {
        if (from == null) {
            return null;
        }
        String address = from.address() == null ? "" : from.address().replaceFirst("@.*", "");
        return from.name() == null ? address : from.name() + " " + address;
    }

    private static Classification reported(Bounces.Finding bounce, String notice) {
        DeliveryReport report = bounce.report();
        if (report.onlyDelivered()) {
            return machine(
                    MessageKind.AUTOMATIC,
                    AutomaticKind.AUTO_GENERATED,
                    Optional.of(report),
                    notice,
                    List.of(bounce.returned()),
                    bounce.evidence());
        }
        return machine(
                MessageKind.BOUNCE, null, Optional.of(report), notice, List.of(bounce.returned()), bounce.evidence());
    }

    private static Classification automatic(AutomaticKind kind, String newText, Evidence evidence) {
        return new Classification(
                MessageKind.AUTOMATIC,
                kind,
                Absence.UNDATED,
                Optional.empty(),
                new Conversation(newText.strip(), List.of(), List.of()),
                List.of(),
                List.of(evidence));
    }

    private static Classification machine(
            MessageKind kind,
            @Nullable AutomaticKind automaticKind,
            Optional<DeliveryReport> report,
            String notice,
            List<Fields> inner,
            List<Evidence> evidence) {
        return new Classification(
                kind,
                automaticKind,
                Absence.UNDATED,
                report,
                new Conversation(notice.strip(), List.of(), List.of()),
                inner,
                evidence);
    }

    private static List<Party> recipients(Fields fields) {
        List<Party> recipients = new ArrayList<>(fields.parties("To"));
        recipients.addAll(fields.parties("Cc"));
        return recipients;
    }
}
