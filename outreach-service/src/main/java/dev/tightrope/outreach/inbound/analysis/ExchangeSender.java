package dev.tightrope.outreach.inbound.analysis;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address Exchange writes its own messages from: {@code MicrosoftExchange} and the number every organization has, without
 * dashes. Its name beside it is that of a mail program, in the reader's language or not at all.
 */
public final class ExchangeSender {
    private static final Pattern ADDRESS = Pattern.compile("(?i)microsoftexchange[0-9a-f]{32}@.{1,255}");

    private ExchangeSender() {}

    /** Whether an address is one. */
    public static boolean is(@Nullable String address) {
        return address != null && ADDRESS.matcher(address).matches();
    }
}
