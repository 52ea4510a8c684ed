package dev.tightrope.voicemail.script;

import dev.tightrope.voicemail.speech.Figures;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From one figure to another. An arrow says so, and so does "from"; "to" alone does where it goes down: "6 to
 * 9 months" and "10 % to 15 %" may be ranges.
 *
 * @param figure both ends, without "from"
 */
record Change(String figure) {
    private static final Pattern ARROW = Pattern.compile(".*\\d.*(?:→|->).*\\d.*");
    private static final String END = "[+−–-]?[€$£]?\\s?\\d[\\d.,\u00a0 ]*+";

    static Optional<Change> of(String text, ScriptLanguage language) {
        String figure = text.replaceFirst("^" + language.from() + "\\s+(?=[+−–€$£-]*\\d)", "");
        boolean introduced = !figure.equals(text);
        if (ARROW.matcher(figure).matches()) {
            return Optional.of(new Change(figure));
        }
        Matcher ends = Pattern.compile("^(?<left>" + END + ")(?<leftUnit>%|[^\\d]{0,20}?) ?(?<![^ ])"
                        + language.towards() + " (?<right>" + END + ")(?<rightUnit>%|\\S*).*$")
                .matcher(figure);
        return ends.matches() && (introduced || isChange(ends, language))
                ? Optional.of(new Change(figure))
                : Optional.empty();
    }

    private static boolean isChange(Matcher ends, ScriptLanguage language) {
        String leftUnit = ends.group("leftUnit").strip();
        String rightUnit = ends.group("rightUnit").strip();
        BigDecimal left = value(ends.group("left"), language);
        BigDecimal right = value(ends.group("right"), language);
        boolean sameUnit = leftUnit.isEmpty() || leftUnit.equals(rightUnit);
        return sameUnit && (left.signum() < 0 || left.compareTo(right) > 0);
    }

    private static BigDecimal value(String end, ScriptLanguage language) {
        BigDecimal value = Figures.in(end, language.tag()).stream().findFirst().orElse(BigDecimal.ZERO);
        return end.matches("^[−–-].*") ? value.negate() : value;
    }
}
