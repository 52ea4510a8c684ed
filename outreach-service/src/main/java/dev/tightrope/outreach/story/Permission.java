package dev.tightrope.outreach.story;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why we may name the competitor.
 *
 * @param kind what the permission rests on
 * @param by who at the competitor granted it
 * @param until last day it holds, in UTC; absent for no end
 * @param url the public case study
 * @param endedAt when it was withdrawn
 * @param endedBy who recorded the withdrawal
 * @param endReason why it was withdrawn
 */
public record Permission(
        Kind kind,
        @Nullable String by,
        @Nullable LocalDate until,
        @Nullable String url,
        @Nullable Instant endedAt,
        @Nullable UUID endedBy,
        @Nullable String endReason) {

    /** What a permission rests on. */
    @Schema(name = "PermissionKind")
    public enum Kind {
        /** Somebody at the competitor allowed it. */
        GRANTED_BY,
        /** The story is published for everybody to read. */
        PUBLIC_CASE_STUDY
    }

    /** Whether it holds at that moment. The database function {@code story_may_be_named} says the same. */
    public boolean holdsAt(Instant moment) {
        boolean withdrawn = endedAt != null && !endedAt.isAfter(moment);
        boolean over = until != null && until.isBefore(LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return !withdrawn && !over;
    }
}
