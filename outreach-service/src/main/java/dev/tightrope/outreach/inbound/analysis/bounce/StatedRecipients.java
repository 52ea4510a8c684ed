package dev.tightrope.outreach.inbound.analysis.bounce;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recipients of a machine-readable report. */
final class StatedRecipients {
    private StatedRecipients() {}

    static List<Recipient> of(List<StatusFields> fields, ReportedMail mail) {
        if (fields.isEmpty()) {
            return List.of();
        }
        Map<String, Recipient> byAddress = new LinkedHashMap<>();
        List<String> told = new ArrayList<>(ToldRecipients.addresses(mail));
        for (StatusFields of : fields) {
            String address = of.address() == null && !told.isEmpty() ? told.remove(0) : of.address();
            if (address != null) {
                byAddress.putIfAbsent(address, recipient(address, of, mail));
            }
        }
        return List.copyOf(byAddress.values());
    }

    private static Recipient recipient(String address, StatusFields of, ReportedMail mail) {
        SmtpCodes said = of.diagnostic() == null ? SmtpCodes.NONE : SmtpCodes.find(of.diagnostic());
        if (said.reply() == null && said.status() == null) {
            said = SmtpCodes.find(ToldRecipients.about(address, mail.notice().words()));
        }
        SmtpCodes codes = new SmtpCodes(said.reply(), precise(of.status(), said));
        return new Recipient(
                address,
                of.action(),
                codes.status(),
                codes.reply(),
                of.diagnostic(),
                Judgement.permanence(
                        of.action(),
                        codes,
                        of.diagnostic() == null ? mail.notice().words() : of.diagnostic()));
    }

    /** The Status field, unless the server that refused says it more exactly: the field may be the reporter's guess, or say no more than its class. */
    private static @Nullable String precise(@Nullable String field, SmtpCodes said) {
        if (field == null || said.status() == null) {
            return field == null ? said.status() : field;
        }
        boolean sameClass = said.status().charAt(0) == field.charAt(0);
        return sameClass && (said.complete() || field.endsWith(".0.0")) ? said.status() : field;
    }
}
