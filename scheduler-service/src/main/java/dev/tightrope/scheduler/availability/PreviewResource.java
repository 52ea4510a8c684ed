package dev.tightrope.scheduler.availability;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.calendar.PublicHolidays;
import dev.tightrope.events.DayCount;
import dev.tightrope.scheduler.calendar.WorkingPlace;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What would come of a wait, over REST. */
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "calendars", description = "Working days")
public class PreviewResource {
    private final PreviewMoments moments;
    private final PreviewPlace place;
    private final Clock clock;

    PreviewResource(PreviewMoments moments, PreviewPlace place, Clock clock) {
        this.moments = moments;
        this.place = place;
        this.clock = clock;
    }

    @GET
    @Path("/preview")
    @Operation(
            summary = "Shows when a wait would be over, what would come after it, and why then",
            description =
                    "Reckoned for a person, for who owns an outreach, or for a zone: one of personId, outreachId and"
                            + " zone is needed. Weekends, public holidays, closures, and of people their own working times and"
                            + " absences are skipped.")
    public CalendarPreview preview(
            @QueryParam("zone") @Parameter(description = "IANA time zone", example = "Europe/Stockholm") @Nullable
                    String zoneName,
            @QueryParam("country")
                    @Parameter(
                            description = "Whose holidays count, ISO 3166-1 alpha-2; by default the zone's",
                            example = "SE")
                    @Nullable
                    String country,
            @QueryParam("from")
                    @Parameter(
                            description = "When the wait begins, in the years 2000 to 2100; by default now",
                            example = "2026-03-02T09:00:00Z")
                    @Nullable
                    String fromText,
            @QueryParam("sentAt")
                    @Parameter(
                            description = "When the mail is sent, which begins the wait: another name of from",
                            example = "2026-03-02T09:00:00Z")
                    @Nullable
                    String sentAt,
            @QueryParam("length") @DefaultValue("P21D") String lengthText,
            @QueryParam("countedIn")
                    @Parameter(
                            description = "Which days the length counts; by default all",
                            schema = @Schema(implementation = DayCount.class))
                    @Nullable
                    String countedIn,
            @QueryParam("personId") @Nullable String personId,
            @QueryParam("outreachId") @Nullable String outreachId) {
        WorkingPlace where = place.of(
                ListParameters.uuid("personId", personId),
                ListParameters.uuid("outreachId", outreachId),
                zoneName,
                country);
        DayCount days = ListParameters.oneOf(DayCount.class, "countedIn", countedIn);
        String given = fromText == null ? sentAt : fromText;
        Instant from =
                given == null ? clock.instant() : from(given, fromText == null ? "sentAt" : "from", where.zone());
        try {
            CalendarPreview preview = moments.of(from, lengthText, days == null ? DayCount.DAYS : days, where);
            if (!counts(preview.dueAt(), where.zone())) {
                throw Problems.badRequest(
                        FieldError.query("length", "must end by the year " + PublicHolidays.LAST_YEAR));
            }
            return preview;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problems.badRequest(FieldError.query("length", "must be an ISO 8601 length such as P21D"));
        } catch (ArithmeticException e) {
            throw Problems.badRequest(FieldError.query("length", "is too long"));
        }
    }

    private static boolean counts(Instant moment, ZoneId zone) {
        int year = moment.atZone(zone).getYear();
        return year >= PublicHolidays.FIRST_YEAR && year <= PublicHolidays.LAST_YEAR;
    }

    private static Instant from(String text, String name, ZoneId zone) {
        try {
            Instant from = Instant.parse(text);
            if (!counts(from, zone)) {
                throw Problems.badRequest(FieldError.query(
                        name,
                        "must lie in the years " + PublicHolidays.FIRST_YEAR + " to " + PublicHolidays.LAST_YEAR));
            }
            return from;
        } catch (DateTimeException e) {
            throw Problems.badRequest(FieldError.query(name, "must be an RFC 3339 time such as 2026-03-02T09:00:00Z"));
        }
    }
}
