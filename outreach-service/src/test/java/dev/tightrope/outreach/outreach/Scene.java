package dev.tightrope.outreach.outreach;

import dev.tightrope.events.EmailReleased;
import dev.tightrope.events.FollowUpDue;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.VoicemailLeft;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.time.Ids;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** Sets the stage for tests of outreaches: companies, stories, people, and the events other services would send. */
@ApplicationScoped
class Scene {
    static final String HASH = "c".repeat(64);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Jdbi jdbi;
    private final Ids ids;
    private final Clock clock;
    private final OutreachMoves moves;
    private final Outreaches outreaches;
    private final Instance<EventHandler<?>> handlers;

    Scene(
            Jdbi jdbi,
            Ids ids,
            Clock clock,
            OutreachMoves moves,
            Outreaches outreaches,
            @Any Instance<EventHandler<?>> handlers) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.clock = clock;
        this.moves = moves;
        this.outreaches = outreaches;
        this.handlers = handlers;
    }

    /** A day that lies ahead whenever the test runs. */
    static String inWeeks(int weeks) {
        return LocalDate.now(ZoneOffset.UTC).plusWeeks(weeks).toString();
    }

    /** A company with an executive and a story about one of its competitors. */
    record Stage(UUID prospectId, UUID executiveId, UUID storyId, String domain, String email, String phone) {
        Map<String, Object> opening() {
            Map<String, Object> body = new HashMap<>();
            body.put("prospectId", prospectId);
            body.put("executiveId", executiveId);
            body.put("storyId", storyId);
            return body;
        }
    }

    Stage stage() {
        int number = NUMBER.incrementAndGet();
        String domain = "prospect" + number + ".example";
        UUID prospect = prospect("Prospect " + number, null, domain);
        String email = "ceo@" + domain;
        String phone = "+4670174%04d".formatted(number);
        return new Stage(
                prospect, executive(prospect, email, phone, "YES"), story("Rival " + number), domain, email, phone);
    }

    UUID prospect(String name, UUID parent, String... domains) {
        UUID id = ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO prospect (id, name, domains, parent_id, separate, country, created_at, created_by,
                                              updated_at, updated_by, version)
                        VALUES (:id, :name, :domains, :parent, false, 'SE', now(), :id, now(), :id, 1)
                        """)
                .bind("id", id)
                .bind("name", name)
                .bind("parent", parent)
                .bindArray("domains", String.class, (Object[]) domains)
                .execute());
        return id;
    }

    UUID executive(UUID prospect, String email, String phone, String mobile) {
        UUID id = ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO executive (id, prospect_id, name, title, email, phone, mobile, zone, language,
                                               created_at, created_by, updated_at, updated_by, version)
                        VALUES (:id, :prospect, 'Eva Ek', 'CEO', :email, :phone, :mobile, 'Europe/Stockholm', 'sv',
                                now(), :id, now(), :id, 1)
                        """)
                .bind("id", id)
                .bind("prospect", prospect)
                .bind("email", email)
                .bind("phone", phone)
                .bind("mobile", mobile)
                .execute());
        return id;
    }

    UUID story(String competitor) {
        UUID id = ids.next();
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        INSERT INTO success_story (id, competitor_name, competitor_aliases, competitor_domains, offering,
                                                   business_user_role, situation, details, impacts, language,
                                                   permission_kind, permission_by, created_at, created_by, updated_at,
                                                   updated_by, version)
                        VALUES (:id, :name, '{}', '{}', 'CRM', 'sales manager', 'Leads got lost', 'We cleaned up',
                                '[{"text":"More deals","figure":"12 %"}]', 'sv', 'GRANTED_BY', 'Their CEO', now(), :id,
                                now(), :id, 1)
                        """).bind("id", id).bind("name", competitor).execute());
        return id;
    }

    UUID teamOf(User manager, User... reps) {
        UUID team = ids.next();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO team (id, name, created_at, updated_at, updated_by, version)
                        VALUES (:id, :name, now(), now(), :id, 1)
                        """)
                .bind("id", team)
                .bind("name", "Team " + team)
                .execute());
        for (User member : List.of(manager, reps.length == 0 ? manager : reps[0])) {
            member.calls().get("/api/v1/me").then().statusCode(200);
            jdbi.useHandle(handle -> handle.createUpdate("UPDATE person SET team_id = :team WHERE id = :id")
                    .bind("team", team)
                    .bind("id", member.id())
                    .execute());
        }
        return team;
    }

    UUID opened(User rep, Stage stage) {
        return UUID.fromString(rep.sends(stage.opening())
                .post("/api/v1/outreaches")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** An outreach whose e-mail went out and whose wait runs. */
    UUID waiting(User rep, Stage stage) {
        UUID id = opened(rep, stage);
        wait(rep, id);
        return id;
    }

    /** From PREPARING_EMAIL to AWAITING_RESPONSE. */
    void wait(User rep, UUID id) {
        readyToCall(rep, id);
        UUID attempt = voicemail(id);
        release(id, attempt);
        accept(id);
    }

    void readyToCall(User rep, UUID id) {
        approveEmail(rep, id);
        OutreachView now = view(id);
        handle(new ScriptApproved(now.ref(), 1, version(now), hash(now), rep.id(), clock.instant()));
    }

    void approveEmail(User rep, UUID id) {
        approval(rep, id).statusCode(200);
    }

    /** Approves the e-mail as it is now. */
    static ValidatableResponse approval(User user, UUID id) {
        return user.calls()
                .header("If-Match", "*")
                .post("/api/v1/outreaches/" + id + "/email/approval")
                .then();
    }

    UUID voicemail(UUID id) {
        UUID attempt = ids.next();
        OutreachView now = view(id);
        handle(new VoicemailLeft(now.ref(), attempt, version(now), hash(now), clock.instant(), clock.instant(), null));
        return attempt;
    }

    /** Lets the mail go, but not to a worker: what came of it is told by hand. */
    void release(UUID id, UUID attempt) {
        OutreachView now = view(id);
        EmailReleased released = new EmailReleased(now.ref(), attempt, version(now), hash(now), clock.instant());
        QuarkusTransaction.requiringNew().run(() -> {
            handle(released);
            jdbi.useHandle(handle -> handle.createUpdate(
                            "UPDATE delivery SET next_attempt_at = 'infinity' WHERE outreach_id = :id")
                    .bind("id", id)
                    .execute());
        });
    }

    void accept(UUID id) {
        OutreachView now = view(id);
        event(
                id,
                new OutreachTrigger.MailAccepted(
                        version(now), hash(now), "<" + id + "@us.example>", clock.instant(), clock.instant()));
    }

    void event(UUID id, OutreachTrigger trigger) {
        QuarkusTransaction.requiringNew().run(() -> moves.event(id, Actor.system("test"), trigger, "a test"));
    }

    void followUpDue(UUID id) {
        OutreachView now = view(id);
        handle(new FollowUpDue(now.ref(), now.waitNumber(), clock.instant(), clock.instant()));
    }

    /** Hands an event to its handler as the inbox does: in one transaction. */
    <E extends TightropeEvent> void handle(E event) {
        List<EventHandler<?>> found = handlers.stream()
                .filter(handler -> handler.eventClass() == event.getClass())
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError("nobody handles " + event.getClass().getSimpleName());
        }
        QuarkusTransaction.joiningExisting().run(() -> found.forEach(handler -> call(handler, event)));
    }

    @SuppressWarnings("unchecked")
    private <E extends TightropeEvent> void call(EventHandler<?> handler, E event) {
        ((EventHandler<E>) handler).handle(new Received<>(ids.next(), clock.instant(), "test-service", 1, event));
    }

    OutreachView view(UUID id) {
        return outreaches.byId(id).orElseThrow();
    }

    OutreachRef ref(UUID id) {
        return view(id).ref();
    }

    Instant now() {
        return clock.instant();
    }

    UUID newId() {
        return ids.next();
    }

    /** Types of the events published about a key, in order, without their prefix. */
    List<String> published(UUID key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT type FROM outbox_event WHERE aggregate_id = :key ORDER BY sequence")
                .bind("key", key)
                .mapTo(String.class)
                .map(type ->
                        type.replaceFirst("^dev\\.tightrope\\.outreach\\.", "").replaceFirst("\\.v1$", ""))
                .list());
    }

    static ValidatableResponse get(User user, String path) {
        return user.calls().get("/api/v1" + path).then();
    }

    static ValidatableResponse post(User user, String path, Object body) {
        return user.sends(body).post("/api/v1" + path).then();
    }

    private static int version(OutreachView view) {
        return view.emailVersion() == null ? 1 : view.emailVersion();
    }

    private static String hash(OutreachView view) {
        return view.emailHash() == null ? HASH : view.emailHash();
    }
}
