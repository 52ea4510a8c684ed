package dev.tightrope.benchmarks.timers;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;

/**
 * The packaged scheduler-service in this process, with its own pool, transactions and migrations. Nothing of it runs by
 * itself: its use case is called by hand, as its loop would call it.
 */
final class SchedulerInProcess implements AutoCloseable {
    private final Application application;
    private final Object raise;
    private final Method runOnce;

    private SchedulerInProcess(Application application, Object raise, Method runOnce) {
        this.application = application;
        this.raise = raise;
        this.runOnce = runOnce;
    }

    static SchedulerInProcess start(EmbeddedPostgresServer postgres, String database, int batch) {
        Map.of(
                        "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
                        "quarkus.datasource.username", postgres.user(),
                        "quarkus.datasource.password", postgres.password(),
                        "quarkus.http.host-enabled", "false",
                        "quarkus.log.level", "WARN",
                        "tightrope.timers.enabled", "false",
                        "tightrope.timers.batch", Integer.toString(batch),
                        "tightrope.reminders.enabled", "false",
                        "tightrope.messaging.relay.enabled", "false",
                        "tightrope.messaging.inbox.enabled", "false")
                .forEach(System::setProperty);
        try {
            Application application = Class.forName("io.quarkus.runner.ApplicationImpl")
                    .asSubclass(Application.class)
                    .getDeclaredConstructor()
                    .newInstance();
            application.start(new String[0]);
            // Package-private there, and to stay so.
            Class<?> useCase = Class.forName("dev.tightrope.scheduler.timer.RaiseDueFollowUps");
            Method runOnce = useCase.getDeclaredMethod("runOnce");
            runOnce.setAccessible(true);
            return new SchedulerInProcess(
                    application, Arc.container().select(useCase).get(), runOnce);
        } catch (Exception e) {
            throw new IllegalStateException("scheduler-service did not start: is its package on the class path?", e);
        }
    }

    /** Raises one batch; answers how long there is nothing more to raise. */
    Duration raiseBatch() {
        try {
            return (Duration) runOnce.invoke(raise);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalStateException("Raising a batch failed", e);
        }
    }

    @Override
    public void close() {
        application.stop();
    }
}
