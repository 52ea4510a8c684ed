package dev.tightrope.outreach.outreach;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.lifecycle.Disposition;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.prospect.Appearance;
import dev.tightrope.outreach.prospect.Contacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rep says what a response means, and the outreach goes on accordingly. */
@ApplicationScoped
class DisposeResponse {
    private final OutreachMoves moves;
    private final OutreachStore store;
    private final ResponseStore responses;
    private final Contacts contacts;
    private final HonourOptOut honourOptOut;
    private final NextStepDates nextStepDates;
    private final Absences absences;
    private final Clock clock;

    DisposeResponse(
            OutreachMoves moves,
            OutreachStore store,
            ResponseStore responses,
            Contacts contacts,
            HonourOptOut honourOptOut,
            NextStepDates nextStepDates,
            Absences absences,
            Clock clock) {
        this.moves = moves;
        this.store = store;
        this.responses = responses;
        this.contacts = contacts;
        this.honourOptOut = honourOptOut;
        this.nextStepDates = nextStepDates;
        this.absences = absences;
        this.clock = clock;
    }

    @Transactional
    void dispose(Acting by, UUID id, UUID responseId, Requests.Meaning request) {
        OutreachRow row = store.find(id, by.visibility());
        if (request.meaning() == DispositionKind.OPTED_OUT) {
            store.lockAll(honourOptOut.touched(row.view(), wish(by, request, of(id, responseId))));
        }
        store.lock(id);
        ResponseRow response = of(id, responseId);
        if (response.disposition() != null) {
            throw Problems.conflict(
                    "response-disposed", "What this response means was said already: " + response.disposition() + ".");
        }
        Disposition meaning = meaning(by, request, response);
        OutreachView after = moves.command(
                id,
                by.visibility(),
                by.actor(),
                new OutreachTrigger.ResponseDisposed(responseId, meaning, responses.othersOpen(id, responseId)));
        responses.dispose(responseId, meaning.kind().name(), by.personId(), clock.instant());
        if (after.state() != OutreachState.RESPONDED) {
            responses.settleRest(id, by.personId(), clock.instant());
        }
        if (meaning.kind() != DispositionKind.LATER) {
            absences.goesOn(id);
        }
        keepChain(by, row.prospectId(), request.passedOnTo());
        if (request.meaning() == DispositionKind.OPTED_OUT) {
            honourOptOut.honour(row.view(), wish(by, request, response));
        }
    }

    private ResponseRow of(UUID id, UUID responseId) {
        ResponseRow response = responses.byId(responseId);
        if (!response.outreachId().equals(id)) {
            throw Problems.notFound("response", responseId);
        }
        return response;
    }

    private Disposition meaning(Acting by, Requests.Meaning request, ResponseRow response) {
        return switch (request.meaning()) {
            case INTERESTED -> {
                String step = request.nextStep();
                if (step == null || request.nextStepOn() == null) {
                    throw incomplete("/nextStep", "and /nextStepOn say what comes next and by when: both are needed");
                }
                nextStepDates.requireSensible("/nextStepOn", request.nextStepOn(), by.personId());
                yield new Disposition.Interested(
                        step,
                        request.nextStepOn(),
                        request.contactName() == null ? response.fromName() : request.contactName());
            }
            case PASSED_ON -> new Disposition.PassedOn();
            case LATER -> {
                if (request.until() == null || !request.until().isAfter(clock.instant())) {
                    throw incomplete("/until", "must be the moment, in the future, they want us to come back");
                }
                nextStepDates.requireSensible("/until", request.until());
                yield new Disposition.Later(request.until());
            }
            case DECLINED -> new Disposition.Declined(request.reason());
            case NOT_FROM_THEM -> new Disposition.NotFromThem();
            case OPTED_OUT ->
                new Disposition.OptedOut(
                        response.fromExecutive() || Boolean.TRUE.equals(request.wholeCompany()), request.reason());
        };
    }

    private void keepChain(Acting by, UUID prospectId, Requests.@Nullable Somebody to) {
        if (to == null) {
            return;
        }
        FieldErrors errors = new FieldErrors();
        String email = errors.email("/passedOnTo/email", to.email());
        String phone = errors.phone("/passedOnTo/phone", to.phone(), null);
        errors.refuseIfAny();
        String name = to.name() == null ? email : to.name();
        if (name == null) {
            throw incomplete("/passedOnTo/name", "or the address must say whom it was passed on to");
        }
        contacts.meet(prospectId, name, to.role(), email, phone, Appearance.FORWARD_CHAIN, by.personId());
    }

    private HonourOptOut.Wish wish(Acting by, Requests.Meaning request, ResponseRow response) {
        return new HonourOptOut.Wish(
                response.fromAddress(),
                response.fromPhone(),
                response.fromExecutive(),
                Boolean.TRUE.equals(request.wholeCompany()),
                request.reason() == null ? "asked not to be contacted any more" : request.reason(),
                "response " + response.id(),
                by.personId());
    }

    private static RuntimeException incomplete(String pointer, String message) {
        return Problems.badRequest(new FieldError(pointer, message));
    }
}
