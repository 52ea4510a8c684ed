package dev.tightrope.voicemail.hours;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Concludes from the mirror where executives are. */
@ApplicationScoped
public class ExecutivePlaces {
    /** SQL of the columns that {@link #read} needs, for a row {@code o} of the outreaches. */
    public static final String COLUMNS_SQL = "o.zone, o.region, o.country, o.phone,"
            + " (select p.zone from person p where p.person_id = o.owner_id) as rep_zone";

    private final Jdbi jdbi;

    /** On this service's database. */
    public ExecutivePlaces(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where the executive of an outreach is. */
    public ExecutivePlace of(UUID outreachId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS_SQL + " from outreach o where o.outreach_id = :id")
                        .bind("id", outreachId)
                        .map((row, context) -> read(row))
                        .one());
    }

    /** Reads a row with {@link #COLUMNS_SQL}. */
    public static ExecutivePlace read(ResultSet row) throws SQLException {
        return ExecutivePlace.of(new ExecutivePlace.Known(
                row.getString("zone"),
                row.getString("region"),
                row.getString("country"),
                row.getString("phone"),
                row.getString("rep_zone")));
    }
}
