package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The figures a text names, in figures or in words: what somebody who listens would note down. */
public final class Figures {
    private static final BigDecimal LARGEST_PART = BigDecimal.valueOf(100);
    /** What may be between the parts of a telephone number. */
    private static final String PAUSES = ",-()/+‑";

    private final NumberWords words;
    private final SpeechLanguage language;
    private final List<String> tokens = new ArrayList<>();
    private final List<Said> all = new ArrayList<>();
    private int at;

    /**
     * A figure as it was said.
     *
     * @param digits its digits as they would be dialled
     * @param written whether it is written in figures
     * @param from first token
     * @param to token behind it
     */
    private record Said(BigDecimal value, String digits, boolean written, int from, int to) {}

    private Figures(String text, String tag) {
        language = SpeechLanguage.of(tag);
        words = language.numberWords();
        Matcher token = Pattern.compile(language.number() + "|\\p{L}+|(?<!\\p{L})[-‑]|[^\\s\\p{L}\\d‑'’-]")
                .matcher(
                        // "Pour cent" and "por ciento" are no hundred.
                        NumberWords.plain(text).replace(NumberWords.plain(language.word("percent")), "%"));
        while (token.find()) {
            tokens.addAll(words.parts(token.group()));
        }
        while (at < tokens.size()) {
            int from = at;
            Said said = read();
            if (said == null) {
                at = from + 1;
            } else {
                all.add(said);
            }
        }
    }

    /** Every figure in a text but those of names and telephone numbers; that which is an article as well, "one" or "un", is none. */
    public static Set<BigDecimal> in(String text, String language, Collection<String> names) {
        String figures = Names.rules(names)
                .reduce(text, (left, name) -> name.pattern().matcher(left).replaceAll(" "), (one, other) -> one);
        return in(figures, language);
    }

    /** As above, where no names are known. */
    public static Set<BigDecimal> in(String text, String language) {
        Set<BigDecimal> values = new TreeSet<>();
        Figures figures = new Figures(text, language);
        for (List<Said> row : figures.rows()) {
            for (Said said : figures.isTelephoneNumber(row) ? List.<Said>of() : row) {
                if (said.value.compareTo(BigDecimal.ONE) != 0 || said.written) {
                    values.add(said.value.stripTrailingZeros());
                }
            }
        }
        return values;
    }

    /** Digits of the telephone numbers in a text: many figures in a row, or one too long to count anything. */
    public static List<String> telephoneNumbers(String text, String language) {
        List<String> numbers = new ArrayList<>();
        Figures figures = new Figures(text, language);
        for (List<Said> row : figures.rows()) {
            if (figures.isTelephoneNumber(row)) {
                numbers.add(digits(row));
            }
        }
        return numbers;
    }

    /** Two years in a row have eight digits, and a number without a gap may have seven; in words it is said in parts. */
    private boolean isTelephoneNumber(List<Said> row) {
        boolean inParts = row.stream().allMatch(said -> said.written || said.value.compareTo(LARGEST_PART) < 0);
        boolean single = row.size() == 1 && !row.get(0).written;
        return inParts
                && !single
                && isDialled(row)
                && digits(row).length() >= (row.size() == 1 ? 7 : row.size() == 2 ? 9 : 6);
    }

    /** "2019, 2020, 2021" are three figures: what is dialled has digits without a pause, a plus or a zero in front. */
    private boolean isDialled(List<Said> row) {
        Said first = row.get(0);
        String before = first.from == 0 ? "" : tokens.get(first.from - 1);
        boolean introduced = first.digits.startsWith("0")
                || before.equals("+")
                || before.equals(NumberWords.plain(language.word("plus")));
        return introduced
                || row.size() == 1
                || IntStream.range(1, row.size()).anyMatch(i -> inOneGo(row.get(i - 1), row.get(i)));
    }

    private boolean inOneGo(Said left, Said right) {
        boolean sameKind = left.written && right.written || left.digits.length() == 1 && right.digits.length() == 1;
        return sameKind && !tokens.subList(left.to, right.from).contains(",");
    }

    private static String digits(List<Said> row) {
        return row.stream().map(Said::digits).collect(Collectors.joining());
    }

    /** Figures with nothing but a pause between them. */
    private List<List<Said>> rows() {
        List<List<Said>> rows = new ArrayList<>();
        int end = -1;
        for (Said said : all) {
            if (end < 0 || !tokens.subList(end, said.from).stream().allMatch(PAUSES::contains)) {
                rows.add(new ArrayList<>());
            }
            rows.get(rows.size() - 1).add(said);
            end = said.to;
        }
        return rows;
    }

    private @Nullable Said read() {
        int from = at;
        if (Character.isDigit(tokens.get(at).charAt(0))) {
            String written = tokens.get(at++);
            String digits = written.replaceAll("\\D", "");
            // What may be two numbers is compared by its digits, as it is left as it is written.
            BigDecimal value = scaled(language.parse(written).orElseGet(() -> new BigDecimal(digits)));
            return new Said(value, digits, true, from, at);
        }
        BigDecimal whole = whole();
        if (whole == null) {
            return null;
        }
        String decimals = decimals();
        BigDecimal value = decimals.isEmpty() ? whole : scaled(new BigDecimal(whole + "." + decimals));
        return new Said(value, whole.toPlainString(), false, from, at);
    }

    /** "2.5 million" is said with the figure first. */
    private BigDecimal scaled(BigDecimal value) {
        BigDecimal scaled = value;
        while (at < tokens.size()
                && words.multiplier(tokens.get(at)).filter(by -> by > 100).isPresent()) {
            scaled = scaled.multiply(
                    BigDecimal.valueOf(words.multiplier(tokens.get(at++)).orElseThrow()));
        }
        return scaled;
    }

    private @Nullable BigDecimal whole() {
        long total = 0;
        long current = 0;
        int from = at;
        while (at < tokens.size()) {
            int start = at;
            Long value = value();
            Long multiplier = value == null ? words.multiplier(tokens.get(at)).orElse(null) : null;
            boolean first = start == from || current == 0 && total > 0;
            if (value != null && (first || current >= 100 && current % 100 == 0 && value < 100 && value > 0)) {
                current += value;
                if (value == 0) {
                    break;
                }
            } else if (multiplier != null && multiplier == 100 && current < 100) {
                current = Math.max(1, current) * 100;
                at++;
            } else if (multiplier != null && multiplier > 100 && (current > 0 || start == from || total > 0)) {
                // "Mil millones" is a thousand of them, "dos millones mil" is one thousand more.
                long times = total % multiplier + current;
                total += Math.max(1, times) * multiplier - total % multiplier;
                current = 0;
                at++;
            } else if (start > from && words.isJoint(tokens.get(start)) && jointGoesOn(start, total, current)) {
                at = start + 1;
            } else {
                at = start;
                break;
            }
        }
        return at == from ? null : BigDecimal.valueOf(total + current);
    }

    private boolean jointGoesOn(int joint, long total, long current) {
        at = joint + 1;
        boolean goesOn = (current >= 100 && current % 100 == 0 || current == 0 && total > 0) && value() != null;
        at = joint;
        return goesOn;
    }

    private String decimals() {
        StringBuilder digits = new StringBuilder();
        if (at + 1 < tokens.size() && words.isDecimal(tokens.get(at))) {
            int sign = at++;
            for (Long value = value(); value != null; value = value()) {
                digits.append(value);
            }
            at = digits.isEmpty() ? sign : at;
        }
        return digits.toString();
    }

    /** The longest number of the vocabulary that starts here; moves behind it. */
    private @Nullable Long value() {
        for (int length = Math.min(words.longest(), tokens.size() - at); length > 0; length--) {
            Long value = words.value(String.join(" ", tokens.subList(at, at + length)))
                    .orElse(null);
            if (value != null) {
                at += length;
                return value;
            }
        }
        return null;
    }
}
