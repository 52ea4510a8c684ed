package dev.tightrope.outreach.people;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.outreach.input.FieldErrors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneId;
import java.util.Locale;

/** Replaces the caller's own profile; team and role are not theirs to change. */
@ApplicationScoped
class ChangeProfile {
    private final Caller caller;
    private final SignedInPerson signedIn;
    private final ProfileStore store;
    private final HomeDefaults home;

    ChangeProfile(Caller caller, SignedInPerson signedIn, ProfileStore store, HomeDefaults home) {
        this.caller = caller;
        this.signedIn = signedIn;
        this.store = store;
        this.home = home;
    }

    @Transactional
    Person change(ProfileRequest request, String ifMatch) {
        signedIn.profile();
        Person before = store.lockOrRefuse(caller.personId());
        ETags.check(ifMatch, before.version());
        FieldErrors errors = new FieldErrors();
        String phone = errors.phone("/phone", request.phone(), home.country().orElse(null));
        String email = errors.email("/email", request.email());
        errors.refuseIfAny();
        Person wanted = new Person(
                before.id(),
                request.name().strip(),
                request.title(),
                phone,
                email,
                ZoneId.of(request.zone()),
                Locale.forLanguageTag(request.language()).toLanguageTag(),
                request.signature(),
                before.teamId(),
                before.manager(),
                before.updatedAt(),
                before.version());
        return store.change(before, wanted, caller.personId());
    }
}
