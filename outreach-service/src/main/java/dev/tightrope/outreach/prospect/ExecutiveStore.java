package dev.tightrope.outreach.prospect;

import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.address.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Writes executives. */
@ApplicationScoped
class ExecutiveStore {
    private final Jdbi jdbi;
    private final Event<ExecutiveChanged> changes;

    ExecutiveStore(Jdbi jdbi, Event<ExecutiveChanged> changes) {
        this.jdbi = jdbi;
        this.changes = changes;
    }

    /** The prospect, kept as it is until the transaction ends, so that its executives are compared one at a time. */
    Optional<Prospect> lockProspect(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM prospect WHERE id = :id FOR NO KEY UPDATE")
                .bind("id", id)
                .map(new ProspectMapper())
                .findOne());
    }

    /** One who was erased is nobody to change any more. */
    Executive lockOrRefuse(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT * FROM executive WHERE id = :id AND erased_at IS NULL FOR NO KEY UPDATE")
                        .bind("id", id)
                        .map(new ExecutiveMapper())
                        .findOne())
                .orElseThrow(() -> Problems.notFound("executive", id));
    }

    /** One address is one person. */
    void checkDuplicate(Executive wanted) {
        jdbi.withHandle(handle -> handle.createQuery("""
                                SELECT * FROM executive
                                WHERE prospect_id = :prospect AND lower(email) = lower(:email) AND id <> :self
                                """)
                        .bind("prospect", wanted.prospectId())
                        .bind("email", wanted.email())
                        .bind("self", wanted.id())
                        .map(new ExecutiveMapper())
                        .findFirst())
                .ifPresent(other -> {
                    throw Problems.conflict(
                            "duplicate-executive",
                            "The address " + other.email() + " is that of " + other.name() + " (" + other.id()
                                    + ") at this prospect already.",
                            Map.of("executiveId", other.id()));
                });
    }

    Executive add(Executive executive) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                                INSERT INTO executive (id, prospect_id, name, title, email, phone, mobile, zone,
                                                       region, language, created_at, created_by, updated_at, updated_by,
                                                       version)
                                VALUES (:id, :prospect, :name, :title, :email, :phone, :mobile, :zone, :region, :language,
                                        :now, :by, :now, :by, 1)
                                RETURNING *
                                """), executive)
                .bind("prospect", executive.prospectId())
                .map(new ExecutiveMapper())
                .one());
    }

    Executive change(Executive before, Executive wanted) {
        Executive after = jdbi.withHandle(handle ->
                bind(handle.createQuery("""
                                UPDATE executive
                                SET name = :name, title = :title, email = :email, phone = :phone, mobile = :mobile,
                                    zone = :zone, region = :region, language = :language,
                                    updated_at = :now, updated_by = :by, version = version + 1
                                WHERE id = :id
                                RETURNING *
                                """), wanted).map(new ExecutiveMapper()).one());
        changes.fire(new ExecutiveChanged(before, after));
        return after;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Executive executive) {
        Mobile mobile = mobile(executive.phone());
        return statement
                .bind("id", executive.id())
                .bind("name", executive.name())
                .bind("title", executive.title())
                .bind("email", executive.email())
                .bind("phone", executive.phone())
                .bind("mobile", mobile == null ? null : mobile.name())
                .bind("zone", executive.zone())
                .bind("region", executive.region())
                .bind("language", executive.language())
                .bind("now", executive.updatedAt())
                .bind("by", executive.updatedBy());
    }

    static @Nullable Mobile mobile(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        PhoneNumberType type = PhoneNumbers.typeOf(phone);
        return switch (type) {
            case MOBILE -> Mobile.YES;
            case FIXED_LINE_OR_MOBILE, UNKNOWN, PERSONAL_NUMBER -> Mobile.UNKNOWN;
            default -> Mobile.NO;
        };
    }
}
