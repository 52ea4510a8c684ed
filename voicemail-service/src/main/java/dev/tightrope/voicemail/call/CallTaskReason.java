package dev.tightrope.voicemail.call;

import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.hours.ExecutivePlace;
import dev.tightrope.voicemail.hours.ZoneFrom;
import dev.tightrope.voicemail.outreach.WrongNumbers;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in words why a call is not offered, and what to do about it. */
record CallTaskReason(ExecutivePlace place, CallTime time, Instant now) {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /**
     * The reason.
     *
     * @param because what speaks against a call, where somebody else decided that
     */
    @Nullable
    String of(CallTask.Status status, @Nullable String because, @Nullable Instant next) {
        return switch (status) {
            case DUE -> null;
            case REVIEW_OPEN -> "A message may be an answer: say in the review list whether it is, first.";
            case PLANNED -> "The next attempt is planned for " + next + ".";
            case OUTSIDE_HOURS -> outsideHours();
            case DAY_OFF -> "Nobody works there today (" + time.dayOff() + "). " + from();
            case DAILY_LIMIT -> "Their number was called as often today as it may be. " + from();
            case NUMBER_WRONG -> WrongNumbers.REMEDY;
            case SUPPRESSED -> "The executive must not be contacted: " + because + ".";
            case COMPANY_CONTESTED -> CompanyHolds.whatFirst(String.valueOf(because));
            case PERMISSION_ENDED -> "The permission to name the competitor has ended: the round needs another story.";
        };
    }

    private String outsideHours() {
        Optional<ZoneId> zone = place.zoneAt(now);
        if (zone.isPresent()) {
            return "It is " + HOUR.format(now.atZone(zone.get())) + " there. " + from();
        }
        return time.from() == null
                ? "Their number tells only the country, which has no working hour that is one in all its time zones:"
                        + " record the executive's time zone (PUT /executives/{id}) first."
                : "Their number may lie in several time zones, and it is not a decent hour in all of them. " + from();
    }

    private String from() {
        Instant from = time.from();
        if (from == null) {
            return "Record the executive's time zone (PUT /executives/{id}).";
        }
        ZoneId zone = place.zoneAt(from).orElse(ZoneId.of("UTC"));
        return "Call from " + MOMENT.format(from.atZone(zone)) + " on (" + zone.getId()
                + (place.zoneFrom() == ZoneFrom.REP ? ", your own time zone: theirs is not known" : "") + ").";
    }
}
