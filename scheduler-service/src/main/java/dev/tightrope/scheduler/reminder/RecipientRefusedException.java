package dev.tightrope.scheduler.reminder;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** The mail server will never take this mail for this address: to try again would only tell it so again. */
class RecipientRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    // What RFC 5321 and RFC 4954 let a server say of the conversation instead of the recipient: our login or our
    // settings
    // are at fault, and mending them delivers every mail.
    private static final Set<Integer> ABOUT_THE_CONVERSATION = Set.of(500, 502, 503, 521, 530, 534, 535, 538);

    private final String address;

    private RecipientRefusedException(String address, String answer, Throwable cause) {
        super(answer, cause);
        this.address = address;
    }

    /** An address that cannot even be written into a mail. */
    static RecipientRefusedException unusable(String address, AddressException cause) {
        return new RecipientRefusedException(address, "is no e-mail address: " + cause.getMessage(), cause);
    }

    /** The refusal in what the library threw, if the server refused the recipient or the mail for good. */
    static Optional<RecipientRefusedException> in(MessagingException thrown, String address) {
        for (@Nullable Exception each = thrown; each instanceof MessagingException failure; each = next(failure)) {
            if (forGood(failure)) {
                String answer = String.valueOf(failure.getMessage()).strip();
                return Optional.of(new RecipientRefusedException(address, answer, thrown));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Exception next(MessagingException failure) {
        return failure.getNextException();
    }

    private static boolean forGood(MessagingException failure) {
        if (failure instanceof SMTPAddressFailedException refused) {
            return forGood(refused.getReturnCode());
        }
        // To MAIL FROM the server speaks of the sender: that is ours to mend, not the recipient's.
        return failure instanceof SMTPSendFailedException refused
                && (".".equals(refused.getCommand()) || "DATA".equals(refused.getCommand()))
                && forGood(refused.getReturnCode());
    }

    private static boolean forGood(int code) {
        return code >= 500 && code <= 599 && !ABOUT_THE_CONVERSATION.contains(code);
    }

    String address() {
        return address;
    }
}
