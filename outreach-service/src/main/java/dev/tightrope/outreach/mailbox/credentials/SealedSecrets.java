package dev.tightrope.outreach.mailbox.credentials;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tightrope.api.ConfiguredKeys;
import dev.tightrope.outreach.mailbox.MailboxesSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets for one account and opens them again: AES-256-GCM with a random nonce of 96 bits and the account's id as
 * associated data, so that what belongs to one account opens for no other.
 */
@ApplicationScoped
public class SealedSecrets {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ConfiguredKeys keys;
    private final SecureRandom random = new SecureRandom();

    @Inject
    SealedSecrets(MailboxesSettings settings) {
        this(settings.keys().orElse(List.of()));
    }

    /** With keys as they are configured. */
    public SealedSecrets(List<String> configured) {
        this.keys = ConfiguredKeys.forAes("tightrope.mailboxes.keys", configured);
    }

    /** Id of the key new secrets are sealed with; without one no account can be kept. */
    public Optional<String> currentKey() {
        return keys.currentId();
    }

    /** Seals secrets with the current key. */
    public Sealed seal(UUID account, Secrets secrets) {
        String id = keys.currentId().orElseThrow(() -> new IllegalStateException("No key is configured"));
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, keys.byId(id).orElseThrow(), nonce, account)
                    .doFinal(secrets.bytes());
            return new Sealed(
                    id,
                    ByteBuffer.allocate(nonce.length + encrypted.length)
                            .put(nonce)
                            .put(encrypted)
                            .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secrets could not be sealed", e);
        }
    }

    /**
     * Opens them.
     *
     * @throws CannotOpenException if their key is not configured any more, or they were altered or moved
     */
    public Secrets open(UUID account, Sealed sealed) {
        SecretKey key = keys.byId(sealed.keyId())
                .orElseThrow(() -> new CannotOpenException("its secrets are sealed with the key " + sealed.keyId()
                        + ", which is not among tightrope.mailboxes.keys"));
        if (sealed.bytes().length < NONCE_BYTES + TAG_BITS / 8) {
            throw new CannotOpenException("its sealed secrets were cut off");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(sealed.bytes()).get(nonce);
        byte[] encrypted = new byte[buffer.remaining()];
        buffer.get(encrypted);
        try {
            return Secrets.of(cipher(Cipher.DECRYPT_MODE, key, nonce, account).doFinal(encrypted));
        } catch (AEADBadTagException e) {
            throw new CannotOpenException("its sealed secrets were altered, belong to another account, or the key "
                    + sealed.keyId() + " is another one than it was");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The secrets could not be opened", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID account) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(US_ASCII));
        return cipher;
    }

    /** Secrets that cannot be opened; the message completes "The account cannot be used: ". */
    public static final class CannotOpenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CannotOpenException(String message) {
            super(message);
        }
    }
}
