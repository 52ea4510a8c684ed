package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Visibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ReadOutreaches implements Outreaches {
    private final OutreachStore store;

    ReadOutreaches(OutreachStore store) {
        this.store = store;
    }

    @Override
    public OutreachView find(UUID id, Visibility who) {
        return store.find(id, who).view();
    }

    @Override
    public Optional<OutreachView> byId(UUID id) {
        return store.byId(id).map(OutreachRow::view);
    }

    @Override
    public List<FormerOwner> formerOwners(UUID id) {
        return store.formerOwners(id);
    }

    @Override
    public OutreachView lockAndGet(UUID id) {
        return store.lock(id).view();
    }

    @Override
    public void lockAll(Collection<UUID> outreaches) {
        store.lockAll(outreaches);
    }
}
