package dev.tightrope.outreach.briefing;

import dev.tightrope.outreach.inbound.chain.ForwardChain;
import dev.tightrope.outreach.inbound.chain.PersonKind;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.outreach.Timeline;
import dev.tightrope.outreach.story.Impact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything worth knowing before the first real conversation.
 *
 * @param outreachId the outreach
 * @param state where it stands
 * @param round its current round
 * @param company whom it is about
 * @param people who knows what and since when: the executive first, then in the order they were reached
 * @param hops the way the mail took
 * @param answers what they said
 * @param stories the stories told, the latest first
 * @param homework what the homework found; absent before it is complete
 * @param timeline what happened
 * @param writtenAt when this was put together
 */
public record Briefing(
        UUID outreachId,
        OutreachState state,
        int round,
        Company company,
        List<Knows> people,
        List<ForwardChain.Step> hops,
        List<Timeline.Answer> answers,
        List<StoryTold> stories,
        @Nullable Findings homework,
        List<Timeline.Event> timeline,
        Instant writtenAt) {

    /** The company. */
    public record Company(
            UUID id,
            String name,
            List<String> domains,
            @Nullable String country,
            @Nullable String industry) {}

    /**
     * Somebody who has our mail, or answered.
     *
     * @param id the executive or contact
     * @param kind which of the two
     * @param name full name
     * @param role title or role
     * @param address mail address
     * @param phone E.164
     * @param did what they did in the forward chain
     * @param since since when they have it at the latest: when it was given to them, or else when they answered; absent
     *     where nothing says so
     * @param sinceAsWritten when it was given to them as the quoted header has it, where it does not say its zone
     * @param heardFrom name of whom they had it from; absent where nothing says so
     * @param proof inbound messages that show it; none for our own mail
     */
    public record Knows(
            UUID id,
            PersonKind kind,
            String name,
            @Nullable String role,
            @Nullable String address,
            @Nullable String phone,
            Set<ForwardChain.Did> did,
            @Nullable Instant since,
            @Nullable String sinceAsWritten,
            @Nullable String heardFrom,
            List<UUID> proof) {}

    /**
     * A story they were told.
     *
     * @param id the story
     * @param rounds rounds whose mail told it
     * @param competitor the customer it names
     * @param offering what we sold there
     * @param businessUserRole role of those it helped
     * @param situation how things were before
     * @param details what was done
     * @param impacts what it led to
     * @param mayBeNamed whether the customer may be named today; otherwise do not
     * @param until last day it may be named, where there is one
     */
    public record StoryTold(
            UUID id,
            List<Integer> rounds,
            String competitor,
            String offering,
            String businessUserRole,
            String situation,
            String details,
            List<Impact> impacts,
            boolean mayBeNamed,
            @Nullable LocalDate until) {}

    /**
     * What the homework found.
     *
     * @param pain a pain they really have, in their words
     * @param giveFirst what we give before we ask
     * @param namePronunciation how the executive's name is said
     * @param lookedUp links to what was read about them
     */
    public record Findings(
            @Nullable String pain,
            @Nullable String giveFirst,
            @Nullable String namePronunciation,
            List<String> lookedUp) {}
}
