package dev.tightrope.api.onetap;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The configured keys: the first signs, all of them verify. No message of this class shows a key. */
final class OneTapKeys {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    /** HS256 asks for a key as long as its hash at least (RFC 7518, 3.2). */
    private static final int BYTES = 32;

    private final Map<String, SecretKey> byId = new LinkedHashMap<>();

    OneTapKeys(List<String> configured) {
        for (int i = 0; i < configured.size(); i++) {
            add(configured.get(i).strip(), "Entry " + (i + 1) + " of tightrope.one-tap.keys ");
        }
    }

    private void add(String entry, String where) {
        int colon = entry.indexOf(':');
        if (colon < 0 || !ID.matcher(entry.substring(0, colon)).matches()) {
            throw new IllegalArgumentException(
                    where + "must be id:base64 with an id of letters, digits, dots, hyphens or underscores");
        }
        String id = entry.substring(0, colon);
        byte[] key = decode(entry.substring(colon + 1).strip(), where);
        if (key.length < BYTES) {
            throw new IllegalArgumentException(
                    where + "has " + key.length + " bytes; make one of 32 with: openssl rand -base64 32");
        }
        if (byId.put(id, new SecretKeySpec(key, "HmacSHA256")) != null) {
            throw new IllegalArgumentException(where + "has the id " + id + " of another one");
        }
    }

    private static byte[] decode(String base64, String where) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + "is not base64 behind its id");
        }
    }

    /** Id of the key that signs. */
    Optional<String> currentId() {
        return byId.keySet().stream().findFirst();
    }

    Optional<SecretKey> byId(@Nullable String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
