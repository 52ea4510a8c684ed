package dev.tightrope.outreach.inbound.analysis.bounce;

import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Permanence;
import org.jspecify.annotations.Nullable;

/** How long a failure lasts: the action is asked first, then the status, then the reply, then words. */
final class Judgement {
    private Judgement() {}

    static Permanence permanence(@Nullable String action, SmtpCodes codes, String words) {
        if (action != null) {
            switch (action) {
                case "delayed" -> {
                    return Permanence.TEMPORARY;
                }
                case "delivered", "relayed", "expanded" -> {
                    return Permanence.DELIVERED;
                }
                default -> {
                    // "failed" says nothing about how long: a server may have given up on a fault that passes.
                }
            }
        }
        char digit = firstDigit(codes);
        if (digit != ' ') {
            return digit == '4' ? Permanence.TEMPORARY : digit == '2' ? Permanence.DELIVERED : Permanence.PERMANENT;
        }
        String flat = words.replaceAll("\\s+", " ");
        if (FailureWords.STILL_TRYING.matcher(flat).find()) {
            return Permanence.TEMPORARY;
        }
        return !FailureWords.FOR_GOOD.matcher(flat).find()
                        && FailureWords.MAY_PASS.matcher(flat).find()
                ? Permanence.TEMPORARY
                : Permanence.PERMANENT;
    }

    private static char firstDigit(SmtpCodes codes) {
        String code = codes.status() != null ? codes.status() : codes.reply();
        return code == null ? ' ' : code.charAt(0);
    }
}
