package dev.tightrope.outreach.mailbox;

import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Seals everything with the current key that is still sealed with an older one, so that the older one can go. */
@ApplicationScoped
class RotateKeys {
    private static final Logger LOG = Logger.getLogger(RotateKeys.class);
    private static final int BATCH = 100;

    private final MailAccounts accounts;
    private final SealedSecrets secrets;

    RotateKeys(MailAccounts accounts, SealedSecrets secrets) {
        this.accounts = accounts;
        this.secrets = secrets;
    }

    /**
     * What a run did.
     *
     * @param resealed accounts sealed with the current key now
     * @param remaining accounts that still need an older key; none: the older ones can be removed
     */
    record Rotation(int resealed, int remaining) {}

    Rotation run() {
        String current = secrets.currentKey().orElse(null);
        if (current == null) {
            return new Rotation(0, 0);
        }
        int resealed = 0;
        int remaining = 0;
        UUID after = null;
        for (List<MailAccount> batch = batch(current, after); !batch.isEmpty(); batch = batch(current, after)) {
            for (MailAccount account : batch) {
                if (reseal(account)) {
                    resealed++;
                } else {
                    remaining++;
                }
                after = account.id();
            }
        }
        return new Rotation(resealed, remaining);
    }

    private List<MailAccount> batch(String current, @Nullable UUID after) {
        return accounts.notSealedWith(current, BATCH, after);
    }

    private boolean reseal(MailAccount account) {
        try {
            return accounts.reseal(account, secrets.seal(account.id(), secrets.open(account.id(), account.sealed())));
        } catch (SealedSecrets.CannotOpenException e) {
            LOG.errorf("The mail account %s cannot be used: %s", account.id(), e.getMessage());
            return false;
        }
    }
}
