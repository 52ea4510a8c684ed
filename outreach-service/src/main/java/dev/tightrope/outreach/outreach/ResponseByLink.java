package dev.tightrope.outreach.outreach;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.prospect.Prospects;
import dev.tightrope.outreach.suggestion.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response for whoever holds a link to it in a mail: what was said, and what it means. A link opens what is its owner's
 * own at the time it is used, so one to an outreach that was handed over opens nothing.
 */
@ApplicationScoped
public class ResponseByLink {

    private final OutreachStore store;
    private final ResponseStore responses;
    private final DisposeResponse disposeResponse;
    private final Executives executives;
    private final Prospects prospects;
    private final People people;
    private final ValidRequest valid;

    ResponseByLink(
            OutreachStore store,
            ResponseStore responses,
            DisposeResponse disposeResponse,
            Executives executives,
            Prospects prospects,
            People people,
            ValidRequest valid) {
        this.store = store;
        this.responses = responses;
        this.disposeResponse = disposeResponse;
        this.executives = executives;
        this.prospects = prospects;
        this.people = people;
        this.valid = valid;
    }

    /**
     * A response, to be read by the owner of its outreach.
     *
     * @param outreachId the outreach
     * @param from who gave it
     * @param role their role, where known
     * @param executive name of the executive
     * @param company name of the company
     * @param receivedAt when it came
     * @param text what was said
     * @param suggestion what it seems to mean
     * @param open whether its meaning is still to be said
     * @param meaning what it means, where that was said; SETTLED if another response decided
     * @param said when that was said
     * @param saidBy name of who said it
     */
    public record Shown(
            UUID outreachId,
            String from,
            @Nullable String role,
            String executive,
            String company,
            Instant receivedAt,
            String text,
            @Nullable Suggestion suggestion,
            boolean open,
            @Nullable String meaning,
            @Nullable Instant said,
            @Nullable String saidBy) {}

    /**
     * What a response means, as a form says it.
     *
     * @param meaning the meaning
     * @param nextStep for INTERESTED: what comes next
     * @param nextStepOn for INTERESTED: by which day
     * @param until for LATER: the day they want us to come back
     * @param reason for DECLINED and OPTED_OUT, in words
     * @param wholeCompany for OPTED_OUT: whether it was said for everybody there
     * @param passedOnTo for PASSED_ON: name of who has it now
     */
    public record Said(
            DispositionKind meaning,
            @Nullable String nextStep,
            @Nullable LocalDate nextStepOn,
            @Nullable LocalDate until,
            @Nullable String reason,
            boolean wholeCompany,
            @Nullable String passedOnTo) {}

    /**
     * Reads it; changes nothing.
     *
     * @throws dev.tightrope.api.ProblemException 404 if it is not, or no longer, this person's
     */
    public Shown show(Person reader, UUID responseId) {
        ResponseRow response = responses.byId(responseId);
        OutreachRow row =
                store.find(response.outreachId(), Acting.byLink(reader, people).visibility());
        UUID by = response.disposedBy();
        return new Shown(
                row.id(),
                response.from(),
                response.fromRole(),
                executives.byId(row.executiveId()).map(e -> e.name()).orElse(""),
                prospects.byId(row.prospectId()).map(p -> p.name()).orElse(""),
                response.receivedAt(),
                response.text(),
                response.suggestedDisposition(),
                response.disposition() == null && row.situation().state() == OutreachState.RESPONDED,
                response.disposition(),
                response.disposedAt(),
                by == null ? null : people.byId(by).map(Person::name).orElse(null));
    }

    /**
     * Says what it means.
     *
     * @throws dev.tightrope.api.ProblemException 400 or 422 naming the field; 404 if it is not this person's; 409 if it
     *     was said already
     */
    public void say(Person by, UUID responseId, Said said) {
        ResponseRow response = responses.byId(responseId);
        Requests.Meaning meaning = new Requests.Meaning(
                said.meaning(),
                said.nextStep(),
                said.nextStepOn(),
                null,
                said.until() == null
                        ? null
                        : said.until().atStartOfDay(by.zone()).toInstant(),
                said.reason(),
                said.wholeCompany(),
                said.passedOnTo() == null ? null : new Requests.Somebody(said.passedOnTo(), null, null, null));
        valid.require(meaning);
        disposeResponse.dispose(Acting.byLink(by, people), response.outreachId(), responseId, meaning);
    }
}
