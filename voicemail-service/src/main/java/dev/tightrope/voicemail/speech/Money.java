package dev.tightrope.voicemail.speech;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Amounts of money, whichever side the currency is written on: € 2.5 m, 40 000 kr, 3 MSEK, $1.50. */
final class Money {
    private static final String CURRENCY = "currency.";
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
        String range = "(?:(?<from>" + number + ")\\s?(?:[-–—]|→|->|" + language.word("to") + ")\\s?)?";
        Money money = new Money(language);
        return Stream.of(
                Rule.of(
                        "(?<![\\p{L}\\p{N}])" + currency + "\\s?" + range + "(?<number>" + number + ")" + scale
                                + Rule.END,
                        money::said),
                Rule.of(
                        Rule.START + "(?<from>(?!))?(?<number>" + number + ")" + scale + "[ \u00a0]?" + currency
                                + Rule.END,
                        money::said));
    }

    private static String scales(SpeechLanguage language) {
        return Stream.of("million", "billion", "thousand")
                .map(scale -> language.word("scale." + scale))
                .collect(Collectors.joining("|"));
    }

    private @Nullable String said(Found found) {
        List<String> currency = language.forms(CURRENCY + found.group("currency"));
        return language.parse(found.group("number"))
                .map(number -> from(found) + amount(number, found.group("scale"), currency))
                .orElse(null);
    }

    private String from(Found found) {
        return language.parse(found.has("from") ? found.group("from") : "0")
                .filter(number -> found.has("from"))
                .map(number -> language.numbers().count(number) + " " + language.word("to") + " ")
                .orElse("");
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
        if (inSmallCoin && whole.signum() > 0) {
            String coins =
                    language.numbers().count(number.remainder(BigDecimal.ONE).multiply(HUNDRED));
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
        return language.word(vowel ? "million.jointBeforeVowel" : "million.joint")
                .replace('_', ' ');
    }
}
