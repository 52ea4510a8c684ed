package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.analysis.quotes.PartyList.Commas;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what each field of a header block is. What no lexicon knows follows from the values: a date is a date; of those
 * with addresses the sender comes before the recipients and these before the copies, in every program; the subject is the
 * one with neither, and often stands in the header of the message around it as well.
 */
final class Roles {
    private final @Nullable String subject;
    private final boolean prefixed;

    /** @param subject of the message around */
    Roles(SubjectPrefixes subject) {
        this.subject = subject.rest().isBlank() ? null : Lexicon.normal(subject.rest());
        this.prefixed = !subject.known().isEmpty();
    }

    /** Whether a field is the subject of the message around, which has a prefix in front of it, of whatever language. */
    boolean isPassedOn(Field field) {
        String value = Lexicon.normal(field.value());
        return subject != null
                && !value.isEmpty()
                && (prefixed ? value.equals(subject) : subject.endsWith(": " + value));
    }

    /** Whether a field repeats the subject of the message around. */
    boolean hasSubject(List<Field> fields) {
        return fields.stream().anyMatch(this::isSubject);
    }

    Head head(HeaderBlock block) {
        List<Field> fields = assigned(block);
        List<Party> others = new ArrayList<>();
        for (Field field : fields) {
            if (field.role() == Role.REPLY_TO || field.role() == Role.BCC || field.role() == null) {
                if (field.hasAddress()) {
                    others.addAll(PartyList.parse(field.value()));
                }
            }
            if (field.role() != Role.SUBJECT && field.role() != Role.DATE && field.role() != Role.OTHER) {
                others.addAll(PartyList.alsoNamed(field.value()));
            }
        }
        String from = value(fields, Role.FROM);
        String subjectField = value(fields, Role.SUBJECT);
        Party sender = from == null ? null : PartyList.first(from);
        Commas commas = commas(sender, fields);
        return new Head(
                sender,
                parties(fields, Role.TO, commas),
                parties(fields, Role.CC, commas),
                others,
                subjectField,
                value(fields, Role.DATE));
    }

    private List<Field> assigned(HeaderBlock block) {
        List<Field> fields = new ArrayList<>(block.fields());
        boolean senderFirst = isTextThenDate(fields);
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).role() == null && fields.get(i).hasDate() && missing(fields, Role.DATE)) {
                fields.set(i, fields.get(i).as(Role.DATE));
            } else if (fields.get(i).role() == null && isSubject(fields.get(i)) && missing(fields, Role.SUBJECT)) {
                fields.set(i, fields.get(i).as(Role.SUBJECT));
            }
        }
        if (senderFirst && fields.get(0).role() == null && missing(fields, Role.FROM)) {
            fields.set(0, fields.get(0).as(Role.FROM));
        }
        assignInOrder(fields, true);
        assignLastText(fields);
        // Where the lexicon knows the labels, it knows those of people: other text names nobody.
        if (block.known() <= 1) {
            assignInOrder(fields, false);
        }
        return fields;
    }

    /** Outlook prints names without addresses, and the date behind the sender: a text, a date, and at the end the subject. */
    private boolean isTextThenDate(List<Field> fields) {
        return fields.size() >= 3
                && !fields.get(0).hasAddress()
                && !fields.get(0).hasDate()
                && !isSubject(fields.get(0))
                && fields.get(1).hasDate()
                && !fields.get(fields.size() - 1).hasAddress();
    }

    private static void assignInOrder(List<Field> fields, boolean addresses) {
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            if (field.role() == null
                    && field.hasAddress() == addresses
                    && !field.value().isEmpty()) {
                Role next = missing(fields, Role.FROM)
                        ? Role.FROM
                        : missing(fields, Role.TO) ? Role.TO : missing(fields, Role.CC) ? Role.CC : null;
                // What stands behind a field is not in front of it: no recipients behind the copies.
                if (next != null && !(next == Role.TO && saysWhereAnswersGo(fields, i))) {
                    fields.set(i, field.as(next));
                }
            }
        }
    }

    /** The sender's own address again, and somebody else's in a field behind it. */
    private static boolean saysWhereAnswersGo(List<Field> fields, int at) {
        String from = value(fields, Role.FROM);
        Addresses.Found sender = from == null ? null : Addresses.first(from);
        Addresses.Found named = Addresses.first(fields.get(at).value());
        return sender != null
                && named != null
                && sender.address().equals(named.address())
                && Addresses.next(fields.get(at).value(), named.end()) == null
                && fields.subList(at + 1, fields.size()).stream()
                        .anyMatch(field -> field.role() == null && field.hasAddress());
    }

    private static void assignLastText(List<Field> fields) {
        for (int i = fields.size() - 1; i >= 0 && missing(fields, Role.SUBJECT); i--) {
            Field field = fields.get(i);
            if (field.role() == null && !field.hasAddress() && !field.hasDate()) {
                fields.set(i, field.as(Role.SUBJECT));
            }
        }
    }

    private boolean isSubject(Field field) {
        if (subject == null || field.value().length() > 1000) {
            return false;
        }
        String value = Lexicon.normal(field.value());
        return value.equals(subject)
                || (subject.length() >= 6
                        && (value.endsWith(subject) || subject.endsWith(value) && value.length() >= 6));
    }

    private static boolean missing(List<Field> fields, Role role) {
        return fields.stream().noneMatch(field -> field.role() == role);
    }

    private static List<Party> parties(List<Field> fields, Role role, Commas commas) {
        String value = value(fields, role);
        return value == null ? List.of() : PartyList.parse(value, commas);
    }

    /** Outlook parts people with semicolons. It alone prints the date between the sender and the recipients. */
    private static Commas commas(@Nullable Party sender, List<Field> fields) {
        if (sender != null && sender.name() != null && sender.name().contains(", ")) {
            return Commas.OF_NAMES;
        }
        List<Role> order = fields.stream()
                .map(Field::role)
                .filter(role -> role == Role.FROM || role == Role.DATE || role == Role.TO || role == Role.SUBJECT)
                .toList();
        return order.equals(List.of(Role.FROM, Role.DATE, Role.TO, Role.SUBJECT))
                ? Commas.OF_ONE_NAME
                : Commas.PART_PEOPLE;
    }

    private static @Nullable String value(List<Field> fields, Role role) {
        return fields.stream()
                .filter(field -> field.role() == role && !field.value().isEmpty())
                .map(Field::value)
                .findFirst()
                .orElse(null);
    }
}
