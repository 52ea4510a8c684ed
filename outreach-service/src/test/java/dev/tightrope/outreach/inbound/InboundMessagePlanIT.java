package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What PostgreSQL reads for a page of messages, among 100,000 of them: in a transaction that is rolled back, so that no
 * other test meets them.
 */
@QuarkusTest
class InboundMessagePlanIT {
    private static final UUID REP = UUID.fromString("00000000-0000-7000-8000-000000000007");
    private static final UUID TEAM = UUID.fromString("00000000-0000-7000-9000-000000000007");

    @Inject
    InboundMessages messages;

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @Test
    void aPageCostsWhatItsReaderMaySeeAndNotWhatThereIs() {
        QuarkusTransaction.begin();
        try {
            insertMany();
            Visibility rep = new Visibility(REP, null, false);
            Visibility newcomer = new Visibility(UUID.randomUUID(), null, false);
            Visibility manager = new Visibility(UUID.randomUUID(), TEAM, false);
            Visibility admin = new Visibility(UUID.randomUUID(), null, true);
            for (Visibility who : List.of(rep, newcomer, manager, admin)) {
                for (String sort : List.of("-createdAt", "createdAt", "updatedAt", "-updatedAt")) {
                    assertThat(rowsRead(who, sort, null, false)).isLessThan(1_000);
                    assertThat(rowsRead(who, sort, null, true)).isLessThan(1_000);
                    assertThat(rowsRead(who, sort, "2020-01-01T00:00:00Z", false))
                            .isLessThan(1_000);
                }
            }
        } finally {
            QuarkusTransaction.rollback();
            jdbi.useHandle(handle -> handle.execute("ANALYZE"));
        }
    }

    @Test
    void theBytesOfMessagesAreNotReadForAPage() {
        Visibility admin = new Visibility(UUID.randomUUID(), null, true);
        assertThat(plan(admin, "-createdAt", null, false).toString())
                .contains("m.subject")
                .doesNotContain("m.raw");
        assertThat(captured(() -> messages.find(UUID.randomUUID(), admin)))
                .contains("m.subject")
                .doesNotContain("raw", "m.*");
    }

    /** Rows of the table that were touched, seen or passed over. */
    private long rowsRead(Visibility who, String sort, @Nullable String updatedAfter, boolean review) {
        List<JsonNode> scans = new ArrayList<>();
        collect(plan(who, sort, updatedAfter, review), scans);
        return scans.stream()
                .mapToLong(scan -> scan.path("Actual Loops").asLong()
                        * (scan.path("Actual Rows").asLong()
                                + scan.path("Rows Removed by Filter").asLong()))
                .sum();
    }

    private static void collect(JsonNode node, List<JsonNode> scans) {
        if (node.path("Relation Name").asText().equals("inbound_message")) {
            scans.add(node);
        }
        StreamSupport.stream(node.spliterator(), false).forEach(child -> collect(child, scans));
    }

    private JsonNode plan(Visibility who, String sort, @Nullable String updatedAfter, boolean review) {
        ListParameters list = new ListParameters();
        list.sort = sort;
        list.updatedAfter = updatedAfter;
        String sql = captured(() -> messages.page(who, list, null, review));
        String plan = jdbi.withHandle(handle -> {
            Query query = handle.createQuery("EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) " + sql)
                    .bindMethods(who);
            if (updatedAfter != null) {
                query.bind("after", OffsetDateTime.parse(updatedAfter));
            }
            return query.mapTo(String.class).one();
        });
        try {
            return json.readTree(plan);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("PostgreSQL writes JSON", e);
        }
    }

    private String captured(Runnable query) {
        List<String> statements = new ArrayList<>();
        SqlStatements config = jdbi.getConfig(SqlStatements.class);
        SqlLogger before = config.getSqlLogger();
        config.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                String sql = context.getRenderedSql();
                if (sql.contains("FROM inbound_message m")) {
                    statements.add(sql);
                }
            }
        });
        try {
            query.run();
        } finally {
            config.setSqlLogger(before);
        }
        assertThat(statements).isNotEmpty();
        return statements.get(0);
    }

    /** A thousand reps in two hundred teams, five outreaches each, twenty messages to each outreach. */
    private void insertMany() {
        UUID any = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO prospect (id, name, domains, separate, created_at, created_by, updated_at,
                                                  updated_by, version)
                            VALUES (:id, 'Many', '{}', false, now(), :id, now(), :id, 1)
                            """).bind("id", any).execute();
            handle.createUpdate("""
                            INSERT INTO executive (id, prospect_id, name, created_at, created_by, updated_at, updated_by,
                                                   version)
                            VALUES (:id, :id, 'Eva Ek', now(), :id, now(), :id, 1)
                            """).bind("id", any).execute();
            handle.createUpdate("""
                            INSERT INTO success_story (id, competitor_name, competitor_aliases, competitor_domains,
                                                       offering, business_user_role, situation, details, impacts, language,
                                                       permission_kind, permission_by, created_at, created_by, updated_at,
                                                       updated_by, version)
                            VALUES (:id, 'Rival', '{}', '{}', 'CRM', 'sales manager', 's', 'd', '[]', 'sv', 'GRANTED_BY',
                                    'Their CEO', now(), :id, now(), :id, 1)
                            """).bind("id", any).execute();
            handle.createUpdate("""
                            INSERT INTO outreach (id, prospect_id, executive_id, owner_id, team_id, language,
                                                  business_user_role, state, ground_state, engaged, responded, round,
                                                  story_id, voicemail_before, wait_number, mail_due, moves, version,
                                                  opened_at, opened_by, updated_at)
                            SELECT uuidv7(), :id, :id,
                                   CAST('00000000-0000-7000-8000-' || lpad(CAST(n % 1000 AS text), 12, '0') AS uuid),
                                   CAST('00000000-0000-7000-9000-' || lpad(CAST(n % 200 AS text), 12, '0') AS uuid), 'en', 'sales manager', 'AWAITING_RESPONSE',
                                   'AWAITING_RESPONSE', false, false, 1, :id, true, 1, false, 1, 1, now(), :id, now()
                            FROM generate_series(1, 5000) n
                            """).bind("id", any).execute();
            handle.createUpdate("""
                            WITH target AS (SELECT row_number() OVER () - 1 AS number, id FROM outreach
                                            WHERE prospect_id = :id)
                            INSERT INTO inbound_message (id, identity, source, message_id, from_name, from_address, subject,
                                                         kind, outreach_id, round, new_text, evidence, raw, sent_at,
                                                         received_at)
                            SELECT uuidv7(), CAST(:id AS text) || ' ' || n, 'api', '<' || n || '@many.example>', 'Somebody',
                                   'somebody@many.example', 'Re: something', 'REPLY', target.id, 1, 'Hello', '[]', 'Hello',
                                   now(), now()
                            FROM generate_series(1, 100000) n
                            LEFT JOIN target ON target.number = n % 5000 AND n % 20 > 0
                            """).bind("id", any).execute();
            handle.createUpdate("""
                            WITH target AS (SELECT row_number() OVER () - 1 AS number, id FROM outreach
                                            WHERE prospect_id = :id),
                                 loose AS (SELECT row_number() OVER () AS number, id FROM inbound_message
                                           WHERE outreach_id IS NULL AND identity LIKE CAST(:id AS text) || ' %')
                            INSERT INTO match_suggestion (id, message_id, outreach_id, confidence, evidence, pauses, state,
                                                          opened_at, settled_at)
                            SELECT uuidv7(), loose.id, target.id, 0.5, '[]', true,
                                   CASE WHEN loose.number % 50 = 0 THEN 'OPEN' ELSE 'REJECTED' END, now(),
                                   CASE WHEN loose.number % 50 = 0 THEN NULL ELSE now() END
                            FROM loose JOIN target ON target.number = loose.number % 5000
                            """).bind("id", any).execute();
            handle.execute("ANALYZE inbound_message");
            handle.execute("ANALYZE match_suggestion");
            handle.execute("ANALYZE outreach");
        });
    }
}
