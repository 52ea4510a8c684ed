package dev.tightrope.scheduler.availability;

import dev.tightrope.api.Page;
import dev.tightrope.api.Visibility;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.scheduler.database.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Finds absences of the people whose outreaches the caller may see, and those the caller stands in for. */
@ApplicationScoped
class FindAbsences {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);
    private static final String ABSENCES =
            "(SELECT a.*, a.person_id AS owner_id, p.team_id FROM absence a LEFT JOIN person p ON p.id = a.person_id) a";
    private static final String VISIBLE = "(deputy_id = :me OR " + Visibility.SQL + ")";

    private final Jdbi jdbi;

    FindAbsences(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Page<AbsenceView> page(Visibility visibility, ListParameters list, @Nullable UUID personId) {
        return new Listing(ABSENCES, list.order(SORTS))
                .where(VISIBLE, visibility)
                .where("updated_at > :after", "after", list.changedAfter())
                .where("person_id = :person", "person", personId)
                .fetch(jdbi, list.page(), (row, context) -> view(row));
    }

    Optional<AbsenceView> byId(Visibility visibility, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM " + ABSENCES + " WHERE id = :id AND " + VISIBLE)
                        .bind("id", id)
                        .bindMethods(visibility)
                        .map((row, ctx) -> view(row))
                        .findOne());
    }

    static AbsenceView view(ResultSet row) throws SQLException {
        return new AbsenceView(
                Rows.uuid(row, "id"),
                Rows.uuid(row, "person_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                Rows.optionalUuid(row, "deputy_id"),
                Rows.instant(row, "updated_at"),
                row.getLong("version"));
    }
}
