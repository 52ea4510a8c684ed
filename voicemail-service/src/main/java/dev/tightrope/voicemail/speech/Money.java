package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Amounts of money, whichever side the currency is written on: € 2.5 m, 40 000 kr, 3 MSEK, $1.50. */
final class Money {
    private static final String CURRENCY = "currency.";
    /** A scale that is not of this language must not be left behind: "$ 2 trillion" is no two dollars. */
    private static final String OTHER_SCALE =
            "(?! (?i:m|k|b|[mb]n|tn|mio|mr?d|mln|mld|mill|mdr|(?:tr|b|m)illi?[oó]n\\p{L}*|milli?ard\\p{L}*|bilj\\p{L}*|milj\\p{L}*|mil|mille|tusen|tausend|thousand|crore|lakh|hundred|dozen)(?!\\p{L}))";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final SpeechLanguage language;

    private Money(SpeechLanguage language) {
        this.language = language;
    }

    static Stream<Rule> rules(SpeechLanguage language) {
        String number = language.number();
        String currency = "(?<currency>" + language.anyOf(CURRENCY) + ")";
        String scale = "(?:[ \u00a0]?(?<scale>" + scales(language) + "))?";
        String range = "(?:(?<from>" + number + ")\\s?(?<to>[-–—]|→|->|" + language.word("to") + ")\\s?)?";
        String per = "(?:/(?<per>" + language.anyOf("unit.") + "))?";
        Money money = new Money(language);
        return Stream.of(
                Rule.of(
                        currency + "\\s?" + range + "(?<number>" + number + ")" + scale + per + Rule.END + OTHER_SCALE,
                        money::range),
                Rule.of("(?<number>" + number + ")" + scale + "[ \u00a0]?" + currency + per + Rule.END, money::said));
    }

    private static String scales(SpeechLanguage language) {
        return Stream.of("million", "billion", "thousand")
                .map(scale -> language.word("scale." + scale))
                .collect(Collectors.joining("|"));
    }

    private @Nullable String range(Found found) {
        if (!found.has("from")) {
            return said(found);
        }
        Optional<BigDecimal> from = language.parse(found.group("from"));
        Optional<BigDecimal> number = language.parse(found.group("number"));
        String to = said(found);
        boolean dash = found.group("to").matches("[-–—]");
        boolean understood = from.isPresent()
                && number.isPresent()
                && to != null
                && (!dash || from.get().compareTo(number.get()) < 0);
        return understood ? language.numbers().count(from.get()) + " " + language.word("to") + " " + to : null;
    }

    private @Nullable String said(Found found) {
        List<String> currency = language.forms(CURRENCY + found.group("currency"));
        return language.parse(found.group("number"))
                .map(number -> amount(number, found.group("scale"), currency) + language.per(found))
                .orElse(null);
    }

    private String amount(BigDecimal number, String scale, List<String> currency) {
        if (scale.matches(language.word("scale.thousand"))) {
            return counted(number.movePointRight(3), currency);
        }
        for (String large : List.of("million", "billion")) {
            if (scale.matches(language.word("scale." + large))) {
                return language.counted(number, language.forms(large)) + joint(currency.get(1)) + currency.get(1);
            }
        }
        return counted(number, currency);
    }

    private String counted(BigDecimal number, List<String> currency) {
        boolean inSmallCoin =
                number.scale() == 2 && number.remainder(BigDecimal.ONE).signum() != 0;
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        if (inSmallCoin) {
            String coins =
                    language.numbers().count(number.remainder(BigDecimal.ONE).multiply(HUNDRED));
            if (whole.signum() == 0) {
                return coins + " " + currency.get(2);
            }
            return language.filled(
                    "money.withCoins",
                    Map.of("amount", language.counted(whole, currency), "coins", coins, "coin", currency.get(2)));
        }
        boolean millions =
                number.compareTo(MILLION) >= 0 && number.remainder(MILLION).signum() == 0;
        return millions
                ? language.numbers().before(currency.get(1), number) + joint(currency.get(1)) + currency.get(1)
                : language.counted(number, currency);
    }

    /** "Millions d'euros", "millones de euros"; nothing where millions stand before a noun as any number does. */
    private String joint(String noun) {
        boolean vowel = noun.matches("(?i)[aeiouyéh].*");
        return language.spaced(vowel ? "million.jointBeforeVowel" : "million.joint");
    }
}
