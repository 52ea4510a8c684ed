package dev.tightrope.voicemail.speech;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers in the words of a language, by the rules of Unicode CLDR. */
final class SpelledNumbers {
    private static final String RULE = "%spellout-";
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final RuleBasedNumberFormat format;
    private final Properties words;
    private final Pattern feminine;
    private final Pattern masculine;
    private final Pattern noNoun;
    private final boolean onlyOneAgrees;
    private final boolean joinsMillions;

    SpelledNumbers(Locale locale, Properties words) {
        this.format = new RuleBasedNumberFormat(ULocale.forLocale(locale), RuleBasedNumberFormat.SPELLOUT);
        this.words = words;
        feminine = Pattern.compile(words.getProperty("feminine"));
        masculine = Pattern.compile(words.getProperty("masculine"));
        noNoun = Pattern.compile(words.getProperty("noNoun"));
        onlyOneAgrees = Boolean.parseBoolean(words.getProperty("onlyOneAgrees"));
        joinsMillions = words.getProperty("million.joint").contains("de");
    }

    /** A number by itself, such as "eins". */
    String count(BigDecimal number) {
        return said(number, "rule.count");
    }

    String count(long number) {
        return count(BigDecimal.valueOf(number));
    }

    /** A number in front of what is counted, such as "eine" hour; words that name nothing leave it by itself. */
    String before(String noun, BigDecimal number) {
        return said(
                number,
                !agrees(number) || noNoun.matcher(noun).matches()
                        ? "rule.count"
                        : feminine.matcher(noun).matches() ? "rule.feminine" : "rule.before");
    }

    /** In front of any noun; nothing where the number would agree with it and its gender is not known. */
    @Nullable
    String beforeAny(String noun, BigDecimal number) {
        String said = before(noun, number);
        boolean known = !agrees(number)
                || Stream.of(noNoun, feminine, masculine)
                        .anyMatch(words -> words.matcher(noun).matches());
        boolean inMillions = joinsMillions
                && number.signum() > 0
                && number.remainder(MILLION).signum() == 0;
        return !inMillions && (known || said.equals(feminine(number)) && said.equals(said(number, "rule.before")))
                ? said
                : null;
    }

    private boolean agrees(BigDecimal number) {
        return !onlyOneAgrees || number.compareTo(BigDecimal.ONE) == 0;
    }

    /** In front of something feminine. */
    String feminine(BigDecimal number) {
        return said(number, "rule.feminine");
    }

    String year(long year) {
        return spelled(year, "rule.year");
    }

    /** An ordinal number by one of the language's rules for it. */
    String ordinal(long number, String rule) {
        return spelled(number, rule);
    }

    private String said(BigDecimal number, String rule) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() <= 0) {
            String spelled = spelled(plain.longValueExact(), rule);
            // CLDR lets Spanish hundreds agree with what is counted, but not those of thousands: "doscientas mil
            // horas".
            return rule.equals("rule.feminine") ? spelled.replaceAll("ientos mil\\b", "ientas mil") : spelled;
        }
        String whole = spelled(number.setScale(0, RoundingMode.DOWN).longValueExact(), "rule.count");
        String digits = number.toPlainString().split("\\.")[1];
        return whole + " " + words.getProperty("decimal") + " " + decimals(digits);
    }

    /** Some languages say two decimals as a number; a leading zero is always said by itself. */
    private String decimals(String digits) {
        boolean asNumber = Boolean.parseBoolean(words.getProperty("decimalsAsNumber")) && digits.matches("[1-9]\\d?");
        return asNumber
                ? count(Long.parseLong(digits))
                : digits.chars().mapToObj(c -> count(c - '0')).collect(Collectors.joining(" "));
    }

    // The format of ICU may not be used by two threads at a time.
    private synchronized String spelled(long number, String rule) {
        // Soft hyphens say where a long word may be broken, and the comma of "two million, five hundred" would end a
        // clause.
        return format.format(number, RULE + words.getProperty(rule))
                .replace("\u00ad", "")
                .replace(",", "");
    }
}
