package dev.tightrope.outreach.inbound;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageKind;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.chain.ForwardChains;
import dev.tightrope.outreach.inbound.chain.OurAddresses;
import dev.tightrope.outreach.inbound.chain.OurAddresses.Side;
import dev.tightrope.outreach.inbound.reading.MailIntake;
import dev.tightrope.outreach.inbound.reading.MailPlace;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.outreach.ReceivedResponse;
import dev.tightrope.outreach.outreach.Responses;
import dev.tightrope.outreach.prospect.BouncedAddresses;
import dev.tightrope.outreach.suggestion.Answer;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes one message in, once, together with everything that follows from it. */
@ApplicationScoped
class TakeInMail implements MailIntake {
    /** Kind of a message that is our own, come back to us. */
    static final String OWN_COPY = "OWN_COPY";

    private static final Actor MAILBOX = Actor.system("inbound mail");

    private final ReadInTime reader;
    private final MatchMail matchMail;
    private final FindCandidates findCandidates;
    private final OpenSuggestions openSuggestions;
    private final InboundMessages messages;
    private final Responses responses;
    private final Outreaches outreaches;
    private final OutreachMoves moves;
    private final ForwardChains forwardChains;
    private final MailThatIsNoAnswer noAnswer;
    private final ProveArrival proveArrival;
    private final BouncedAddresses bouncedAddresses;
    private final OurAddresses ourAddresses;
    private final Ids ids;
    private final Clock clock;

    TakeInMail(
            ReadInTime reader,
            MatchMail matchMail,
            FindCandidates findCandidates,
            OpenSuggestions openSuggestions,
            InboundMessages messages,
            Responses responses,
            Outreaches outreaches,
            OutreachMoves moves,
            ForwardChains forwardChains,
            MailThatIsNoAnswer noAnswer,
            ProveArrival proveArrival,
            BouncedAddresses bouncedAddresses,
            OurAddresses ourAddresses,
            Ids ids,
            Clock clock) {
        this.reader = reader;
        this.matchMail = matchMail;
        this.findCandidates = findCandidates;
        this.openSuggestions = openSuggestions;
        this.messages = messages;
        this.responses = responses;
        this.outreaches = outreaches;
        this.moves = moves;
        this.forwardChains = forwardChains;
        this.noAnswer = noAnswer;
        this.proveArrival = proveArrival;
        this.bouncedAddresses = bouncedAddresses;
        this.ourAddresses = ourAddresses;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What became of a message.
     *
     * @param stored the message; absent if it belongs to no outreach and was not kept
     * @param firstTime whether it was taken in now, not earlier
     */
    record TakenIn(@Nullable StoredMessage stored, boolean firstTime) {}

    @Override
    @Transactional
    public boolean takeIn(byte[] raw, String source, MailPlace place) {
        if (messages.isTakenInFrom(place)) {
            return true;
        }
        StoredMessage stored = take(raw, source, false).stored();
        if (stored == null) {
            return false;
        }
        messages.liesAt(stored.id(), place);
        return true;
    }

    /**
     * Takes a message in.
     *
     * @param source the mailbox, or {@code api}
     * @param keepUnmatched whether a message that belongs to no outreach is kept; of a mailbox nothing else is stored
     */
    @Transactional
    TakenIn take(byte[] raw, String source, boolean keepUnmatched) {
        Instant now = clock.instant();
        InboundMail mail = reader.read(raw, now);
        Side side = sideOf(mail);
        boolean ours = side == Side.OURS;
        Match found = matchMail.match(mail).orElse(null);
        Match match = side == Side.PERHAPS_OURS ? null : found;
        List<Candidate> candidates = match != null || ours ? List.of() : candidates(mail, found);
        if (match == null && candidates.isEmpty() && !keepUnmatched) {
            if (ReadInTime.isCut(mail)) {
                // What was not read may say that it is for us: the reader of the mailbox sets it aside and tries again.
                throw new IllegalStateException("the message could not be read in time");
            }
            return new TakenIn(null, false);
        }
        List<Evidence> evidence = new ArrayList<>(mail.evidence());
        if (match != null) {
            evidence.add(match.evidence());
        }
        if (match != null && isLateReport(mail, match)) {
            evidence.add(new Evidence(
                    "earlier-round",
                    "reports on the mail of round " + match.sent().round(),
                    1));
        }
        UUID id = ids.next();
        String identity = identityOf(mail, raw);
        String kind = ours ? OWN_COPY : kindOf(mail, match != null).name();
        boolean firstTime = messages.add(id, identity, source, kind, mail, match, evidence, raw, now);
        if (!firstTime && isAnother(identity, mail)) {
            // Its own name from now on, by which it is known when it comes again.
            identity += " " + Substance.of(mail).hash();
            firstTime = messages.add(id, identity, source, kind, mail, match, evidence, raw, now);
        }
        if (firstTime && match != null && !ours) {
            outreaches.lockAll(touched(id, mail, match));
            follow(id, mail, match, now);
        }
        if (firstTime && ours) {
            matchMail.ourOwn(mail).ifPresent(proveArrival::byCopy);
        }
        if (firstTime) {
            openSuggestions.open(id, mail, candidates, now);
        }
        return new TakenIn(messages.byIdentity(identity).orElseThrow(), firstTime);
    }

    /** What says nothing of an earlier mail answers one if it was matched, and is unrelated only if it was not. */
    static MessageKind kindOf(InboundMail mail, boolean matched) {
        return mail.kind() == MessageKind.UNRELATED && matched ? MessageKind.REPLY : mail.kind();
    }

    /** A failure is told as such; who opts out is suppressed before the outreach is locked. */
    private static boolean provesArrival(InboundMail mail) {
        return mail.kind() != MessageKind.OPT_OUT
                && mail.kind() != MessageKind.COMPLAINT
                && mail.report().filter(ReportedFailure::isFailure).isEmpty();
    }

    private static Answer.Form formOf(InboundMail mail) {
        return switch (mail.kind()) {
            case FORWARD -> Answer.Form.FORWARD;
            case OPT_OUT -> Answer.Form.OPT_OUT;
            case REPLY, UNRELATED, AUTOMATIC, BOUNCE, COMPLAINT -> Answer.Form.REPLY;
        };
    }

    /** Every outreach that is touched by what follows from a message: they are locked together, before one of them is. */
    Set<UUID> touched(UUID id, InboundMail mail, Match match) {
        Set<UUID> touched = new TreeSet<>(noAnswer.touchedByOptOut(id, mail, match));
        touched.addAll(responses.touched(match.sent().outreachId()));
        return touched;
    }

    /** What follows from a message whose outreach is known; nothing from a late report. */
    void follow(UUID id, InboundMail mail, Match match, Instant now) {
        if (isLateReport(mail, match)) {
            return;
        }
        if (provesArrival(mail)) {
            proveArrival.byAnswer(mail, match.sent());
        }
        noAnswer.honourOptOut(id, mail, match);
        if (mail.kind().byPerson()) {
            // Before the rep is told, who is told the way it took, too.
            forwardChains.keep(
                    mail,
                    id,
                    outreaches.lockAndGet(match.sent().outreachId()),
                    match.sent().round());
            Party from = mail.from();
            if (from != null && from.address() != null) {
                bouncedAddresses.works(from.address());
            }
            UUID response = responses.receive(
                    match.sent().outreachId(),
                    new ReceivedResponse(
                            ResponseChannel.EMAIL,
                            from == null ? null : from.name(),
                            from == null ? null : from.address(),
                            null,
                            null,
                            mail.newText(),
                            now,
                            id,
                            null,
                            formOf(mail)));
            messages.becameResponse(id, response);
        } else if (mail.kind() == MessageKind.BOUNCE
                && mail.report().filter(ReportedFailure::isFailure).isPresent()) {
            ReportedFailure.of(mail, match.sent()).ifPresent(failure -> {
                proveArrival.byReturn(match.sent());
                bouncedAddresses.mark(new BouncedAddresses.Bounced(
                        match.sent().recipient(), now, failure.status(), failure.diagnostic()));
                moves.event(
                        match.sent().outreachId(),
                        MAILBOX,
                        new OutreachTrigger.HardBounce(
                                match.sent().recipient(),
                                failure.status(),
                                failure.diagnostic() == null ? "undeliverable" : failure.diagnostic()),
                        "a delivery report came back");
            });
        } else {
            noAnswer.follow(id, mail, match, now);
        }
    }

    /**
     * Whether it reports on the mail of a round before this one: what became of that says nothing about the mail that is
     * prepared or out now. The row is locked, so that no round begins between this question and its answer.
     */
    private boolean isLateReport(InboundMail mail, Match match) {
        return mail.kind() == MessageKind.BOUNCE
                && match.sent().round()
                        < outreaches.lockAndGet(match.sent().outreachId()).round();
    }

    /** @param inDoubt the outreach it is about, if it may be a colleague's word about the answer: the rep knows */
    private List<Candidate> candidates(InboundMail mail, @Nullable Match inDoubt) {
        return inDoubt == null
                ? findCandidates.of(mail)
                : List.of(new Candidate(
                        inDoubt.sent().outreachId(),
                        List.of(inDoubt.evidence(), new Evidence("perhaps-a-colleague", senderOf(mail), 0.5))));
    }

    private static String senderOf(InboundMail mail) {
        return mail.from() == null ? "" : String.valueOf(mail.from().address());
    }

    private Side sideOf(InboundMail mail) {
        if (matchMail.ourOwn(mail).isPresent()) {
            return Side.OURS;
        }
        String sender = mail.from() == null ? null : mail.from().address();
        return sender == null
                ? Side.THEIRS
                : ourAddresses.sideOf(
                        sender, mail.kind() == MessageKind.BOUNCE || mail.kind() == MessageKind.COMPLAINT);
    }

    /** Whether the message known by an identity is another one all the same; of one that was forgotten nobody can tell. */
    private boolean isAnother(String identity, InboundMail mail) {
        byte[] known = messages.rawOf(identity);
        return known.length > 0 && !Substance.of(mail).sameAs(Substance.of(reader.read(known, clock.instant())));
    }

    private static String identityOf(InboundMail mail, byte[] raw) {
        if (mail.messageId() != null) {
            return mail.messageId() + " "
                    + (mail.from() == null ? "" : mail.from().address());
        }
        return "sha256:" + Substance.sha256(raw);
    }
}
