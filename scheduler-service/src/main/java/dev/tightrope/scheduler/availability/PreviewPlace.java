package dev.tightrope.scheduler.availability;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import dev.tightrope.scheduler.people.People;
import dev.tightrope.scheduler.people.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Says for whom, or for what place, a preview is reckoned. */
@ApplicationScoped
class PreviewPlace {
    private final Jdbi jdbi;
    private final Planner planner;
    private final Viewer viewer;
    private final People people;

    PreviewPlace(Jdbi jdbi, Planner planner, Viewer viewer, People people) {
        this.jdbi = jdbi;
        this.planner = planner;
        this.viewer = viewer;
        this.people = people;
    }

    WorkingPlace of(
            @Nullable UUID personId, @Nullable UUID outreachId, @Nullable String zone, @Nullable String country) {
        if (outreachId != null) {
            return people.workingPlace(ownerOf(outreachId));
        }
        if (personId != null) {
            return people.workingPlace(planner.of(personId).id());
        }
        return people.somewhere(zone(zone), Countries.of("?country", country));
    }

    private UUID ownerOf(UUID outreachId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT owner_id FROM outreach WHERE id = :id AND " + Visibility.SQL)
                        .bind("id", outreachId)
                        .bindMethods(viewer.visibility())
                        .mapTo(UUID.class)
                        .findOne())
                .orElseThrow(() -> Problems.notFound("outreach", outreachId));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(name == null ? "" : name);
        } catch (DateTimeException e) {
            throw Problems.badRequest(FieldError.query(
                    "zone", "must be an IANA time zone such as Europe/Stockholm, or personId or outreachId be given"));
        }
    }
}
