package dev.tightrope.outreach.mailbox.credentials;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.outreach.mailbox.credentials.SealedSecrets.CannotOpenException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final String OLD = "2025:" + key('a');
    private static final String NEW = "2026:" + key('b');
    private static final Secrets SECRETS = new Secrets("hunter2-hunter2", "client-secret", "refresh-token");

    private final SealedSecrets sealer = new SealedSecrets(List.of(OLD));

    @Test
    void whatWasSealedOpensForItsAccount() {
        Sealed sealed = sealer.seal(ACCOUNT, SECRETS);
        assertThat(sealed.keyId()).isEqualTo("2025");
        assertThat(sealer.open(ACCOUNT, sealed)).isEqualTo(SECRETS);
        assertThat(new String(sealed.bytes(), ISO_8859_1)).doesNotContain("hunter2", "client-secret", "refresh");
    }

    @Test
    void movedToAnotherAccountItDoesNotOpen() {
        Sealed sealed = sealer.seal(ACCOUNT, SECRETS);
        assertThatThrownBy(() -> sealer.open(UUID.randomUUID(), sealed)).isInstanceOf(CannotOpenException.class);
    }

    @Test
    void alteredInAnyByteOrCutOffItDoesNotOpen() {
        Sealed sealed = sealer.seal(ACCOUNT, SECRETS);
        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] altered = sealed.bytes().clone();
            altered[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(ACCOUNT, new Sealed("2025", altered)))
                    .as("byte %d", i)
                    .isInstanceOf(CannotOpenException.class);
        }
        assertThatThrownBy(() -> sealer.open(ACCOUNT, new Sealed("2025", new byte[5])))
                .isInstanceOf(CannotOpenException.class);
    }

    @Test
    void aNonceIsNeverUsedTwice() {
        Set<String> nonces = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            nonces.add(new String(sealer.seal(ACCOUNT, SECRETS).bytes(), 0, 12, ISO_8859_1));
        }
        assertThat(nonces).hasSize(2000);
    }

    @Test
    void afterARotationOldSecretsOpenAndNewOnesTakeTheNewKey() {
        Sealed old = sealer.seal(ACCOUNT, SECRETS);
        SealedSecrets rotated = new SealedSecrets(List.of(NEW, OLD));
        assertThat(rotated.open(ACCOUNT, old)).isEqualTo(SECRETS);
        assertThat(rotated.seal(ACCOUNT, SECRETS).keyId()).isEqualTo("2026");
    }

    @Test
    void withoutItsKeyItSaysWhichOneIsMissing() {
        Sealed old = sealer.seal(ACCOUNT, SECRETS);
        assertThatThrownBy(() -> new SealedSecrets(List.of(NEW)).open(ACCOUNT, old))
                .isInstanceOf(CannotOpenException.class)
                .hasMessageContaining("2025")
                .hasMessageContaining("tightrope.mailboxes.keys");
        assertThatThrownBy(() -> new SealedSecrets(List.of("2025:" + key('x'))).open(ACCOUNT, old))
                .as("another key of the same name")
                .isInstanceOf(CannotOpenException.class);
    }

    @Test
    void aWrongKeyIsRefusedWithoutBeingShown() {
        String tooShort = Base64.getEncoder().encodeToString("sixteen bytes ok".getBytes(US_ASCII));
        for (List<String> wrong : List.of(
                List.of("k:" + tooShort),
                List.of("k:not base64 " + tooShort),
                List.of(tooShort),
                List.of("bad id:" + tooShort),
                List.of(OLD, OLD))) {
            assertThatThrownBy(() -> new SealedSecrets(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tightrope.mailboxes.keys")
                    .message()
                    .doesNotContain(tooShort, key('a'));
        }
    }

    @Test
    void nothingPrintsASecret() {
        Sealed sealed = sealer.seal(ACCOUNT, SECRETS);
        assertThat(SECRETS + " " + sealed).doesNotContain("hunter2", "client-secret", "refresh-token");
    }

    private static String key(char of) {
        return Base64.getEncoder().encodeToString(String.valueOf(of).repeat(32).getBytes(US_ASCII));
    }
}
