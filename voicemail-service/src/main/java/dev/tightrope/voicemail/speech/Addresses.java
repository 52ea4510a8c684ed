package dev.tightrope.voicemail.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** E-mail addresses and links: their signs are named, and nobody says "https". One with other signs stays as written. */
final class Addresses {
    private static final String HOST = "[\\p{L}0-9-]++(?:\\.[\\p{L}0-9-]++)++";
    private static final String PATH = "(?:/[\\p{L}0-9._/-]*[\\p{L}0-9])?";
    private static final String MAIL = "[\\p{L}0-9._-]++@" + HOST + Rule.END;
    private static final String LINK = "(?:https?://(?:www\\.)?|www\\.)(?<link>" + HOST + PATH + ")/?" + Rule.END;
    private static final String SITE =
            "(?:[\\p{L}0-9-]++\\.(?=[\\p{L}]))++(?:com|org|net|eu|io|se|no|dk|fi|de|at|ch|fr|es|be|nl|it|pt|uk|example)"
                    + PATH + "/?" + Rule.END;
    private static final Pattern PART = Pattern.compile("\\p{L}+|[0-9]|[@.\\-_/]");

    private Addresses() {}

    static Stream<Rule> rules(SpeechLanguage language) {
        return Stream.of(
                Rule.of(MAIL, found -> said(found.matcher().group(), language)),
                Rule.of(LINK, found -> said(found.group("link"), language)),
                Rule.of(SITE, found -> said(found.matcher().group(), language)));
    }

    private static String said(String address, SpeechLanguage language) {
        List<String> words = new ArrayList<>();
        Matcher part = PART.matcher(address);
        while (part.find()) {
            String sign = part.group();
            words.add(
                    switch (sign) {
                        case "@" -> language.word("at");
                        case "." -> language.word("dot");
                        case "-" -> language.word("dash");
                        case "_" -> language.word("underscore");
                        case "/" -> language.word("slash");
                        default ->
                            sign.matches("[0-9]")
                                    ? language.numbers().count(Character.getNumericValue(sign.charAt(0)))
                                    : sign;
                    });
        }
        return String.join(" ", words);
    }
}
