package dev.tightrope.outreach.email;

import dev.tightrope.outreach.outreach.FormerOwner;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.outreach.outreach.OwnerChanged;
import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts the owner's signature in place of a former owner's in an e-mail that is being prepared. */
@ApplicationScoped
class SignAnew {
    private final Emails emails;
    private final Outreaches outreaches;
    private final People people;
    private final OurCompany ourCompany;

    SignAnew(Emails emails, Outreaches outreaches, People people, OurCompany ourCompany) {
        this.emails = emails;
        this.outreaches = outreaches;
        this.people = people;
        this.ourCompany = ourCompany;
    }

    void on(@Observes OwnerChanged changed) {
        sign(changed.outreach());
    }

    /** A locked one stays as it was approved; it is signed when it is opened again. */
    void sign(OutreachView outreach) {
        List<FormerOwner> formerOwners = outreaches.formerOwners(outreach.id());
        Optional<String> now = signature(outreach.ownerId());
        if (formerOwners.isEmpty() || now.isEmpty()) {
            return;
        }
        DraftedEmail draft = emails.lock(outreach.id(), outreach.round());
        DraftedEmail signed = draft;
        for (FormerOwner former : formerOwners) {
            Optional<String> before = signature(former.personId()).filter(text -> !text.equals(now.get()));
            signed = before.isPresent() ? signed.signed(before.get(), now.get()) : signed;
        }
        if (!draft.isLocked() && !signed.equals(draft)) {
            emails.change(signed, outreach.ownerId());
        }
    }

    private Optional<String> signature(UUID person) {
        return people.byId(person).map(this::signatureOf);
    }

    private String signatureOf(Person person) {
        return GeneratedEmail.signature(person, ourCompany);
    }
}
