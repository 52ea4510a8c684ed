package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the value of a From, To or Cc field as mail programs print it: hardly ever as RFC 5322 has it. */
final class PartyList {
    private static final int MAX_PARTIES = 500;
    private static final int MAX_NAME = 200;

    private static final Pattern HIERARCHICAL = Pattern.compile(
            "\\s*[^/@<>\\s](?:[^/@<>]{0,80}[^/@<>\\s])?(?:/[^/@<>\\s]{1,40}){1,5}(?:@[^@.<>\\s]{1,40})?\\s*");

    private static final String OPENING_QUOTES = "\"„“«「";
    private static final String CLOSING_QUOTES = "\"”“»」„";

    private PartyList() {}

    /** What a comma between names without addresses means; semicolons settle it: beside them it is a name's. */
    enum Commas {
        PART_PEOPLE,
        /** As Outlook prints people: with one comma alone they are surname and first name. */
        OF_ONE_NAME,
        /** The sender beside is written surname first. */
        OF_NAMES
    }

    static List<Party> parse(String value) {
        return parse(value, Commas.PART_PEOPLE);
    }

    static List<Party> parse(String value, Commas commas) {
        List<Party> parties = new ArrayList<>();
        for (String piece : pieces(value, commas)) {
            Party party = party(piece);
            if (party != null && parties.size() < MAX_PARTIES) {
                parties.add(party);
            }
        }
        return parties;
    }

    /** The first of a field that names one alone: a comma in it is a name's. */
    static @Nullable Party first(String value) {
        return party(value);
    }

    /** The addresses a value holds beside the first of each party: "on behalf of …". */
    static List<Party> alsoNamed(String value) {
        Set<String> addresses = new LinkedHashSet<>();
        int from = 0;
        for (Addresses.Found found = Addresses.next(value, from);
                found != null && addresses.size() < MAX_PARTIES;
                found = Addresses.next(value, from)) {
            addresses.add(found.address());
            from = found.end();
        }
        parse(value).forEach(party -> addresses.remove(party.address()));
        return addresses.stream().map(address -> new Party(null, address)).toList();
    }

    private static @Nullable Party party(String piece) {
        Addresses.Found found = Addresses.first(piece);
        if (found == null) {
            String name = name(commonName(piece));
            return name == null ? null : new Party(name, null);
        }
        String name = name(piece.substring(0, found.begin()));
        if (name == null) {
            name = nameBehind(piece.substring(found.end()));
        }
        return new Party(name != null && name.equalsIgnoreCase(found.address()) ? null : name, found.address());
    }

    /** Of a name in a Notes directory, {@code Jane Doe/Sales/Acme@ACME}, what people call her; else the text itself. */
    private static String commonName(String text) {
        return HIERARCHICAL.matcher(text).matches() ? text.substring(0, text.indexOf('/')) : text;
    }

    /** {@code jane@example.com (Jane Doe)}. */
    private static @Nullable String nameBehind(String rest) {
        String stripped = rest.strip();
        return stripped.startsWith("(") && stripped.endsWith(")") && stripped.indexOf('@') < 0
                ? name(stripped.substring(1, stripped.length() - 1))
                : null;
    }

    /** A display name without quotes, brackets and what else stands between it and the address. */
    static @Nullable String name(String text) {
        String name = text.strip();
        if (name.length() > 2 * MAX_NAME) {
            return null;
        }
        while (true) {
            String before = name;
            if (name.endsWith("mailto:")) {
                name = name.substring(0, name.length() - 7);
            }
            name = trim(name);
            if (name.equals(before)) {
                break;
            }
        }
        return name.isEmpty() || name.length() > MAX_NAME || !hasLetter(name) || name.indexOf('@') >= 0 ? null : name;
    }

    private static String trim(String text) {
        int begin = 0;
        int end = text.length();
        while (begin < end && (" <([,;:*".indexOf(text.charAt(begin)) >= 0 || isOpening(text.charAt(begin)))) {
            begin++;
        }
        while (end > begin && (" <([,;:*".indexOf(text.charAt(end - 1)) >= 0 || isClosing(text.charAt(end - 1)))) {
            end--;
        }
        String trimmed = text.substring(begin, end).strip();
        boolean apostrophes = trimmed.length() > 1 && trimmed.startsWith("'") && trimmed.endsWith("'");
        return apostrophes ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
    }

    private static boolean isOpening(char c) {
        return OPENING_QUOTES.indexOf(c) >= 0;
    }

    private static boolean isClosing(char c) {
        return CLOSING_QUOTES.indexOf(c) >= 0;
    }

    private static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static List<String> pieces(String value, Commas commas) {
        List<String> pieces = split(value, ';');
        if (pieces.size() == 1 && pieces.get(0).length() == value.length()) {
            return peopleOf(value, commas);
        }
        List<String> people = new ArrayList<>();
        for (String piece : pieces) {
            Addresses.Found found = Addresses.first(piece);
            boolean several = found != null && Addresses.next(piece, found.end()) != null;
            people.addAll(several ? joinedNames(split(piece, ',')) : List.of(piece));
        }
        return people;
    }

    private static List<String> peopleOf(String value, Commas commas) {
        List<String> pieces = split(value, ',');
        if (Addresses.first(value) != null || !pieces.stream().allMatch(PartyList::mayBeOfName)) {
            return joinedNames(pieces);
        }
        boolean names = commas == Commas.OF_NAMES || (commas == Commas.OF_ONE_NAME && pieces.size() == 2);
        List<String> people = new ArrayList<>();
        for (int i = 0; i + 1 < pieces.size(); i += 2) {
            names &= isOneWord(pieces.get(i)) || isOneWord(pieces.get(i + 1));
            people.add(pieces.get(i) + ", " + pieces.get(i + 1).strip());
        }
        return names && pieces.size() % 2 == 0 ? people : pieces;
    }

    /** Neither of a Notes directory nor in a script that puts no comma into names. */
    private static boolean mayBeOfName(String piece) {
        return piece.indexOf('/') < 0
                && piece.codePoints().noneMatch(Character::isIdeographic)
                && piece.indexOf('"') < 0;
    }

    /** {@code Doe, Jane <jane@example.com>}: the surname lost its quotes. */
    private static List<String> joinedNames(List<String> pieces) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            String next = i + 1 < pieces.size() ? pieces.get(i + 1) : "";
            if (isOneWord(piece) && piece.indexOf('@') < 0 && startsWithName(next)) {
                joined.add(piece + ", " + next.strip());
                i++;
            } else {
                joined.add(piece);
            }
        }
        return joined;
    }

    private static boolean isOneWord(String piece) {
        String stripped = piece.strip();
        return !stripped.isEmpty() && stripped.indexOf(' ') < 0;
    }

    private static boolean startsWithName(String piece) {
        Addresses.Found found = Addresses.first(piece);
        return found != null && name(piece.substring(0, found.begin())) != null;
    }

    /** At a delimiter outside of quotes and brackets; those that are not closed soon count for nothing. */
    private static List<String> split(String value, char delimiter) {
        List<String> pieces = new ArrayList<>();
        int begin = 0;
        boolean blank = true;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            int close = c == '"' ? soon(value, '"', i + 1) : c == '<' ? soon(value, '>', i + 1) : -1;
            if (c == '\'' && blank) {
                close = closingApostrophe(value, i + 1);
            }
            blank &= c == ' ';
            if (close > 0) {
                i = close;
            } else if (c == delimiter) {
                add(pieces, value.substring(begin, i));
                begin = i + 1;
                blank = true;
            }
        }
        add(pieces, value.substring(begin));
        return pieces;
    }

    private static int soon(String value, char wanted, int from) {
        for (int i = from; i < value.length() && i < from + MAX_NAME; i++) {
            if (value.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int closingApostrophe(String value, int from) {
        int close = soon(value, '\'', from);
        boolean closes = close > 0 && (close + 1 == value.length() || " <,;[(".indexOf(value.charAt(close + 1)) >= 0);
        return closes ? close : -1;
    }

    private static void add(List<String> pieces, String piece) {
        String lower = piece.toLowerCase(Locale.ROOT);
        if (!piece.isBlank() && !lower.contains("undisclosed")) {
            pieces.add(piece);
        }
    }
}
