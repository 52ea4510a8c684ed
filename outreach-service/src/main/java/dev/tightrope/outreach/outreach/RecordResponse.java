package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.lifecycle.TriggerKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** A rep records a response that came by phone, in person or another way. */
@ApplicationScoped
class RecordResponse {
    private final OutreachStore store;
    private final ReceiveResponse receiveResponse;
    private final Clock clock;

    RecordResponse(OutreachStore store, ReceiveResponse receiveResponse, Clock clock) {
        this.store = store;
        this.receiveResponse = receiveResponse;
        this.clock = clock;
    }

    @Transactional
    UUID record(Acting by, UUID id, Requests.NewResponse request) {
        OutreachRow row = store.find(id, by.visibility());
        FieldErrors errors = new FieldErrors();
        Requests.Somebody from = request.from();
        String email = errors.email("/from/email", from.email());
        String phone = errors.phone("/from/phone", from.phone(), null);
        Instant receivedAt = request.receivedAt() == null ? clock.instant() : request.receivedAt();
        if (receivedAt.isAfter(clock.instant())) {
            errors.add("/receivedAt", "must not be in the future");
        }
        errors.refuseIfAny();
        if (from.name() == null && email == null && phone == null) {
            throw Problems.badRequest(new FieldError("/from", "must have a name, an address or a number"));
        }
        by.requireUnchanged(receiveResponse.lock(id));
        ReceiveResponse.Received received = receiveResponse.keep(
                id,
                new ReceivedResponse(
                        request.channel(),
                        from.name() == null ? null : from.name().strip(),
                        email,
                        phone,
                        from.role(),
                        request.text(),
                        receivedAt,
                        null,
                        by.personId()));
        if (!received.counts()) {
            throw NotPossibleNow.of(
                    row.state(),
                    TriggerKind.RESPONSE_RECEIVED,
                    "The outreach is " + row.state() + ", so recording a response is not possible: " + received.reason()
                            + ".");
        }
        return received.responseId();
    }
}
