package dev.tightrope.outreach.inbound;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.outreach.database.Columns;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.reading.MailPlace;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The stored messages. */
@ApplicationScoped
class InboundMessages {
    private static final List<Sort> SORTS =
            List.of(Sort.LATEST_CREATED, Sort.CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);

    /** Of an outreach o. */
    private static final String MINE = Visibility.mine("o.");

    /**
     * What belongs to no outreach is shown to admins alone; what somebody rejected, to them as well as long as it turned
     * out to be nobody else's.
     */
    private static final String VISIBLE =
            "(:all OR EXISTS (SELECT 1 FROM outreach o WHERE o.id = m.outreach_id AND " + MINE + ")"
                    + " OR EXISTS (SELECT 1 FROM match_suggestion s JOIN outreach o ON o.id = s.outreach_id"
                    + " WHERE s.message_id = m.id AND (s.state = 'OPEN' OR s.state = 'REJECTED' AND m.outreach_id IS NULL)"
                    + " AND " + MINE + "))";

    /**
     * The same for a list. It starts from what the caller may see, not from all messages: asked one after the other
     * whether it may be seen, a rep with fewer messages than a page has would have the whole table read.
     */
    private static final String SEEN = """
            (outreach_id = ANY (ARRAY(SELECT o.id FROM outreach o
                                      WHERE """ + MINE + """
                                      ))
             OR id = ANY (ARRAY(SELECT s.message_id FROM match_suggestion s
                                WHERE (s.state = 'OPEN'
                                       OR s.state = 'REJECTED' AND (SELECT r.outreach_id IS NULL FROM inbound_message r
                                                                    WHERE r.id = s.message_id))
                                  AND s.outreach_id = ANY (ARRAY(
                                      SELECT o.id FROM outreach o
                                      WHERE """ + MINE + """
                                      )))))
            """;

    /** What is shown. The bytes are read where they are needed: a page of large mails would be a page of megabytes. */
    private static final String COLUMNS = """
            m.id, m.source, m.message_id, m.from_name, m.from_address, m.subject, m.kind, m.outreach_id, m.response_id,
            m.new_text, m.evidence, m.sent_at, m.received_at, m.updated_at,
            (SELECT jsonb_agg(jsonb_build_object('id', s.id, 'outreachId', s.outreach_id,
                                        'confidence', s.confidence, 'evidence', s.evidence, 'pauses', s.pauses,
                                        'state', s.state, 'correctedTo', s.corrected_to, 'openedAt', s.opened_at,
                                        'settledAt', s.settled_at, 'settledBy', s.settled_by)
                                    ORDER BY s.confidence DESC, s.id)
                  FROM match_suggestion s JOIN outreach o ON o.id = s.outreach_id
                  WHERE s.message_id = m.id
                    AND (:all OR """ + MINE + """
                    )) AS suggestions
            """;

    /** A message with an open suggestion the caller may settle, and so may see. */
    private static final String OPEN = """
            EXISTS (SELECT 1 FROM match_suggestion s JOIN outreach o ON o.id = s.outreach_id
                    WHERE s.message_id = m.id AND s.state = 'OPEN'
                      AND (:all OR """ + MINE + """
                      ))
            """;

    private static final Visibility EVERYBODY = new Visibility(new UUID(0, 0), null, true);

    private final Jdbi jdbi;
    private final ObjectMapper json;
    private final StoredMessageMapper shown;
    private final ReadInTime reader;

    InboundMessages(Jdbi jdbi, ObjectMapper json, ReadInTime reader) {
        this.jdbi = jdbi;
        this.json = json;
        this.reader = reader;
        this.shown = new StoredMessageMapper(json);
    }

    /** Stores a message unless it is there already; whether it was new. */
    boolean add(
            UUID id,
            String identity,
            String source,
            String kind,
            InboundMail mail,
            @Nullable Match match,
            List<Evidence> evidence,
            byte[] raw,
            Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO inbound_message (id, identity, source, message_id, from_name, from_address, subject,
                                                     kind, outreach_id, round, new_text, evidence, raw, sent_at, received_at)
                        VALUES (:id, :identity, :source, :messageId, :fromName, :fromAddress, :subject,
                                :kind, :outreach, :round, :newText, CAST(:evidence AS jsonb), :raw, :sentAt, :now)
                        ON CONFLICT (identity) DO NOTHING
                        """)
                        .bind("id", id)
                        .bind("identity", hashed(identity))
                        .bind("source", source)
                        .bind("messageId", mail.messageId())
                        .bind(
                                "fromName",
                                mail.from() == null ? null : mail.from().name())
                        .bind(
                                "fromAddress",
                                mail.from() == null ? null : mail.from().address())
                        .bind("subject", mail.subject())
                        .bind("kind", kind)
                        .bind("outreach", match == null ? null : match.sent().outreachId())
                        .bind("round", match == null ? null : match.sent().round())
                        .bind("newText", mail.newText())
                        .bind("evidence", write(evidence))
                        .bind("raw", raw)
                        .bind("sentAt", mail.sentAt())
                        .bind("now", now)
                        .execute()
                == 1);
    }

    /** Whether what lies at a place was taken in from there. */
    boolean isTakenInFrom(MailPlace place) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT EXISTS (SELECT 1 FROM inbound_message_place"
                        + " WHERE mailbox = :mailbox AND uid_validity = :uidValidity AND uid = :uid)")
                .bind("mailbox", place.mailbox())
                .bind("uidValidity", place.uidValidity())
                .bind("uid", place.uid())
                .mapTo(Boolean.class)
                .one());
    }

    /** Notes where a message lies. */
    void liesAt(UUID id, MailPlace place) {
        jdbi.useHandle(handle -> handle.createUpdate("INSERT INTO inbound_message_place (mailbox, uid_validity, uid,"
                        + " message_id) VALUES (:mailbox, :uidValidity, :uid, :message) ON CONFLICT DO NOTHING")
                .bind("mailbox", place.mailbox())
                .bind("uidValidity", place.uidValidity())
                .bind("uid", place.uid())
                .bind("message", id)
                .execute());
    }

    /** The bytes of a message known by an identity; none if they were forgotten. */
    byte[] rawOf(String identity) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT raw FROM inbound_message WHERE identity = :identity")
                        .bind("identity", hashed(identity))
                        .mapTo(byte[].class)
                        .findOne()
                        .orElse(new byte[0]));
    }

    void becameResponse(UUID id, UUID responseId) {
        jdbi.useHandle(
                handle -> handle.createUpdate("UPDATE inbound_message SET response_id = :response WHERE id = :id")
                        .bind("id", id)
                        .bind("response", responseId)
                        .execute());
    }

    /** Says whom a message belongs to after all, and what it is since that is known. */
    void attach(UUID id, UUID outreachId, int round, String kind) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE inbound_message SET outreach_id = :outreach, round = :round, kind = :kind WHERE id = :id")
                .bind("kind", kind)
                .bind("outreach", outreachId)
                .bind("round", round)
                .bind("id", id)
                .execute());
    }

    /** What a message says, read as it was when it arrived. */
    InboundMail read(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT raw, received_at FROM inbound_message WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> reader.read(row.getBytes("raw"), Columns.instant(row, "received_at")))
                .one());
    }

    byte[] raw(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT raw FROM inbound_message WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one());
    }

    /** Of a mailbox nothing is kept that is not for us, neither its sender; that it was seen stays known by a hash. */
    void forgetPrivate(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH forgotten AS (
                            UPDATE inbound_message
                            SET raw = '', new_text = '', subject = NULL, from_name = NULL, from_address = NULL,
                                message_id = NULL, sent_at = NULL, evidence = '[]'
                            WHERE id = :id AND source <> 'api' AND outreach_id IS NULL
                            RETURNING id)
                        UPDATE match_suggestion s
                        SET evidence = coalesce((SELECT jsonb_agg(jsonb_set(piece, '{detail}', '""'))
                                                 FROM jsonb_array_elements(s.evidence) piece), '[]')
                        FROM forgotten WHERE s.message_id = forgotten.id
                        """).bind("id", id).execute());
    }

    /** It holds the sender's address, which does not stay for ever. */
    private static String hashed(String identity) {
        return Substance.sha256(identity.getBytes(StandardCharsets.UTF_8));
    }

    Optional<StoredMessage> byIdentity(String identity) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM inbound_message m WHERE identity = :identity")
                        .bind("identity", hashed(identity))
                        .bindMethods(EVERYBODY)
                        .map(shown)
                        .findOne());
    }

    Optional<StoredMessage> find(UUID id, Visibility who) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM inbound_message m WHERE id = :id AND " + VISIBLE)
                .bind("id", id)
                .bindMethods(who)
                .map(shown)
                .findOne());
    }

    Page<StoredMessage> page(Visibility who, ListParameters list, @Nullable UUID outreachId, boolean reviewOpen) {
        Listing listing = new Listing("(SELECT " + COLUMNS + " FROM inbound_message m) m", list.order(SORTS))
                .where(reviewOpen ? OPEN : who.all() ? "true" : SEEN, who)
                .where("updated_at > :after", "after", list.changedAfter())
                .where("outreach_id = :outreach", "outreach", outreachId);
        return listing.fetch(jdbi, list.page(), shown);
    }

    private String write(List<Evidence> evidence) {
        try {
            return json.writeValueAsString(evidence);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Evidence is plain data", e);
        }
    }
}
