package dev.tightrope.outreach.inbound.analysis.mime;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads address lists leniently: one character after another, because a grammar gives up on a list for one bad entry. Groups
 * are opened, comments become names where there is no other, names are decoded and freed of controls. What stands inside
 * an encoded word (RFC 2047) is text, whatever the character.
 */
final class Addresses {
    /** More recipients than anybody writes by hand. */
    private static final int MOST = 500;

    private static final int LONGEST_SURNAME = 60;

    /** An address has 254 characters at most (RFC 5321), with a route in front of it some more. */
    private static final int LONGEST_IN_BRACKETS = 1_000;

    private final String text;
    private final List<Entry> entries = new ArrayList<>();
    private final StringBuilder phrase = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private @Nullable String address;
    private @Nullable String before;
    private int loose;
    private boolean quoted;

    /**
     * Somebody with an address.
     *
     * @param before the words in front of the comma in front of the name, if they are no entry of their own
     */
    private record Entry(
            @Nullable String name, String address, @Nullable String before) {}

    private Addresses(String text) {
        this.text = text;
    }

    static List<Party> parse(String value) {
        Addresses addresses = new Addresses(value.length() > 100_000 ? value.substring(0, 100_000) : value);
        addresses.read();
        return addresses.parties();
    }

    private List<Party> parties() {
        boolean each = entries.stream().allMatch(entry -> entry.before() != null);
        return entries.stream()
                .map(entry -> new Party(
                        each || isSurname(entry) ? joined(entry.before(), entry.name()) : entry.name(),
                        entry.address()))
                .toList();
    }

    private static @Nullable String joined(@Nullable String before, @Nullable String name) {
        return before == null ? name : before + ", " + name;
    }

    /** {@code Holm, Karl <karl.holm@…>} among others: the address says it too, or one word stands on either side. */
    private static boolean isSurname(Entry entry) {
        String words = entry.before();
        if (words == null || entry.name() == null) {
            return false;
        }
        boolean oneEach =
                words.indexOf(' ') < 0 && entry.name().indexOf(' ') < 0 && !Character.isLowerCase(words.codePointAt(0));
        String surname = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
        return oneEach
                || (surname.length() >= 3
                        && entry.address().lastIndexOf(surname, entry.address().indexOf('@')) >= 0);
    }

    private void read() {
        for (int i = 0; i < text.length() && entries.size() < MOST; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> i = quoted(i + 1);
                case '(' -> i = comment(i + 1);
                case '<' -> i = angle(i + 1);
                case ',' -> end(true);
                case ';' -> end(false);
                case ':' -> colon();
                case '=' -> i = word(i);
                case '>' -> {
                    // Left over from doubled brackets.
                }
                default -> phrase.append(c);
            }
        }
        end(false);
    }

    private int word(int from) {
        int end = Math.max(EncodedWords.end(text, from), from + 1);
        phrase.append(text, from, end);
        return end - 1;
    }

    /** A colon ends a group's name; in {@code mailto:a@b} and the like it ends a scheme, which is no name either. */
    private void colon() {
        phrase.setLength(0);
        loose = 0;
        before = null;
    }

    private int quoted(int from) {
        quoted = true;
        int i = from;
        for (; i < text.length() && text.charAt(i) != '"'; i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                i++;
            }
            phrase.append(text.charAt(i));
        }
        return i;
    }

    private int comment(int from) {
        int depth = 1;
        int i = from;
        for (; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            comment.append(c);
        }
        return i;
    }

    /** A bracket that is never closed ends with its entry, so that it swallows no others. */
    private int angle(int from) {
        int close = near('>', from);
        int comma = near(',', from);
        boolean closed = close >= 0
                && (comma < 0 || close < comma || text.substring(from, close).indexOf('@') < comma - from);
        int end = closed ? close : comma < 0 ? Math.min(text.length(), from + LONGEST_IN_BRACKETS) : comma;
        String inside = text.substring(from, end).replace("<", "").strip();
        int route = inside.startsWith("@") ? inside.indexOf(':') : -1;
        if (inside.indexOf('@') < 0) {
            // Not an address: part of the name, as in "Mia <Sales> <mia@…>".
            phrase.append(inside.isEmpty() ? "" : "<" + inside + ">");
        } else if (address == null) {
            address = inside.substring(route + 1);
        }
        return closed ? end : end - 1;
    }

    /** Bounded, or thousands of brackets that are never closed would each be followed to the end. */
    private int near(char wanted, int from) {
        int most = Math.min(text.length(), from + LONGEST_IN_BRACKETS);
        for (int i = from; i < most; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private void end(boolean comma) {
        String words = EncodedWords.decode(phrase.toString());
        String name = words;
        boolean named = address != null && !words.isEmpty();
        if (address == null) {
            int at = words.indexOf('@');
            if (at > 0) {
                address = words.contains(" ") ? wordWith(words, at) : words;
                name = EncodedWords.decode(comment.length() > 0 ? comment.toString() : words.replace(address, ""));
            }
        } else if (name.isEmpty()) {
            name = EncodedWords.decode(comment.toString());
        }
        boolean entry = false;
        if (address != null && address.indexOf('@') > 0) {
            entries.add(new Entry(clean(name), address(address), named && !quoted ? before : null));
            entry = true;
        }
        loose = comma && !entry && !words.isEmpty() ? loose + 1 : 0;
        before = loose == 1 && !quoted && mayBeSurname(words) ? words : null;
        phrase.setLength(0);
        comment.setLength(0);
        address = null;
        quoted = false;
    }

    private static boolean mayBeSurname(String words) {
        return !words.isEmpty()
                && words.length() <= LONGEST_SURNAME
                && words.codePoints().allMatch(c -> Character.isLetter(c) || " -'’.".indexOf(c) >= 0)
                && words.split(" +").length <= 3;
    }

    private static String wordWith(String words, int at) {
        int start = words.lastIndexOf(' ', at) + 1;
        int end = words.indexOf(' ', at);
        return words.substring(start, end < 0 ? words.length() : end);
    }

    /** {@code 'Jane'} in single quotes is how Outlook writes a name that is an address. */
    private static @Nullable String clean(String name) {
        String clean = Texts.oneLine(name);
        if (clean.length() > 1 && clean.startsWith("'") && clean.endsWith("'")) {
            clean = clean.substring(1, clean.length() - 1).strip();
        }
        return clean.isEmpty() ? null : clean;
    }

    private static String address(String address) {
        String bare = Texts.oneLine(address).replace(" ", "").toLowerCase(Locale.ROOT);
        return bare.startsWith("mailto:") ? bare.substring("mailto:".length()) : bare;
    }
}
