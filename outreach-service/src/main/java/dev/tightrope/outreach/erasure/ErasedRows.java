package dev.tightrope.outreach.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Empties every row of this service that says something of a person. It knows the tables of all features, because what is
 * erased is not decided in one of them. Rows stay where others hang on them: who moved what when is still told.
 */
@ApplicationScoped
class ErasedRows {
    private static final String ERASED = "'Erased person'";
    private static final String WITH_THEM = "'Erased with the executive.'";

    /** Each with the arrays executives, outreaches, addresses and numbers. */
    private static final List<String> STATEMENTS = List.of(
            "UPDATE executive SET name = " + ERASED
                    + ", title = NULL, email = NULL, phone = NULL, mobile = NULL, zone = NULL,"
                    + " region = NULL, language = NULL, erased_at = coalesce(erased_at, :now), updated_at = :now,"
                    + " version = version + 1 WHERE id = ANY (:executives)",
            "UPDATE contact SET name = " + ERASED + ", role = NULL, email = NULL, phone = NULL, updated_at = :now,"
                    + " version = version + 1"
                    + " WHERE lower(email) = ANY (:addresses) OR (email IS NULL AND phone = ANY (:numbers))",
            "DELETE FROM bounced_address WHERE address = ANY (:addresses)",
            "UPDATE outreach SET attention_detail = NULL, next_step = NULL, next_contact = NULL, updated_at = :now"
                    + " WHERE id = ANY (:outreaches)",
            "UPDATE outreach_round SET referred_to = NULL, referred_role = NULL, referred_phone = NULL, corrected_to = NULL"
                    + " WHERE outreach_id = ANY (:outreaches)",
            "DELETE FROM outreach_absence WHERE outreach_id = ANY (:outreaches)",
            "UPDATE outreach_history SET cause = " + WITH_THEM + ", data = '{}' WHERE outreach_id = ANY (:outreaches)",
            "UPDATE company_hold SET override_reason = " + WITH_THEM
                    + " WHERE outreach_id = ANY (:outreaches) AND override_reason IS NOT NULL",
            "UPDATE email SET subject = '', text_body = '', html_body = '' WHERE outreach_id = ANY (:outreaches)",
            "UPDATE email_approval SET to_name = '', to_address = '', subject = '', text_body = '', html_body = '',"
                    + " void_reason = CASE WHEN void_reason IS NULL THEN NULL ELSE " + WITH_THEM + " END"
                    + " WHERE outreach_id = ANY (:outreaches)",
            "DELETE FROM delivery_shingle USING delivery d WHERE d.id = delivery_id AND d.outreach_id = ANY (:outreaches)",
            // What servers answered names the recipient, too.
            "UPDATE delivery_attempt SET reply = NULL FROM delivery d"
                    + " WHERE d.id = delivery_id AND d.outreach_id = ANY (:outreaches)",
            "UPDATE sent_folder_task SET said = NULL FROM delivery d"
                    + " WHERE d.id = delivery_id AND d.outreach_id = ANY (:outreaches)",
            "UPDATE delivery SET recipient = 'erased:' || id, rendered = '', subject_key = '', reason = NULL"
                    + " WHERE outreach_id = ANY (:outreaches)",
            "UPDATE response SET text = '', suggested_evidence = NULL, updated_at = :now"
                    + " WHERE outreach_id = ANY (:outreaches)",
            "UPDATE response SET from_name = NULL, from_address = NULL, from_phone = NULL, from_role = NULL"
                    + " WHERE (from_executive AND outreach_id = ANY (:outreaches)) OR lower(from_address) = ANY (:addresses)"
                    + " OR (from_address IS NULL AND from_phone = ANY (:numbers))",
            "UPDATE match_suggestion s SET evidence = '[]' FROM inbound_message m WHERE m.id = s.message_id"
                    + " AND (m.outreach_id = ANY (:outreaches) OR lower(m.from_address) = ANY (:addresses))",
            // Others' mails quote the executive's, and are gone with them; from whom and when they came stays.
            "UPDATE inbound_message SET raw = '', new_text = '', subject = NULL, evidence = '[]', message_id = NULL,"
                    + " from_name = CASE WHEN lower(from_address) = ANY (:addresses) THEN NULL ELSE from_name END,"
                    + " from_address = CASE WHEN lower(from_address) = ANY (:addresses) THEN NULL ELSE from_address END,"
                    + " updated_at = :now"
                    + " WHERE outreach_id = ANY (:outreaches) OR lower(from_address) = ANY (:addresses)");

    private final Jdbi jdbi;

    ErasedRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void erase(ErasedPerson person, Instant now) {
        jdbi.useHandle(handle -> {
            for (String statement : STATEMENTS) {
                var update = handle.createUpdate(statement);
                if (statement.contains(":executives")) {
                    update.bindArray("executives", UUID.class, person.executiveIds());
                }
                if (statement.contains(":outreaches")) {
                    update.bindArray("outreaches", UUID.class, person.outreachIds());
                }
                if (statement.contains(":addresses")) {
                    update.bindArray("addresses", String.class, person.addresses());
                }
                if (statement.contains(":numbers")) {
                    update.bindArray("numbers", String.class, person.numbers());
                }
                if (statement.contains(":now")) {
                    update.bind("now", now.atOffset(ZoneOffset.UTC));
                }
                update.execute();
            }
        });
    }
}
