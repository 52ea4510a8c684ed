package dev.tightrope.scheduler.background;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Starts every loop the features have, and stops them before the database goes away. */
@ApplicationScoped
public class BackgroundWork {
    private final List<BackgroundLoop> loops;

    BackgroundWork(@All List<BackgroundLoop> loops) {
        this.loops = loops;
    }

    /** All loops, started or not. */
    public List<BackgroundLoop> loops() {
        return loops;
    }

    void started(@Observes StartupEvent event) {
        loops.stream().filter(BackgroundLoop::startsWithTheService).forEach(BackgroundLoop::start);
    }

    void stopping(@Observes ShutdownEvent event) {
        loops.forEach(BackgroundLoop::stop);
    }
}
