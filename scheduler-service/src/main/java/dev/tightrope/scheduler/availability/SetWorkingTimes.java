package dev.tightrope.scheduler.availability;

import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Sets when somebody works otherwise than usual in their country, and has what is due to them moved. */
@ApplicationScoped
class SetWorkingTimes {
    private final Jdbi jdbi;
    private final ChangedTimes changed;

    SetWorkingTimes(Jdbi jdbi, ChangedTimes changed) {
        this.jdbi = jdbi;
        this.changed = changed;
    }

    /** The version of what is set; zero while nothing is. */
    long version(UUID personId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT version FROM working_times WHERE person_id = :person")
                        .bind("person", personId)
                        .mapTo(Long.class)
                        .findOne()
                        .orElse(0L));
    }

    /** Sets them and answers the new version. */
    @Transactional
    long set(UUID personId, WorkingTimesRequest request, @Nullable String ifMatch) {
        long known = version(personId);
        ETags.check(ifMatch, known);
        if (request.days() != null && request.days().isEmpty()) {
            throw Problems.badRequest(
                    new FieldError("/days", "must name a day at least, or be left out for those of the country"));
        }
        String country = Countries.of("/country", request.country());
        String region = Countries.region("/region", request.region(), country);
        String[] days = request.days() == null
                ? new String[0]
                : request.days().stream().sorted().map(DayOfWeek::name).toArray(String[]::new);
        long version = jdbi.withHandle(
                handle -> handle.createQuery("""
                        INSERT INTO working_times AS known (person_id, days, starts_at, country, region)
                        VALUES (:person, :days, :startsAt, :country, :region)
                        ON CONFLICT (person_id) DO UPDATE SET days = excluded.days, starts_at = excluded.starts_at,
                            country = excluded.country, region = excluded.region, version = known.version + 1,
                            updated_at = clock_timestamp()
                        WHERE known.version = :known
                        RETURNING version
                        """)
                        .bind("person", personId)
                        .bind("days", days)
                        .bind("startsAt", request.startsAt())
                        .bind("country", country)
                        .bind("region", region)
                        .bind("known", known)
                        .mapTo(Long.class)
                        .findOne()
                        .orElseThrow(
                                () -> Problems.preconditionFailed(
                                        "It was changed since you read it. Read it again, then repeat the update if it still makes sense.")));
        changed.of(personId);
        return version;
    }
}
