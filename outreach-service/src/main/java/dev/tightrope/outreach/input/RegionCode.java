package dev.tightrope.outreach.input;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import dev.tightrope.calendar.Regions;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An ISO 3166-2 region, such as DE-BY. Where regions of a country keep holidays of their own, it has to be one of those: with
 * a misspelt one, holidays would be taken for working days.
 */
@Documented
@Constraint(validatedBy = RegionCode.Validator.class)
@Target({FIELD, METHOD, PARAMETER, TYPE_USE})
@Retention(RUNTIME)
public @interface RegionCode {
    /** What the client reads. */
    String message() default "must be an ISO 3166-2 region such as DE-BY";

    /** Bean Validation groups. */
    Class<?>[] groups() default {};

    /** Bean Validation payload. */
    Class<? extends Payload>[] payload() default {};

    /** The check; absent values pass. */
    class Validator implements ConstraintValidator<RegionCode, CharSequence> {
        private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
        private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

        @Override
        public boolean isValid(@Nullable CharSequence value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            String region = value.toString().toUpperCase(Locale.ROOT);
            if (!SHAPE.matcher(region).matches() || !COUNTRIES.contains(Regions.countryOf(region))) {
                return false;
            }
            Set<String> known = Regions.of(Regions.countryOf(region));
            if (known.isEmpty() || known.contains(region)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("must be one of " + String.join(", ", known)
                            + ", or be left out for the holidays of the whole country")
                    .addConstraintViolation();
            return false;
        }
    }
}
