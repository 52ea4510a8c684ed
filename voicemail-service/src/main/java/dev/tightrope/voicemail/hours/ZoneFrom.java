package dev.tightrope.voicemail.hours;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an executive's time zone is known. */
@Schema(name = "ZoneFrom")
public enum ZoneFrom {
    /** It is on their record. */
    RECORD,
    /** It follows from the region on their record. */
    REGION,
    /** It follows from their number, and from the country where the number leaves several. */
    NUMBER,
    /** It follows from the country. */
    COUNTRY,
    /** Nothing is known of it: the rep's own is taken. */
    REP
}
