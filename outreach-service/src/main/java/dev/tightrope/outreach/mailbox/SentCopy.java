package dev.tightrope.outreach.mailbox;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who files a copy of the mail that is sent through an account. */
public enum SentCopy {
    /** We do, in its Sent folder. */
    APPEND,
    /** Its provider does, in the moment the mail is accepted. */
    BY_PROVIDER;

    private static final Set<String> PROVIDERS =
            Set.of("smtp.gmail.com", "smtp.googlemail.com", "smtp.office365.com", "smtp-mail.outlook.com");

    /** What is usual for a server. */
    static SentCopy usualFor(@Nullable ServerAddress smtp) {
        return smtp != null && PROVIDERS.contains(smtp.host().toLowerCase(Locale.ROOT)) ? BY_PROVIDER : APPEND;
    }
}
