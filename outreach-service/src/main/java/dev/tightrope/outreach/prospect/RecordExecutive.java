package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Records the highest-level manager of a prospect, with whatever is known of them. */
@ApplicationScoped
class RecordExecutive {
    private final Caller caller;
    private final ExecutiveStore store;
    private final Ids ids;
    private final Clock clock;

    RecordExecutive(Caller caller, ExecutiveStore store, Ids ids, Clock clock) {
        this.caller = caller;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Transactional
    Executive record(ExecutiveRequest request) {
        Prospect prospect = store.lockProspect(request.prospectId())
                .orElseThrow(() -> Problems.unprocessable(
                        "unknown-prospect", List.of(new FieldError("/prospectId", "is no prospect"))));
        FieldErrors errors = new FieldErrors();
        String email = errors.email("/email", request.email());
        String phone = errors.phone("/phone", request.phone(), prospect.country());
        errors.refuseIfAny();
        UUID me = caller.personId();
        Instant now = clock.instant();
        Executive wanted = new Executive(
                ids.next(),
                prospect.id(),
                request.name().strip(),
                request.title(),
                email,
                phone,
                ExecutiveStore.mobile(phone),
                request.zone(),
                request.regionCode(),
                request.languageTag(),
                now,
                me,
                now,
                me,
                1);
        store.checkDuplicate(wanted);
        return store.add(wanted);
    }
}
