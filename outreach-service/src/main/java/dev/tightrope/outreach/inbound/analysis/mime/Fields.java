package dev.tightrope.outreach.inbound.analysis.mime;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header fields of a message or a part. */
public final class Fields {
    static final Fields NONE = new Fields(List.of());

    private final List<Field> fields;

    Fields(List<Field> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Reads header fields written in plain text, as returned and reported messages have them. */
    public static Fields parse(String text) {
        List<Field> fields = new ArrayList<>();
        for (String line : Texts.unfold(text).split("\n", Limits.DEFAULT.fields() + 1)) {
            int colon = line.indexOf(':');
            if (colon > 0 && colon < 80 && line.charAt(0) != ' ') {
                fields.add(new Field(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        Texts.oneLine(line.substring(colon + 1))));
            }
        }
        return new Fields(fields);
    }

    /** First value of a field, on one line, not decoded. */
    public @Nullable String first(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Field field : fields) {
            if (field.name().equals(wanted)) {
                return field.value();
            }
        }
        return null;
    }

    /** Every value of a field. */
    public List<String> all(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().equals(wanted))
                .map(Field::value)
                .toList();
    }

    /** Whether there is such a field. */
    public boolean has(String name) {
        return first(name) != null;
    }

    /** First value of a field as a person reads it (RFC 2047). */
    public @Nullable String decoded(String name) {
        String value = first(name);
        return value == null ? null : EncodedWords.decode(value);
    }

    /** Everybody named in a field. */
    public List<Party> parties(String name) {
        List<Party> parties = new ArrayList<>();
        all(name).forEach(value -> parties.addAll(Addresses.parse(value)));
        return parties;
    }

    /** Names of the fields, in lower case. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }
}
