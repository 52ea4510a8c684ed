package dev.tightrope.outreach.inbound.reading;

import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.mailbox.MailAccounts;
import dev.tightrope.outreach.mailbox.connection.MailConnections;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Every mailbox there is to read: the configured one and those of accounts. One thread changes them, any may look. */
final class KnownMailboxes {
    private final Optional<VisitedMailbox> configured;
    private final MailAccounts accounts;
    private final MailConnections connections;
    private final Duration tellAfter;
    private final Function<ReadableMailbox, VisitedMailbox> visited;
    private final Map<UUID, Account> ofAccounts = new ConcurrentHashMap<>();

    private record Account(long version, VisitedMailbox mailbox) {}

    KnownMailboxes(
            Optional<ConfiguredMailbox> configured,
            MailAccounts accounts,
            MailConnections connections,
            Duration tellAfter,
            Function<ReadableMailbox, VisitedMailbox> visited) {
        this.configured = configured.map(visited);
        this.accounts = accounts;
        this.connections = connections;
        this.tellAfter = tellAfter;
        this.visited = visited;
    }

    /**
     * What looking for accounts found.
     *
     * @param more whether there are new ones
     * @param gone what is no longer read, or in another way now
     */
    record Changes(boolean more, List<VisitedMailbox> gone) {}

    /** Looks for accounts that are new, were changed or are gone. */
    Changes look() {
        Map<UUID, MailAccount> current = new HashMap<>();
        accounts.read().forEach(account -> current.put(account.id(), account));
        List<VisitedMailbox> gone = new ArrayList<>();
        ofAccounts.forEach((id, known) -> {
            MailAccount now = current.get(id);
            if (now == null || now.version() != known.version()) {
                ofAccounts.remove(id);
                gone.add(known.mailbox());
            }
        });
        boolean more = false;
        for (MailAccount account : current.values()) {
            if (!ofAccounts.containsKey(account.id())) {
                ReadableMailbox mailbox = new AccountMailbox(account, connections, accounts, tellAfter);
                ofAccounts.put(account.id(), new Account(account.version(), visited.apply(mailbox)));
                more = true;
            }
        }
        return new Changes(more, gone);
    }

    Optional<VisitedMailbox> configured() {
        return configured;
    }

    Collection<VisitedMailbox> ofAccounts() {
        return ofAccounts.values().stream().map(Account::mailbox).toList();
    }

    List<VisitedMailbox> all() {
        List<VisitedMailbox> all = new ArrayList<>(ofAccounts());
        configured.ifPresent(mailbox -> all.add(0, mailbox));
        return all;
    }

    /** Those this replica reads. */
    List<VisitedMailbox> held() {
        return all().stream().filter(VisitedMailbox::isHeld).toList();
    }
}
