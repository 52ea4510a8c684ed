package dev.tightrope.scheduler.availability;

import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.scheduler.database.Rows;
import dev.tightrope.scheduler.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Keeps the days on which the company is closed, and has what is due on them moved. */
@ApplicationScoped
class Closures {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final Ids ids;
    private final ChangedTimes changed;

    Closures(Jdbi jdbi, Ids ids, ChangedTimes changed) {
        this.jdbi = jdbi;
        this.ids = ids;
        this.changed = changed;
    }

    Page<ClosureView> page(ListParameters list) {
        return new Listing("closure", list.order(SORTS))
                .where("updated_at > :after", "after", list.changedAfter())
                .fetch(jdbi, list.page(), (row, context) -> view(row));
    }

    Optional<ClosureView> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM closure WHERE id = :id")
                .bind("id", id)
                .map((row, ctx) -> view(row))
                .findOne());
    }

    @Transactional
    ClosureView add(ClosureRequest request, UUID by) {
        DayRange days = DayRange.of(request.firstDay(), request.lastDay());
        String country = Countries.of("/country", request.country());
        ClosureView added = jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO closure (id, first_day, last_day, country, reason, created_by)
                        VALUES (:id, :first, :last, :country, :reason, :by) RETURNING *
                        """)
                .bind("id", ids.next())
                .bind("first", days.first())
                .bind("last", days.last())
                .bind("country", country)
                .bind("reason", request.reason().strip())
                .bind("by", by)
                .map((row, ctx) -> view(row))
                .one());
        changed.ofAll();
        return added;
    }

    @Transactional
    void remove(UUID id) {
        int removed = jdbi.withHandle(handle -> handle.createUpdate("DELETE FROM closure WHERE id = :id")
                .bind("id", id)
                .execute());
        if (removed == 0) {
            throw Problems.notFound("closure", id);
        }
        changed.ofAll();
    }

    private static ClosureView view(ResultSet row) throws SQLException {
        return new ClosureView(
                Rows.uuid(row, "id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("country"),
                row.getString("reason"),
                Rows.instant(row, "updated_at"));
    }
}
