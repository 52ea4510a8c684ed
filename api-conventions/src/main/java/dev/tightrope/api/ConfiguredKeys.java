package dev.tightrope.api;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Keys as they are configured, {@code id:base64} each: the first seals or signs, all of them open or verify, so that one can
 * follow another without a pause. No message of this class shows a key.
 */
public final class ConfiguredKeys {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int BYTES = 32;

    private final String property;
    private final String algorithm;
    private final IntPredicate length;
    private final Map<String, SecretKey> byId = new LinkedHashMap<>();

    private ConfiguredKeys(String property, List<String> configured, String algorithm, IntPredicate length) {
        this.property = property;
        this.algorithm = algorithm;
        this.length = length;
        for (int i = 0; i < configured.size(); i++) {
            add(configured.get(i).strip(), i + 1);
        }
    }

    /** Keys for AES-256. */
    public static ConfiguredKeys forAes(String property, List<String> configured) {
        return new ConfiguredKeys(property, configured, "AES", bytes -> bytes == BYTES);
    }

    /** Keys for HMAC with SHA-256, as long as its hash at least (RFC 7518, 3.2). */
    public static ConfiguredKeys forHmac(String property, List<String> configured) {
        return new ConfiguredKeys(property, configured, "HmacSHA256", bytes -> bytes >= BYTES);
    }

    private void add(String entry, int number) {
        String where = "Entry " + number + " of " + property + " ";
        int colon = entry.indexOf(':');
        if (colon < 0 || !ID.matcher(entry.substring(0, colon)).matches()) {
            throw new IllegalArgumentException(
                    where + "must be id:base64 with an id of letters, digits, dots, hyphens or underscores");
        }
        String id = entry.substring(0, colon);
        byte[] key = decode(entry.substring(colon + 1).strip(), where);
        if (!length.test(key.length)) {
            throw new IllegalArgumentException(
                    where + "has " + key.length + " bytes; make one of 32 with: openssl rand -base64 32");
        }
        if (byId.put(id, new SecretKeySpec(key, algorithm)) != null) {
            throw new IllegalArgumentException(where + "has the id " + id + " of another one");
        }
    }

    private static byte[] decode(String base64, String where) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Without the cause: it would quote what it read.
            throw new IllegalArgumentException(where + "is not base64 behind its id");
        }
    }

    /** Id of the key that seals or signs; none if none is configured. */
    public Optional<String> currentId() {
        return byId.keySet().stream().findFirst();
    }

    /** The key with an id. */
    public Optional<SecretKey> byId(@Nullable String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
