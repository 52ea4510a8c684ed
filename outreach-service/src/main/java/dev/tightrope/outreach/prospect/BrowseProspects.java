package dev.tightrope.outreach.prospect;

import dev.tightrope.api.Page;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Shows prospects with what each still lacks. */
@ApplicationScoped
class BrowseProspects {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED, Sort.NAME);

    /** The executive who lacks least counts: an outreach needs only one who can be called and mailed. */
    private static final String WITH_MISSING = """
            (SELECT p.*, coalesce(
                (SELECT array_remove(ARRAY[
                            CASE WHEN e.email IS NULL THEN 'EXECUTIVE_EMAIL' END,
                            CASE WHEN e.phone IS NULL THEN 'EXECUTIVE_PHONE' END], NULL)
                 FROM executive e WHERE e.prospect_id = p.id
                 ORDER BY num_nulls(e.email, e.phone), e.id LIMIT 1),
                ARRAY['EXECUTIVE', 'EXECUTIVE_EMAIL', 'EXECUTIVE_PHONE']) AS missing
             FROM prospect p) prospect
            """;

    private final Jdbi jdbi;

    BrowseProspects(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<ProspectView> byId(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT * FROM " + WITH_MISSING + " WHERE id = :id")
                .bind("id", id)
                .map(BrowseProspects::view)
                .findOne());
    }

    Page<ProspectView> list(
            ListParameters parameters,
            @Nullable String name,
            @Nullable List<String> domain,
            @Nullable String country,
            @Nullable UUID parentId,
            @Nullable Boolean missing) {
        return new Listing(WITH_MISSING, Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .whereContains("name", "name", name)
                .whereAny("domains && :domains", "domains", domain)
                .where("country = upper(:country)", "country", country)
                .where("parent_id = :parent", "parent", parentId)
                .where("(cardinality(missing) > 0) = :missing", "missing", missing)
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), BrowseProspects::view);
    }

    private static ProspectView view(ResultSet row, StatementContext context) throws SQLException {
        List<MissingForOutreach> missing = Columns.strings(row, "missing").stream()
                .map(MissingForOutreach::valueOf)
                .toList();
        return ProspectView.of(new ProspectMapper().map(row, context), missing);
    }
}
