package dev.tightrope.outreach.prospect;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.address.PhoneNumbers;
import dev.tightrope.outreach.people.HomeDefaults;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds numbers as a display shows them: with a country code, as dialled at home, or only their end. */
@ApplicationScoped
class PhoneSearch {
    private static final int FEWEST_DIGITS = 6;

    private final HomeDefaults home;

    PhoneSearch(HomeDefaults home) {
        this.home = home;
    }

    /** A LIKE pattern over E.164 numbers, or null where nothing is asked for. */
    @Nullable
    String pattern(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        // An unescaped "+" of the query string arrives as a blank.
        String number = typed.startsWith(" ") ? "+" + typed.strip() : typed;
        return PhoneNumbers.normalise(number, home.country().orElse(null)).orElseGet(() -> ending(number));
    }

    private static String ending(String number) {
        String digits = number.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        boolean isNumber = number.chars().allMatch(c -> "0123456789+()-./ ".indexOf(c) >= 0);
        if (!isNumber || digits.length() < FEWEST_DIGITS) {
            throw Problems.badRequest(FieldError.query(
                    "phone", "must be a telephone number, or at least its last " + FEWEST_DIGITS + " digits"));
        }
        return "%" + digits;
    }
}
