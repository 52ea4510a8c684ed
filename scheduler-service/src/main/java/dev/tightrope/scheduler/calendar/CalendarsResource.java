package dev.tightrope.scheduler.calendar;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.calendar.PublicHolidays;
import dev.tightrope.scheduler.calendar.CalendarPreview.DayOff;
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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Working-day calendars over REST. */
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
@Tag(name = "calendars", description = "Working days")
public class CalendarsResource {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final WorkingCalendar calendar;
    private final WaitEnd waitEnd;
    private final Clock clock;

    CalendarsResource(WorkingCalendar calendar, WaitEnd waitEnd, Clock clock) {
        this.calendar = calendar;
        this.waitEnd = waitEnd;
        this.clock = clock;
    }

    @GET
    @Path("/preview")
    @Operation(summary = "Shows when a wait would be over, and which days off it would skip")
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
            @QueryParam("length") @DefaultValue("P21D") String lengthText) {
        ZoneId zone = zone(zoneName);
        WorkingPlace place = WorkingPlace.of(zone, country(country));
        Instant from = fromText == null ? clock.instant() : from(fromText, zone);
        try {
            Instant over = WaitLength.parse(lengthText).after(from, zone);
            Instant dueAt = waitEnd.of(from, lengthText, null, place);
            if (!counts(dueAt, zone)) {
                throw Problems.badRequest(
                        FieldError.query("length", "must end by the year " + PublicHolidays.LAST_YEAR));
            }
            return new CalendarPreview(zone.getId(), place.country(), over, dueAt, daysOff(over, dueAt, place));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw Problems.badRequest(FieldError.query("length", "must be an ISO 8601 length such as P21D"));
        } catch (ArithmeticException e) {
            throw Problems.badRequest(FieldError.query("length", "is too long"));
        }
    }

    private List<DayOff> daysOff(Instant over, Instant dueAt, WorkingPlace place) {
        List<DayOff> days = new ArrayList<>();
        LocalDate end = dueAt.atZone(place.zone()).toLocalDate();
        for (LocalDate day = over.atZone(place.zone()).toLocalDate(); day.isBefore(end); day = day.plusDays(1)) {
            LocalDate skipped = day;
            calendar.dayOff(day, place).ifPresent(reason -> days.add(new DayOff(skipped, reason)));
        }
        return days;
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return ZoneId.of(name == null ? "" : name);
        } catch (DateTimeException e) {
            throw Problems.badRequest(FieldError.query("zone", "must be an IANA time zone such as Europe/Stockholm"));
        }
    }

    private static @Nullable String country(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        String country = code.strip().toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(country)) {
            throw Problems.badRequest(
                    FieldError.query("country", "must be an ISO 3166-1 alpha-2 country such as SE, or be left out"));
        }
        return country;
    }

    private static boolean counts(Instant moment, ZoneId zone) {
        int year = moment.atZone(zone).getYear();
        return year >= PublicHolidays.FIRST_YEAR && year <= PublicHolidays.LAST_YEAR;
    }

    private static Instant from(String text, ZoneId zone) {
        try {
            Instant from = Instant.parse(text);
            if (!counts(from, zone)) {
                throw Problems.badRequest(FieldError.query(
                        "from",
                        "must lie in the years " + PublicHolidays.FIRST_YEAR + " to " + PublicHolidays.LAST_YEAR));
            }
            return from;
        } catch (DateTimeException e) {
            throw Problems.badRequest(
                    FieldError.query("from", "must be an RFC 3339 time such as 2026-03-02T09:00:00Z"));
        }
    }
}
