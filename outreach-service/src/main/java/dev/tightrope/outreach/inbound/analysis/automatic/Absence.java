package dev.tightrope.outreach.inbound.analysis.automatic;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * From when until when somebody says to be away.
 *
 * @param from first day away, where it is stated
 * @param returnsOn first day they are there again
 */
public record Absence(@Nullable LocalDate from, @Nullable LocalDate returnsOn) {
    /** Nothing is said of days. */
    public static final Absence UNDATED = new Absence(null, null);

    /**
     * Reads a notice.
     *
     * @param sent when it was written, with its zone: it completes and bounds what is said
     */
    public static Absence read(String text, OffsetDateTime sent) {
        DatedText dated = DatedText.of(text, sent);
        LocalDate returnsOn = ReturnDates.find(dated).orElse(null);
        return new Absence(FirstDays.find(dated, returnsOn).orElse(null), returnsOn);
    }
}
