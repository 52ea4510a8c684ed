package dev.tightrope.voicemail.speech;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names stay as they are written: nobody calls 3M "three M" by what a machine wrote, nor Booking.com by its dot. */
final class Names {
    private static final Pattern UP_TO_A_FIGURE = Pattern.compile("^.*\\d\\S*");
    private static final Pattern HAS_LETTER = Pattern.compile("\\p{L}");

    private Names() {}

    static Stream<Rule> rules(Collection<String> names) {
        String any = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .flatMap(Names::waysToWrite)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return any.isEmpty()
                ? Stream.of()
                : Stream.of(new Rule(
                        Pattern.compile(
                                "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE),
                        found -> found.matcher().group()));
    }

    /** "Saab 2000 AB" is written "Saab 2000" as well; but not every 3 means "3 AB". */
    private static Stream<String> waysToWrite(String name) {
        Matcher matcher = UP_TO_A_FIGURE.matcher(name);
        return matcher.find() && HAS_LETTER.matcher(matcher.group()).find()
                ? Stream.of(name, matcher.group())
                : Stream.of(name);
    }
}
