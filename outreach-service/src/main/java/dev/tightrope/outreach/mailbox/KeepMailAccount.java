package dev.tightrope.outreach.mailbox;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.mailbox.credentials.SealedSecrets;
import dev.tightrope.outreach.mailbox.credentials.Secrets;
import dev.tightrope.outreach.people.SignedInPerson;
import dev.tightrope.outreach.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records, replaces and removes accounts. */
@ApplicationScoped
class KeepMailAccount {
    private static final String INBOX = "INBOX";

    private final Caller caller;
    private final SignedInPerson signedIn;
    private final MailAccounts accounts;
    private final CheckedAccount checked;
    private final SealedSecrets sealedSecrets;
    private final Ids ids;
    private final Clock clock;

    KeepMailAccount(
            Caller caller,
            SignedInPerson signedIn,
            MailAccounts accounts,
            CheckedAccount checked,
            SealedSecrets sealedSecrets,
            Ids ids,
            Clock clock) {
        this.caller = caller;
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.checked = checked;
        this.sealedSecrets = sealedSecrets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Replaces the caller's own account, or records it. */
    @Transactional
    MailAccount keepOwn(MailAccountRequest request, @Nullable String ifMatch) {
        UUID person = signedIn.profile().id();
        Optional<MailAccount> before = accounts.lockOfPerson(person);
        before.ifPresent(known -> ETags.check(ifMatch, known.version()));
        return write(request, before, person);
    }

    /** Records a shared account. */
    @Transactional
    MailAccount share(MailAccountRequest request) {
        return write(request, Optional.empty(), null);
    }

    /** Replaces a shared account. */
    @Transactional
    MailAccount change(UUID id, MailAccountRequest request, String ifMatch) {
        MailAccount before = accounts.lockShared(id).orElseThrow(() -> Problems.notFound("mail account", id));
        ETags.check(ifMatch, before.version());
        return write(request, Optional.of(before), null);
    }

    /** Forgets the caller's own account with its secrets. */
    @Transactional
    void removeOwn() {
        accounts.lockOfPerson(caller.personId()).ifPresentOrElse(account -> remove(account.id()), () -> {
            throw Problems.notFound("mail account of", caller.personId());
        });
    }

    /** Forgets a shared account with its secrets. */
    @Transactional
    void removeShared(UUID id) {
        remove(accounts.lockShared(id)
                .orElseThrow(() -> Problems.notFound("mail account", id))
                .id());
    }

    private void remove(UUID id) {
        if (!accounts.delete(id)) {
            throw Problems.notFound("mail account", id);
        }
    }

    private MailAccount write(MailAccountRequest request, Optional<MailAccount> before, @Nullable UUID person) {
        CheckedAccount.Addresses addresses = checked.addresses(request);
        if (sealedSecrets.currentKey().isEmpty()) {
            throw Problems.conflict(
                    "not-possible-now",
                    "No key to encrypt secrets with is configured: an operator has to set tightrope.mailboxes.keys"
                            + " first.");
        }
        UUID id = before.map(MailAccount::id).orElseGet(ids::next);
        Secrets secrets = checked.secrets(request, before, before.flatMap(this::known));
        MailAccountRequest.OAuthRequest oauth = request.oauth();
        Instant now = clock.instant();
        return accounts.write(
                new MailAccount(
                        id,
                        person,
                        addresses.own(),
                        CheckedAccount.usernameOf(request),
                        request.imap(),
                        request.folder() == null ? INBOX : request.folder(),
                        request.smtp(),
                        outgoing(request, addresses.sendAs()),
                        request.authentication(),
                        oauth == null
                                ? null
                                : new MailAccount.TokenSource(oauth.tokenEndpoint(), oauth.clientId(), oauth.scope()),
                        AccountStatus.ACTIVE,
                        null,
                        null,
                        sealedSecrets.seal(id, secrets),
                        now,
                        now,
                        1),
                caller.personId());
    }

    private static MailAccount.Outgoing outgoing(MailAccountRequest request, @Nullable String sendAs) {
        return new MailAccount.Outgoing(
                request.sentCopy() == null ? SentCopy.usualFor(request.smtp()) : request.sentCopy(),
                request.sentFolder(),
                Boolean.TRUE.equals(request.subAddressing()),
                sendAs);
    }

    /** Secrets nobody can open any more count as none: they have to be given again. */
    private Optional<Secrets> known(MailAccount account) {
        try {
            return Optional.of(sealedSecrets.open(account.id(), account.sealed()));
        } catch (SealedSecrets.CannotOpenException e) {
            return Optional.empty();
        }
    }
}
