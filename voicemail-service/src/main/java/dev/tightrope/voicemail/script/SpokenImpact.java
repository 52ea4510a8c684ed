package dev.tightrope.voicemail.script;

import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An impact as one sentence that can be said. A story keeps what changed and by how much apart, "unplanned stops a year:
 * 11 to 2"; said like that, nobody hears that it is good news. What the two mean together is said only where it is
 * certain; else they are said one after the other, as the rep wrote them.
 */
final class SpokenImpact {
    private static final Pattern APART = Pattern.compile("^(?<what>.*\\S)\\s?:\\s+(?<figure>\\S+(?: \\S+){0,6})$");
    private static final Pattern FIGURE = Pattern.compile("^[+−–~≈<>€$£-]*\\s?\\d.*");
    /** One amount with its sign, its unit, and what is said of it: "-40 %" and "in 6 months". */
    private static final Pattern AMOUNT = Pattern.compile(
            "^(?<sign>[+−–-])?\\s?(?<much>[€$£]?\\s?\\d[\\d.,\u00a0]*+(?:\\s?%| ?[\\p{L}€$£]+)?)(?<rest> .*)?$");

    private SpokenImpact() {}

    static String of(String impact, ScriptLanguage language, UnaryOperator<String> spoken) {
        Matcher apart = APART.matcher(impact.strip().replaceAll("\\s+", " ").replaceAll("[.!…]+$", ""));
        return apart.matches()
                ? joined(apart.group("what"), apart.group("figure"), language, spoken)
                : spoken.apply(impact);
    }

    private static String joined(String what, String figure, ScriptLanguage language, UnaryOperator<String> spoken) {
        boolean comparative = language.comparative().matcher(what).find();
        Optional<Change> change = Change.of(figure, language);
        if (change.isPresent()) {
            return filled(
                    comparative ? language.amount() : language.change(),
                    what,
                    change.get().figure(),
                    spoken);
        }
        if (language.adverbial().matcher(figure).find()) {
            return spoken.apply(what + " " + figure);
        }
        if (!FIGURE.matcher(figure).matches()) {
            return spoken.apply(what + ": " + figure);
        }
        Matcher amount = AMOUNT.matcher(figure);
        String rest = amount.matches() && amount.group("rest") != null ? amount.group("rest") : "";
        boolean understood = amount.matches()
                && (rest.isEmpty() || language.adverbial().matcher(rest.strip()).find());
        if (understood && comparative && comesFirst(what, amount, language)) {
            return spoken.apply(amount.group("much") + " " + lower(what) + rest);
        }
        if (understood && !comparative && isDifference(amount)) {
            String template = amount.group("sign").equals("+") ? language.up() : language.down();
            return filled(template, what, amount.group("much"), spoken) + spoken.apply(rest);
        }
        return filled(language.amount(), what, figure, spoken);
    }

    /** "Nine fewer stops" and "40 % less cleaning"; but "higher uptime: 99.9 %" is no 99.9 % higher. */
    private static boolean comesFirst(String what, Matcher amount, ScriptLanguage language) {
        String sign = amount.group("sign");
        boolean countsOrShares = amount.group("much").matches("\\d+|.*%");
        return countsOrShares
                && language.quantity().matcher(what).find()
                && (sign == null
                        || sign.equals("+") == language.more().matcher(what).find());
    }

    /** A figure with sign and unit says by how much; "NPS: -5" and "temperature: -5 °C" may say how much there is. */
    private static boolean isDifference(Matcher amount) {
        return amount.group("sign") != null
                && (amount.group("sign").equals("+") || !amount.group("much").matches("[\\d.,]+"));
    }

    private static String filled(String template, String what, String figure, UnaryOperator<String> spoken) {
        return template.replace("{what}", spoken.apply(what)).replace("{figure}", spoken.apply(figure));
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
