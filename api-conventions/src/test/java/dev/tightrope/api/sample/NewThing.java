package dev.tightrope.api.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with a field of every kind. */
public record NewThing(
        @NotBlank(message = "must not be blank") String name,

        @Nullable @Email(message = "must be an e-mail address")
        String email,

        @Max(value = 100, message = "must be at most 100") int amount,
        @Nullable Boolean urgent,
        @Nullable Colour colour,
        @Nullable UUID owner,
        @Nullable Instant at,
        @Nullable LocalDate day,
        @Nullable Duration length,
        @Nullable List<@Valid Part> parts,
        @Nullable List<String> words,
        @Nullable Map<String, String> labels) {
    /** One of few. */
    public enum Colour {
        RED,
        GREEN
    }

    /** Nested, with a check of its own. */
    public record Part(
            @NotBlank(message = "must not be blank") String code) {
        public Part {
            if ("forbidden".equals(code)) {
                throw new IllegalArgumentException("must not have the code \"forbidden\"");
            }
        }
    }
}
