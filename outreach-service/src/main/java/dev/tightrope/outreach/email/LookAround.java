package dev.tightrope.outreach.email;

import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.prospect.BouncedAddresses;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Family;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.story.Stories;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/** Gathers what an e-mail is drafted from and examined against. */
@ApplicationScoped
class LookAround {
    private final Stories stories;
    private final Prospects prospects;
    private final Executives executives;
    private final People people;
    private final MailAccounts accounts;
    private final Suppressions suppressions;
    private final BouncedAddresses bounced;
    private final OurCompany ourCompany;
    private final Clock clock;

    LookAround(
            Stories stories,
            Prospects prospects,
            Executives executives,
            People people,
            MailAccounts accounts,
            Suppressions suppressions,
            BouncedAddresses bounced,
            OurCompany ourCompany,
            Clock clock) {
        this.stories = stories;
        this.prospects = prospects;
        this.executives = executives;
        this.people = people;
        this.accounts = accounts;
        this.suppressions = suppressions;
        this.bounced = bounced;
        this.ourCompany = ourCompany;
        this.clock = clock;
    }

    Surroundings of(OutreachView outreach) {
        Prospect prospect =
                prospects.byId(outreach.prospectId()).orElseThrow(missing("prospect", outreach.prospectId()));
        Executive executive =
                executives.byId(outreach.executiveId()).orElseThrow(missing("executive", outreach.executiveId()));
        Family family = prospects.familyOf(prospect.id()).orElseThrow(missing("company", prospect.id()));
        return new Surroundings(
                stories.byId(outreach.storyId()).orElseThrow(missing("story", outreach.storyId())),
                prospect,
                family,
                executive,
                people.byId(outreach.ownerId()).orElseThrow(missing("profile", outreach.ownerId())),
                accounts.ofPerson(outreach.ownerId())
                        .filter(account -> account.smtp() != null)
                        .orElse(null),
                ourCompany,
                suppressions.isExecutiveSuppressed(executive.id(), executive.email()),
                bounced.of(executive.email()).orElse(null),
                clock.instant());
    }

    private static Supplier<IllegalStateException> missing(String what, UUID id) {
        return () -> new IllegalStateException("the " + what + " " + id + " of an outreach is not there");
    }
}
