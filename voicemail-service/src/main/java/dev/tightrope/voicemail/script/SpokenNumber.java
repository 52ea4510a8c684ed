package dev.tightrope.voicemail.script;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.ArrayList;
import java.util.List;

/** A telephone number as it is read aloud: digit by digit, in the groups people are used to. */
final class SpokenNumber {
    private SpokenNumber() {}

    /** Words for an E.164 number, such as "plus four six, seven zero, one two three". */
    static String of(String e164, ScriptLanguage language) {
        List<String> groups = new ArrayList<>();
        for (String group : grouped(e164).split("[^+0-9]+")) {
            List<String> words = new ArrayList<>();
            for (char c : group.toCharArray()) {
                words.add(c == '+' ? language.plus() : language.digits().get(c - '0'));
            }
            if (!words.isEmpty()) {
                groups.add(String.join(" ", words));
            }
        }
        return String.join(", ", groups);
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
