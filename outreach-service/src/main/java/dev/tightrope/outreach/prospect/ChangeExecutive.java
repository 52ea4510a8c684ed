package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.people.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes what is recorded of an executive; outreaches learn of it in the same transaction. */
@ApplicationScoped
public class ChangeExecutive {
    private final Caller caller;
    private final Executives executives;
    private final ExecutiveStore store;
    private final ExecutiveInUse inUse;
    private final People people;
    private final Clock clock;

    ChangeExecutive(
            Caller caller,
            Executives executives,
            ExecutiveStore store,
            ExecutiveInUse inUse,
            People people,
            Clock clock) {
        this.caller = caller;
        this.executives = executives;
        this.store = store;
        this.inUse = inUse;
        this.people = people;
        this.clock = clock;
    }

    @Transactional
    Executive change(UUID id, ExecutiveRequest request, String ifMatch) {
        Executive known = executives.byId(id).orElseThrow(() -> Problems.notFound("executive", id));
        Prospect prospect = store.lockProspect(known.prospectId()).orElseThrow();
        Executive before = store.lockOrRefuse(id);
        ETags.check(ifMatch, before.version());
        if (!request.prospectId().equals(before.prospectId())) {
            throw Problems.unprocessable(
                    "prospect-fixed",
                    List.of(
                            new FieldError(
                                    "/prospectId",
                                    "cannot change: somebody who moves to another company is recorded there as a new executive")));
        }
        FieldErrors errors = new FieldErrors();
        String email = errors.email("/email", request.email());
        String phone = errors.phone("/phone", request.phone(), prospect.country());
        errors.refuseIfAny();
        inUse.check(before, email, phone, people.visibilityOf(caller));
        return write(
                before,
                request.name().strip(),
                request.title(),
                email,
                phone,
                request.zone(),
                request.regionCode(),
                request.languageTag());
    }

    /**
     * Corrects address or number in the caller's transaction, for an outreach that found them wrong. Every open outreach
     * to the executive follows, so all of them have to be the caller's to move.
     *
     * @param email the new address as typed; absent to leave it
     * @param phone the new number as typed; absent to leave it
     */
    @Transactional
    public Executive correct(UUID id, @Nullable String email, @Nullable String phone) {
        Executive known = executives.byId(id).orElseThrow(() -> Problems.notFound("executive", id));
        Prospect prospect = store.lockProspect(known.prospectId()).orElseThrow();
        Executive before = store.lockOrRefuse(id);
        FieldErrors errors = new FieldErrors();
        String newEmail = errors.email("/email", email);
        String newPhone = errors.phone("/phone", phone, prospect.country());
        errors.refuseIfAny();
        inUse.check(
                before,
                newEmail == null ? before.email() : newEmail,
                newPhone == null ? before.phone() : newPhone,
                people.visibilityOf(caller));
        return write(
                before,
                before.name(),
                before.title(),
                newEmail == null ? before.email() : newEmail,
                newPhone == null ? before.phone() : newPhone,
                before.zone(),
                before.region(),
                before.language());
    }

    private Executive write(
            Executive before,
            String name,
            @Nullable String title,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String zone,
            @Nullable String region,
            @Nullable String language) {
        Executive wanted = new Executive(
                before.id(),
                before.prospectId(),
                name,
                title,
                email,
                phone,
                ExecutiveStore.mobile(phone),
                zone,
                region,
                language,
                before.createdAt(),
                before.createdBy(),
                clock.instant(),
                caller.personId(),
                before.version());
        store.checkDuplicate(wanted);
        return store.change(before, wanted);
    }
}
