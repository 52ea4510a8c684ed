package dev.tightrope.outreach.address;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** E-mail addresses in one form, with limits of RFC 5321. */
public final class EmailAddresses {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    private EmailAddresses() {}

    /**
     * The normalised address: its domain in lower case and ASCII, its local part as written, because only the receiving
     * host may say whether case matters there. Empty if it is no address we could deliver to.
     */
    public static Optional<String> normalise(String typed) {
        String address = typed.strip();
        int at = address.lastIndexOf('@');
        // Quoted local parts and comments are legal and never real; they hide injected headers.
        if (at < 1 || at > LONGEST_LOCAL_PART || !address.chars().allMatch(c -> c > ' ' && c != 127 && c != '"')) {
            return Optional.empty();
        }
        String local = address.substring(0, at);
        String domainPart = address.substring(at + 1);
        if (domainPart.indexOf('/') >= 0
                || domainPart.indexOf(':') >= 0
                || !local.chars().allMatch(c -> c < 127)) {
            return Optional.empty();
        }
        return Domains.normaliseExactly(domainPart)
                .map(domain -> local + "@" + domain)
                .filter(whole -> whole.length() <= LONGEST && isMailbox(whole));
    }

    private static boolean isMailbox(String address) {
        try {
            new InternetAddress(address, true).validate();
            return true;
        } catch (AddressException e) {
            return false;
        }
    }

    /** The domain of a normalised address. */
    public static String domainOf(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** The address in lower case, without its subaddress, the part behind a plus sign (RFC 5233). */
    public static String withoutSubaddress(String address) {
        return address.toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*(?=@)", "");
    }

    /** Whether mail to two addresses comes to one mailbox: case and subaddresses ignored. No address is nobody's. */
    public static boolean isSameMailbox(@Nullable String one, @Nullable String other) {
        return one != null && other != null && withoutSubaddress(one).equals(withoutSubaddress(other));
    }
}
