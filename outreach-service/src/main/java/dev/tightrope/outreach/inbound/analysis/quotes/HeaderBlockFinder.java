package dev.tightrope.outreach.inbound.analysis.quotes;

import dev.tightrope.outreach.inbound.analysis.quotes.Line.Mark;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds header blocks by their structure: consecutive {@code label: value} lines among whose values are an address and a
 * date. Known labels let shorter blocks count, and tell where a block ends.
 */
final class HeaderBlockFinder {
    private static final int MAX_FIELDS = 14;
    private static final int MAX_LINES = 60;
    private static final int MAX_BLANK = 3;
    private static final int MAX_VALUE = 50_000;

    private final Lexicon lexicon;
    private final Roles roles;

    HeaderBlockFinder(Lexicon lexicon, Roles roles) {
        this.lexicon = lexicon;
        this.roles = roles;
    }

    /**
     * The block that begins at a line, null if there is none.
     *
     * @param announced whether a separator or the HTML says that a message begins here
     */
    @Nullable
    HeaderBlock at(List<Line> lines, int first, boolean announced) {
        List<Field> fields = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        Set<Role> seen = EnumSet.noneOf(Role.class);
        int depth = lines.get(first).depth();
        int end = first;
        int i = first;
        boolean spaced = false;
        while (i < lines.size() && i - first < MAX_LINES && fields.size() < MAX_FIELDS) {
            Line line = lines.get(i);
            if (line.blank() && line.mark() == Mark.NONE) {
                spaced |= fields.size() == 1;
                i = fields.isEmpty() ? -1 : fieldBehindBlanks(lines, i, depth, fields, seen, spaced);
                if (i < 0) {
                    break;
                }
                continue;
            }
            Field field = line.depth() == depth ? field(line, announced) : null;
            if (field != null && !isValueOfEmptyField(fields, field)) {
                if (endsBlock(field, fields, seen)) {
                    break;
                }
                if (field.role() != null && field.role() != Role.OTHER) {
                    seen.add(field.role());
                }
                fields.add(field);
                begins.add(i);
            } else if (line.depth() == depth && !fields.isEmpty() && continues(lines, i, fields, seen)) {
                Field last = fields.get(fields.size() - 1);
                if (last.value().length() < MAX_VALUE) {
                    fields.set(
                            fields.size() - 1,
                            last.withValue((last.value() + " " + line.text().strip()).strip()));
                }
            } else {
                break;
            }
            i++;
            end = i;
        }
        int kept = withoutBody(fields);
        List<Field> block = fields.subList(0, kept);
        // "Note: see below." above the labels everybody knows is the sender's own.
        boolean beginsLater = !announced && known(block) >= 3 && isOfBody(block.get(0));
        return !beginsLater && isBlock(block, announced) && (known(block) >= 2 || !isListOfFigures(lines, first, block))
                ? new HeaderBlock(kept < fields.size() ? begins.get(kept) : end, List.copyOf(block), known(block))
                : null;
    }

    private @Nullable Field field(Line line, boolean announced) {
        Field field = Field.parse(line.text(), lexicon);
        return field == null && announced ? Field.parseBare(line.text(), lexicon) : field;
    }

    private static int known(List<Field> fields) {
        return (int) fields.stream().filter(field -> field.role() != null).count();
    }

    /** How many fields are left when lines of the message's text, which may look like fields too, are cut off. */
    private static int withoutBody(List<Field> fields) {
        int kept = fields.size();
        while (known(fields) >= 2 && kept > 0 && isOfBody(fields.get(kept - 1))) {
            kept--;
        }
        return kept;
    }

    private static boolean isOfBody(Field field) {
        return field.role() == null && !field.hasAddress() && !field.hasDate();
    }

    private boolean isBlock(List<Field> fields, boolean announced) {
        if (fields.size() < 2 || (!announced && isPeriod(fields))) {
            return false;
        }
        boolean address = fields.stream().anyMatch(Field::hasAddress);
        boolean date = fields.stream().anyMatch(Field::hasDate);
        boolean from = has(fields, Role.FROM);
        boolean subject = has(fields, Role.SUBJECT);
        int known = (int) Set.of(Role.FROM, Role.TO, Role.CC, Role.DATE, Role.SUBJECT).stream()
                .filter(role -> has(fields, role))
                .count();
        if (from && known >= 2 && (address || announced || (subject && (date || known >= 4)))) {
            return true;
        }
        long addresses = fields.stream().filter(Field::hasAddress).count();
        boolean ofMail = announced || addresses >= 2 || roles.hasSubject(fields);
        if (known >= 2 && date && address) {
            return from || has(fields, Role.TO) || ofMail;
        }
        if (fields.size() >= 3 && date && address) {
            return ofMail || (fields.size() >= 4 && fields.get(0).hasAddress());
        }
        return announced
                        && (fields.size() >= 3 && (addresses >= 2 || (date && roles.hasSubject(fields)))
                                || fields.size() >= 4 && date)
                || isOfNames(fields);
    }

    /** Outlook inside a company: sender, date, others by their names, and the subject that stands around with a prefix. */
    private boolean isOfNames(List<Field> fields) {
        int last = fields.size() - 1;
        return last >= 3
                && fields.get(1).hasDate()
                && fields.get(0).value().codePoints().noneMatch(Character::isDigit)
                && fields.stream().noneMatch(Field::hasAddress)
                && roles.isPassedOn(fields.get(last));
    }

    /** {@code From: 3 Nov 2026 09:00}, {@code To: 3 Nov 2026 10:00}: a time, not people. */
    private static boolean isPeriod(List<Field> fields) {
        return fields.stream()
                .anyMatch(field -> (field.role() == Role.FROM || field.role() == Role.TO) && field.hasDate());
    }

    /** Whether fields of a block, or fields right above it, are of an order or a bill. */
    private boolean isListOfFigures(List<Line> lines, int first, List<Field> block) {
        if (block.stream().anyMatch(this::isFigure)) {
            return true;
        }
        for (int i = first - 1; i >= 0 && first - i <= MAX_FIELDS; i--) {
            Field above = lines.get(i).depth() == lines.get(first).depth() ? field(lines.get(i), false) : null;
            if (above == null) {
                return false;
            }
            if (isFigure(above)) {
                return true;
            }
        }
        return false;
    }

    /** The number or the amount of an order, which no program prints above a mail. */
    private boolean isFigure(Field field) {
        String value = field.value();
        long digits = value.chars().filter(Character::isDigit).count();
        return field.role() == null
                && digits > 0
                && digits >= value.chars().filter(Character::isLetter).count()
                && isOfBody(field)
                && !roles.hasSubject(List.of(field));
    }

    private static boolean has(List<Field> fields, Role role) {
        return fields.stream()
                .anyMatch(field -> field.role() == role && !field.value().isEmpty());
    }

    /** A label twice, or an unknown one where all that matters has been said: the message's own text. */
    private static boolean endsBlock(Field field, List<Field> fields, Set<Role> seen) {
        if (field.role() != null) {
            return seen.contains(field.role());
        }
        if (field.isOtherwise()) {
            return true;
        }
        boolean complete = seen.contains(Role.SUBJECT) && (seen.contains(Role.FROM) || seen.contains(Role.DATE));
        boolean beginsWithKnown = !fields.isEmpty() && fields.get(0).role() != null;
        return complete && beginsWithKnown && isOfBody(field);
    }

    /** {@code Subject:} alone, with a value on the next line that itself has a colon: {@code Re: Offer}. */
    private static boolean isValueOfEmptyField(List<Field> fields, Field field) {
        return !fields.isEmpty()
                && fields.get(fields.size() - 1).value().isEmpty()
                && fields.get(fields.size() - 1).role() == Role.SUBJECT
                && field.role() == null;
    }

    private boolean continues(List<Line> lines, int i, List<Field> fields, Set<Role> seen) {
        Field last = fields.get(fields.size() - 1);
        String text = lines.get(i).text();
        if (last.value().isEmpty()) {
            return last.role() != null || Addresses.first(text) != null || DateText.isDate(text.strip());
        }
        char end = last.value().charAt(last.value().length() - 1);
        boolean list = last.hasAddress() || last.role() == Role.TO || last.role() == Role.CC;
        if (list && (end == ',' || end == ';' || hasOpenBracket(last.value()) || isMoreAddresses(text))) {
            return true;
        }
        return text.length() <= 200 && fieldFollows(lines, i + 1, seen);
    }

    private static boolean hasOpenBracket(String value) {
        return value.lastIndexOf('<') > value.lastIndexOf('>') || value.lastIndexOf('[') > value.lastIndexOf(']');
    }

    private static boolean isMoreAddresses(String text) {
        Addresses.Found found = Addresses.first(text);
        return found != null
                && (text.startsWith("<") || text.startsWith("mailto:") || text.endsWith(">") || text.endsWith(";"));
    }

    private boolean fieldFollows(List<Line> lines, int i, Set<Role> seen) {
        Field next = i < lines.size() ? Field.parse(lines.get(i).text(), lexicon) : null;
        return next != null && next.role() != null && next.role() != Role.OTHER && !seen.contains(next.role());
    }

    /** Where the block goes on: with a field the lexicon knows, or with the address or date it still lacks. */
    private int fieldBehindBlanks(
            List<Line> lines, int from, int depth, List<Field> fields, Set<Role> seen, boolean spaced) {
        int i = from;
        while (i < lines.size() && i - from <= MAX_BLANK && lines.get(i).blank()) {
            i++;
        }
        if (i >= lines.size() || lines.get(i).depth() != depth) {
            return -1;
        }
        if (fieldFollows(lines, i, seen)) {
            return seen.isEmpty() ? -1 : i;
        }
        Field next = i > from + 1 ? null : Field.parse(lines.get(i).text(), lexicon);
        boolean lacks = next != null
                && ((next.hasAddress() && fields.stream().noneMatch(Field::hasAddress))
                        || (next.hasDate() && fields.stream().noneMatch(Field::hasDate)));
        // Where every field is a paragraph the blank line between them says nothing.
        return lacks || (next != null && spaced && next.role() == null) ? i : -1;
    }
}
