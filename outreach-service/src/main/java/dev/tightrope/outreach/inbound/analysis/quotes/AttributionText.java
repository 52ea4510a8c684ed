package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes name, address and date out of an attribution. */
final class AttributionText {
    private static final String QUOTES = "\"„“”«»「」";

    private final Lexicon lexicon;

    AttributionText(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    Head head(String attribution) {
        String text = Separators.words(attribution);
        Addresses.Found address = Addresses.first(text);
        String before = address == null ? text : text.substring(0, address.begin());
        String name = name(before, address == null);
        Party from =
                name == null && address == null ? null : new Party(name, address == null ? null : address.address());
        return new Head(from, List.of(), List.of(), List.of(), null, date(text, address, name));
    }

    /** The last words in front of the address that can be a name; without an address, in front of the verb. */
    private @Nullable String name(String text, boolean verbFollows) {
        String quoted = quotedAtEnd(text);
        if (quoted != null) {
            return PartyList.name(quoted);
        }
        List<String> tokens = new ArrayList<>(List.of(text.replace("mailto:", " ")
                .replace("、", ", ")
                .replace("，", ", ")
                .split(" +")));
        if (verbFollows) {
            while (!tokens.isEmpty() && isVerb(tokens.get(tokens.size() - 1))) {
                tokens.remove(tokens.size() - 1);
            }
        }
        int begin = tokens.size();
        while (begin > 0 && mayBeOfName(tokens.get(begin - 1))) {
            begin--;
        }
        while (begin < tokens.size() && isVerb(tokens.get(begin))) {
            begin++;
        }
        String name = PartyList.name(String.join(" ", tokens.subList(begin, tokens.size())));
        return name != null && name.contains("@") ? null : name;
    }

    private static @Nullable String quotedAtEnd(String text) {
        int end = text.length();
        while (end > 0 && " <([".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end == 0 || QUOTES.indexOf(text.charAt(end - 1)) < 0) {
            return null;
        }
        for (int i = end - 2; i >= 0; i--) {
            if (QUOTES.indexOf(text.charAt(i)) >= 0) {
                return text.substring(i + 1, end - 1);
            }
        }
        return null;
    }

    private boolean isVerb(String token) {
        String bare = token.replace(",", "").replace(":", "");
        return lexicon.standsBesideName(bare)
                || (!bare.isEmpty()
                        && Character.isLowerCase(bare.codePointAt(0))
                        && bare.chars().allMatch(Character::isLetter));
    }

    /** Not part of the date, nor the word that ended it. */
    private boolean mayBeOfName(String token) {
        return !token.endsWith(",")
                && token.chars().noneMatch(Character::isDigit)
                && !token.equals("AM")
                && !token.equals("PM")
                && !token.equals("Uhr")
                && !lexicon.standsBesideName(token);
    }

    /** From the first to the last number that is neither of the address nor of the name. */
    private static @Nullable String date(String text, Addresses.@Nullable Found address, @Nullable String name) {
        String rest = text;
        if (address != null) {
            String front = text.substring(0, address.begin());
            String behind = text.substring(address.end());
            rest = DateText.holdsDate(front) ? front : DateText.holdsDate(behind) ? behind : "";
        }
        if (name != null && rest.contains(name)) {
            String front = rest.substring(0, rest.indexOf(name));
            rest = DateText.holdsDate(front) ? front : rest.substring(rest.indexOf(name) + name.length());
        }
        if (!DateText.holdsDate(rest)) {
            return null;
        }
        return trimmed(rest);
    }

    private static String trimmed(String text) {
        String[] tokens = text.strip().split(" +");
        int first = 0;
        while (first < tokens.length && hasNoDigit(tokens[first])) {
            first++;
        }
        int last = tokens.length - 1;
        while (last > first && hasNoDigit(tokens[last]) && !isHalfOfDay(tokens[last])) {
            last--;
        }
        // A weekday or a month in front of the first number belongs to it.
        int begin = first;
        while (begin > 0 && first - begin < 2 && isCapitalised(tokens[begin - 1]) && begin > 1) {
            begin--;
        }
        String date = String.join(" ", List.of(tokens).subList(begin, last + 1));
        return date.endsWith(",") ? date.substring(0, date.length() - 1) : date;
    }

    private static boolean isHalfOfDay(String token) {
        String bare = token.replace(",", "").replace(".", "").toLowerCase(java.util.Locale.ROOT);
        return bare.equals("am") || bare.equals("pm");
    }

    private static boolean isCapitalised(String token) {
        return Character.isUpperCase(token.codePointAt(0));
    }

    private static boolean hasNoDigit(String token) {
        return token.chars().noneMatch(Character::isDigit);
    }
}
