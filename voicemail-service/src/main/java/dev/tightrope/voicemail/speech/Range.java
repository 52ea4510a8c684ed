package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Two figures with a dash between. They are a range only where the first is the smaller and nothing else looks so:
 * invoices, article numbers, aircraft and telephone numbers are written with dashes too.
 */
record Range(String left, char dash, String right, SpeechLanguage language) {
    private static final Pattern TIME =
            Pattern.compile("(?i).*\\d(?::\\d\\d.*|\\s?(?:[ap]\\.?m\\.?|h(?: ?\\d\\d)?|uhr))");
    private static final Pattern ONLY_DIGITS = Pattern.compile("\\d+");
    private static final Pattern LONG_AND_NOT_ROUND = Pattern.compile("\\d{2,}[1-9]");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    boolean isOne() {
        if (TIME.matcher(left).matches() || TIME.matcher(right).matches()) {
            return true;
        }
        Optional<BigDecimal> from = number(left);
        Optional<BigDecimal> to = number(right);
        return from.isPresent() && to.isPresent() && from.get().compareTo(to.get()) < 0 && !isCode();
    }

    /** Two long figures with a hyphen: 555-1234 and 737-800, but neither 300-400 nor 1998-2002. */
    private boolean isCode() {
        boolean years = YEAR.matcher(left).matches() && YEAR.matcher(right).matches();
        boolean bare = ONLY_DIGITS.matcher(left).matches()
                && ONLY_DIGITS.matcher(right).matches()
                && left.length() > 2;
        return dash != '–'
                && bare
                && !years
                && (LONG_AND_NOT_ROUND.matcher(left).matches()
                        || LONG_AND_NOT_ROUND.matcher(right).matches());
    }

    private Optional<BigDecimal> number(String figure) {
        Matcher number = language.figure().matcher(figure);
        return number.find() ? language.parse(number.group()) : Optional.empty();
    }
}
