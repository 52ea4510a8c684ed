package dev.tightrope.voicemail.speech;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Numbers with a unit, per cent, times, in a row, or just before what they count. */
final class Quantities {
    private static final String GAP = "[ \u00a0\u202f]?";

    private final SpeechLanguage language;

    private Quantities(SpeechLanguage language) {
        this.language = language;
    }

    static Stream<Rule> rules(SpeechLanguage language) {
        Quantities quantities = new Quantities(language);
        String number = "(?<number>" + language.number() + ")";
        String unit = language.anyOf("unit.");
        return Stream.of(
                Rule.of(number + GAP + "%" + Rule.END, found -> quantities.with(found, language.word("percent"))),
                Rule.of(number + GAP + "[x×]" + Rule.END, found -> quantities.with(found, language.word("times"))),
                Rule.of(
                        number + GAP + "(?<scale>" + language.word("scale.written") + ")(?!\\p{L})(?:\\.|" + Rule.END
                                + ")",
                        quantities::scaled),
                Rule.of(
                        number + "(?<gap>" + GAP + ")(?<unit>" + unit + ")(?:/(?<per>" + unit + "))?" + Rule.END,
                        quantities::measured),
                Rule.of("(?<number>\\d{1,4})" + language.word("ordinal.pattern") + Rule.END, quantities::ordinal),
                Rule.of(number + "(?:" + Rule.END + "|" + language.word("compound") + ")", quantities::counted));
    }

    private @Nullable String with(Found found, String words) {
        return language.parse(found.group("number"))
                .map(number -> language.numbers().before(words, number) + " " + words)
                .orElse(null);
    }

    private @Nullable String scaled(Found found) {
        String scale = found.group("scale");
        return language.parse(found.group("number"))
                .map(number -> Stream.of("million", "billion")
                        .filter(large -> scale.matches(language.word("scale." + large)))
                        .findFirst()
                        .map(large -> language.counted(number, language.forms(large)))
                        .orElseGet(() -> language.numbers().count(number.movePointRight(3))))
                .orElse(null);
    }

    private @Nullable String measured(Found found) {
        // "5m" may be five million, "90s" a decade and "5g" a network: only an hour needs no blank.
        String unit = found.group("unit");
        boolean glued = unit.length() == 1 && found.group("gap").isEmpty() && !unit.equals("h");
        if (glued || isInAnotherCase(found)) {
            return null;
        }
        return language.parse(found.group("number"))
                .map(number -> language.counted(number, language.forms("unit." + unit)) + language.per(found))
                .orElse(null);
    }

    private @Nullable String ordinal(Found found) {
        long number = Long.parseLong(found.group("number"));
        String before = found.wordBefore();
        boolean feminine = found.matcher().group().matches(".*(?:ª|a|re|ère)$");
        if (feminine && language.is("ordinal.feminine")) {
            return language.numbers().ordinal(number, "rule.ordinal.weak");
        }
        if (!language.is("ordinal.point")) {
            return language.ordinal(number, before, found.wordAfter() == null ? "rule.ordinal.alone" : "rule.ordinal");
        }
        // "Der 3. Schicht" is another form than "der 3. Stopp"; behind "in der" it can only be the one.
        if (before.equals("der") || !language.isOneOf("ordinal.articles", before)) {
            boolean dative = found.before().matches(language.word("ordinal.oblique"));
            boolean neuter = found.after().matches(language.word("ordinal.neuter"));
            return dative || neuter
                    ? language.numbers().ordinal(number, dative ? "rule.ordinal.dative" : "rule.ordinal")
                    : null;
        }
        return language.ordinal(number, before, "rule.ordinal");
    }

    private @Nullable String counted(Found found) {
        String number = found.group("number");
        if (!language.isPlain(number) || behindAName(found, number) || isOrdinal(found)) {
            return null;
        }
        String before = found.wordBefore();
        boolean clock = language.isOneOf("clock.after", before) && number.matches("\\d{1,2}\\.\\d\\d");
        String noun = found.wordAfter();
        boolean inAnotherCase = noun != null && Character.isUpperCase(noun.charAt(0)) && isInAnotherCase(found);
        if (clock || inAnotherCase || language.isOneOf("label", before)) {
            return null;
        }
        return language.parse(number)
                .map(value -> noun == null
                        ? language.numbers().count(value)
                        : language.numbers().beforeAny(noun, value))
                .orElse(null);
    }

    /** "Mit 1 Maschine" is "mit einer Maschine". */
    private boolean isInAnotherCase(Found found) {
        return found.group("number").equals("1") && language.isOneOf("dative", found.wordBefore());
    }

    /** Boeing 747 and Office 365 are said otherwise than numbers that count. */
    private boolean behindAName(Found found, String number) {
        String before = found.wordBeforeAsWritten();
        return number.length() > 2
                && !before.isEmpty()
                && Character.isUpperCase(before.charAt(0))
                && !language.isOneOf("noName", found.wordBefore());
    }

    /** "16. bis" and "der 2. Stopp": the point makes it another word than the figure alone. */
    private boolean isOrdinal(Found found) {
        return language.is("ordinal.point")
                && (found.after().matches("(?s)\\.[ \u00a0]\\p{Ll}.*")
                        || (found.wordBefore().isEmpty() || language.isOneOf("ordinal.articles", found.wordBefore()))
                                && found.after().matches("(?s)\\.[ \u00a0]\\p{L}.*"));
    }
}
