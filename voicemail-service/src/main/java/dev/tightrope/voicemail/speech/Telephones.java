package dev.tightrope.voicemail.speech;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Telephone numbers: digit by digit in the groups people are used to, or in pairs where these are numbers. */
final class Telephones {
    private static final String GAP = "[ \u00a0()/-]";

    private Telephones() {}

    static Stream<Rule> rules(SpeechLanguage language) {
        return Stream.of(Rule.of(
                "(?:(?:\\+\\d|\\(?0)(?:" + GAP + "{0,2}\\d){6,14}|" + language.word("phone.national") + ")(?! ?[%€$£])"
                        + Rule.END,
                found -> written(found.matcher().group(), language)));
    }

    private static String written(String number, SpeechLanguage language) {
        String digits = number.replaceAll("[^+0-9]", "");
        return digits.startsWith("+") ? said(digits, language) : inGroups(number, language);
    }

    /** Words for an E.164 number, such as "plus four six, seven zero, one two three". */
    static String said(String e164, SpeechLanguage language) {
        return inGroups(grouped(e164), language);
    }

    private static String inGroups(String number, SpeechLanguage language) {
        List<String> groups = new ArrayList<>();
        for (String group : number.split("[^+0-9]+")) {
            if (!group.isEmpty()) {
                groups.add(group(group, language));
            }
        }
        return String.join(", ", groups);
    }

    private static String group(String group, SpeechLanguage language) {
        String plus = group.startsWith("+") ? language.word("plus") + " " : "";
        String digits = group.replace("+", "");
        boolean pair = digits.length() == 2 && !digits.startsWith("0") && language.is("pairs");
        return plus
                + (pair
                        ? language.numbers().count(Long.parseLong(digits))
                        : digits.chars()
                                .mapToObj(digit -> language.numbers().count(digit - '0'))
                                .collect(Collectors.joining(" ")));
    }

    private static String grouped(String e164) {
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(e164, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            // Not a number the library can group: all its digits in one go are still right.
            return e164;
        }
    }
}
