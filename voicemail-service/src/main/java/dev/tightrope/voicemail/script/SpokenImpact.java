package dev.tightrope.voicemail.script;

import dev.tightrope.voicemail.speech.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An impact as one sentence that can be said. A story keeps what changed and by how much apart, "unplanned stops a year:
 * 11 to 2"; said like that, nobody hears that it is good news.
 */
final class SpokenImpact {
    private static final Pattern APART = Pattern.compile("^(?<what>.*\\S)\\s?:\\s+(?<figure>\\S+(?: \\S+){0,6})$");
    private static final Pattern FIGURE = Pattern.compile("^[+−–~≈<>€$£-]*\\s?\\d.*");
    /** A figure, its sign and, where it is per cent, what is said of it: "-40 %" and "in 6 months". */
    private static final Pattern AMOUNT =
            Pattern.compile("^(?<sign>[+−–-])?\\s?(?<much>[€$£]?\\s?\\d.*?(?:%|$))(?<rest>.*)$");

    private SpokenImpact() {}

    static String of(String impact, ScriptLanguage language, UnaryOperator<String> spoken) {
        Matcher apart = APART.matcher(impact.strip().replaceAll("\\s+", " ").replaceAll("[.!…]+$", ""));
        return apart.matches()
                ? joined(apart.group("what"), apart.group("figure"), language, spoken)
                : spoken.apply(impact);
    }

    private static String joined(String what, String figure, ScriptLanguage language, UnaryOperator<String> spoken) {
        if (language.adverbial().matcher(figure).find()) {
            return spoken.apply(what + " " + figure);
        }
        if (!FIGURE.matcher(figure).matches()) {
            return spoken.apply(what + ": " + figure);
        }
        Matcher amount = AMOUNT.matcher(figure);
        boolean percent = figure.contains("%");
        if (amount.matches()
                && (percent || figure.matches("\\+?\\d+"))
                && language.comparative().matcher(what).find()) {
            return spoken.apply(amount.group("much") + " " + lower(what) + amount.group("rest"));
        }
        if (amount.matches() && amount.group("sign") != null) {
            String template = amount.group("sign").equals("+") ? language.up() : language.down();
            return filled(template, what, amount.group("much"), spoken) + spoken.apply(amount.group("rest"));
        }
        return filled(isChange(figure, language) ? language.change() : language.amount(), what, figure, spoken);
    }

    /** From one figure to another: an arrow says so, "to" does where it went down; "6 to 9 months" is a range. */
    private static boolean isChange(String figure, ScriptLanguage language) {
        if (figure.matches(".*\\d.*(?:→|->).*\\d.*")) {
            return true;
        }
        List<BigDecimal> ends = Pattern.compile("(?<=\\d)[^\\d]* " + language.towards() + " (?=\\D{0,3}\\d)")
                .splitAsStream(figure)
                .map(end -> Figures.in(end, language.tag()).stream().findFirst().orElse(BigDecimal.ZERO))
                .toList();
        return ends.size() == 2 && ends.get(0).compareTo(ends.get(1)) > 0;
    }

    private static String filled(String template, String what, String figure, UnaryOperator<String> spoken) {
        return template.replace("{what}", spoken.apply(what)).replace("{figure}", spoken.apply(figure));
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
