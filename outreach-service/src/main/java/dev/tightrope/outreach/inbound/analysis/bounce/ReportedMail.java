package dev.tightrope.outreach.inbound.analysis.bounce;

import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import dev.tightrope.outreach.inbound.analysis.mime.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A message looked at as a report.
 *
 * @param message the whole
 * @param notice its words, apart from the returned copy
 * @param returned header of the mail it returns; without fields if it returns none
 * @param returnsPart whether the returned mail is a part of its own
 */
record ReportedMail(Part message, Notice notice, Fields returned, boolean returnsPart) {
    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final Set<String> RETURNED_TYPES = Set.of(
            "message/rfc822",
            "text/rfc822-headers",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers",
            "text/rfc822");

    static ReportedMail of(Part message, String text) {
        Notice notice = Notice.of(text);
        Optional<Part> part = returnedPart(message);
        Fields returned = part.map(ReportedMail::header).orElseGet(() -> Fields.parse(headerIn(notice.returned())));
        return new ReportedMail(message, notice, returned, part.isPresent());
    }

    /** The mail a report returns, as a part of its own. */
    static Optional<Part> returnedPart(Part message) {
        return message.walkOwn()
                .skip(1)
                .filter(part -> RETURNED_TYPES.contains(part.type()))
                .findFirst();
    }

    static Fields header(Part part) {
        return part.children().isEmpty()
                ? Fields.parse(part.text())
                : part.children().get(0).fields();
    }

    /** The header is looked for behind the line that announces it. */
    private static String headerIn(String returned) {
        String bounded = returned.length() > 20_000 ? returned.substring(0, 20_000) : returned;
        return bounded.replaceAll("(?m)^(?:> ?)+", "");
    }

    /** The words without line ends, which fall where they like. */
    String flatWords() {
        return WHITE.matcher(notice.words()).replaceAll(" ");
    }

    /** Gateways wrap a report into one of their own: the inner one is as good. */
    List<StatusFields> statusFields() {
        List<StatusFields> fields = new ArrayList<>();
        boolean report = message.type().equals("multipart/report") || Signs.isDaemon(message.fields());
        (report ? message.walk() : message.walkOwn())
                .filter(part -> part.type().equals("message/delivery-status")
                        || part.type().equals("message/global-delivery-status"))
                .findFirst()
                .ifPresent(part -> fields.addAll(StatusFields.parse(part.text())));
        return fields;
    }

    /** Addresses of whoever sent our mail, which reports name as well. */
    Set<String> senders() {
        Set<String> senders = new HashSet<>();
        for (List<Party> parties : List.of(
                message.fields().parties("To"),
                message.fields().parties("From"),
                message.fields().parties("Delivered-To"),
                message.fields().parties("Envelope-To"),
                returned.parties("From"),
                returned.parties("Return-Path"),
                returned.parties("Sender"))) {
            for (Party party : parties) {
                if (party.address() != null) {
                    senders.add(party.address());
                }
            }
        }
        return senders;
    }
}
