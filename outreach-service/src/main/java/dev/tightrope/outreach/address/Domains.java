package dev.tightrope.outreach.address;

import com.google.common.net.InternetDomainName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Web and mail domains in one form: lower case, ASCII (IDNA), without {@code www.} and what surrounds them in a URL. */
public final class Domains {
    private static final int LONGEST = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern TOP_LABEL = Pattern.compile("xn--[a-z0-9-]{1,59}|[a-z]{2,63}");

    private static final Set<String> MAIL_PROVIDERS = mailProviders();

    private Domains() {}

    /** The normalised domain of what somebody typed or pasted, a URL perhaps; empty if it is no domain. */
    public static Optional<String> normalise(String typed) {
        String host = typed.strip().replaceFirst("^(?i:https?://)", "").replaceFirst("[/?#].*$", "");
        // "www.example.com" is the same company as "example.com", but "www.com" is a domain of its own.
        return normaliseExactly(host.replaceFirst(":\\d+$", ""))
                .map(domain -> domain.startsWith("www.") && domain.indexOf('.', 4) > 0 ? domain.substring(4) : domain);
    }

    /** The normalised form of a bare host name, {@code www.} included; empty if it is none. */
    static Optional<String> normaliseExactly(String host) {
        try {
            String ascii = IDN.toASCII(host.replaceFirst("\\.$", ""), IDN.USE_STD3_ASCII_RULES);
            return Optional.of(ascii.toLowerCase(Locale.ROOT)).filter(Domains::isDomain);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isDomain(String ascii) {
        if (ascii.length() > LONGEST || ascii.indexOf('.') < 0) {
            return false;
        }
        String[] labels = ascii.split("\\.", -1);
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return TOP_LABEL.matcher(labels[labels.length - 1]).matches();
    }

    /**
     * The organisational domain (RFC 7489, section 3.2), the one that was registered: {@code mail.acme.co.uk} belongs to
     * {@code acme.co.uk}. What is itself a public suffix, what no rule is known for, and what is no domain, as a mail may
     * say, counts by its last two labels.
     */
    public static String organisational(String domain) {
        List<String> parents = withParents(domain);
        if (parents.isEmpty()) {
            return domain;
        }
        if (!InternetDomainName.isValid(parents.get(0))) {
            return parents.get(parents.size() - 1);
        }
        InternetDomainName name = InternetDomainName.from(parents.get(0));
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : parents.get(parents.size() - 1);
    }

    /** The organisational domains of several, each once. */
    public static List<String> organisational(Collection<String> domains) {
        return domains.stream().map(Domains::organisational).distinct().sorted().toList();
    }

    /** Whether a normalised domain is nobody's own: anybody registers below it, or gets a mailbox in it. */
    public static boolean isShared(String domain) {
        return MAIL_PROVIDERS.contains(organisational(domain))
                || (InternetDomainName.isValid(domain)
                        && InternetDomainName.from(domain).isPublicSuffix());
    }

    private static Set<String> mailProviders() {
        try (InputStream list = Domains.class.getResourceAsStream("/mail-providers.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The domain and those above it that still have two labels: {@code a.b.com}, {@code b.com}. */
    public static List<String> withParents(String domain) {
        String rest = normalise(domain).orElse(domain.toLowerCase(Locale.ROOT));
        List<String> all = new ArrayList<>();
        while (rest.indexOf('.') > 0) {
            all.add(rest);
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return all;
    }
}
