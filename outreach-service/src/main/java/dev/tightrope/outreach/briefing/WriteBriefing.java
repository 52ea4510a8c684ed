package dev.tightrope.outreach.briefing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.inbound.chain.ForwardChain;
import dev.tightrope.outreach.inbound.chain.PersonKind;
import dev.tightrope.outreach.inbound.chain.ShowForwardChain;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.StoryAboutCompany;
import dev.tightrope.outreach.outreach.Timeline;
import dev.tightrope.outreach.prospect.Contact;
import dev.tightrope.outreach.prospect.Contacts;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.story.Story;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Puts a briefing together from what the features know. */
@ApplicationScoped
class WriteBriefing {
    private final ShowForwardChain chains;
    private final Timeline timeline;
    private final Prospects prospects;
    private final Executives executives;
    private final Contacts contacts;
    private final Stories stories;
    private final StoryAboutCompany aboutCompany;
    private final Clock clock;

    WriteBriefing(
            ShowForwardChain chains,
            Timeline timeline,
            Prospects prospects,
            Executives executives,
            Contacts contacts,
            Stories stories,
            StoryAboutCompany aboutCompany,
            Clock clock) {
        this.chains = chains;
        this.timeline = timeline;
        this.prospects = prospects;
        this.executives = executives;
        this.contacts = contacts;
        this.stories = stories;
        this.aboutCompany = aboutCompany;
        this.clock = clock;
    }

    Briefing of(OutreachView outreach) {
        ForwardChain chain = chains.of(outreach);
        Prospect prospect = prospects
                .byId(outreach.prospectId())
                .orElseThrow(() -> Problems.notFound("prospect", outreach.prospectId()));
        return new Briefing(
                outreach.id(),
                outreach.state(),
                outreach.round(),
                new Briefing.Company(
                        prospect.id(), prospect.name(), prospect.domains(), prospect.country(), prospect.industry()),
                people(outreach, chain),
                chain.hops(),
                timeline.answers(outreach.id()),
                stories(outreach),
                timeline.homework(outreach.id()).map(WriteBriefing::findings).orElse(null),
                timeline.of(outreach.id()),
                clock.instant());
    }

    private List<Briefing.Knows> people(OutreachView outreach, ForwardChain chain) {
        List<Briefing.Knows> people = new ArrayList<>();
        Map<UUID, String> names = new LinkedHashMap<>();
        chain.people().forEach(member -> names.put(member.id(), member.name()));
        if (!names.containsKey(outreach.executiveId())) {
            executives
                    .byId(outreach.executiveId())
                    .map(WriteBriefing::whoKnowsNothingYet)
                    .ifPresent(people::add);
        }
        for (ForwardChain.Member member : chain.people()) {
            if (member.kind() != PersonKind.OURS) {
                Optional<ForwardChain.Step> first = firstTo(member.id(), chain);
                people.add(new Briefing.Knows(
                        member.id(),
                        member.kind(),
                        member.name(),
                        member.role(),
                        member.address(),
                        phoneOf(member),
                        member.did(),
                        first.map(ForwardChain.Step::at).orElseGet(() -> firstAnswer(member.id(), chain)),
                        first.filter(step -> step.at() == null)
                                .map(ForwardChain.Step::dateAsWritten)
                                .orElse(null),
                        first.map(step -> names.get(step.from())).orElse(null),
                        first.map(ForwardChain.Step::proof).orElse(List.of())));
            }
        }
        return people;
    }

    private static Briefing.Knows whoKnowsNothingYet(Executive executive) {
        return new Briefing.Knows(
                executive.id(),
                PersonKind.EXECUTIVE,
                executive.name(),
                executive.title(),
                executive.email(),
                executive.phone(),
                Set.of(),
                null,
                null,
                null,
                List.of());
    }

    private static Optional<ForwardChain.Step> firstTo(UUID person, ForwardChain chain) {
        return chain.hops().stream().filter(step -> step.to().equals(person)).findFirst();
    }

    private static @Nullable Instant firstAnswer(UUID person, ForwardChain chain) {
        return chain.hops().stream()
                .filter(step -> step.from().equals(person) && step.at() != null)
                .map(ForwardChain.Step::at)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String phoneOf(ForwardChain.Member member) {
        return member.kind() == PersonKind.EXECUTIVE
                ? executives.byId(member.id()).map(Executive::phone).orElse(null)
                : contacts.byId(member.id()).map(Contact::phone).orElse(null);
    }

    private List<Briefing.StoryTold> stories(OutreachView outreach) {
        Map<UUID, List<Integer>> rounds = new LinkedHashMap<>();
        List<Timeline.Told> told = timeline.stories(outreach.id());
        for (int i = told.size() - 1; i >= 0; i--) {
            rounds.computeIfAbsent(told.get(i).storyId(), id -> new ArrayList<>())
                    .add(0, told.get(i).round());
        }
        Instant now = clock.instant();
        return rounds.entrySet().stream()
                .flatMap(entry -> stories.byId(entry.getKey()).stream()
                        .map(story -> told(story, entry.getValue(), outreach.prospectId(), now)))
                .toList();
    }

    private Briefing.StoryTold told(Story story, List<Integer> rounds, UUID prospectId, Instant now) {
        return new Briefing.StoryTold(
                story.id(),
                rounds,
                story.competitor().name(),
                story.offering(),
                story.businessUserRole(),
                story.situation(),
                story.details(),
                story.impacts(),
                story.mayBeNamedAt(now) && !aboutCompany.isAbout(story, prospectId),
                story.permission() == null ? null : story.permission().until());
    }

    private static Briefing.Findings findings(JsonNode told) {
        return new Briefing.Findings(
                told.path("pain").textValue(),
                told.path("giveFirst").textValue(),
                told.path("namePronunciation").textValue(),
                StreamSupport.stream(told.path("lookedUp").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
