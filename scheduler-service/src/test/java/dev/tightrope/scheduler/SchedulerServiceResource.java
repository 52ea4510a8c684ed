package dev.tightrope.scheduler;

import dev.tightrope.testing.ServiceParts;
import java.util.HashMap;
import java.util.Map;

/**
 * What only scheduler-service needs in tests: a mail server that can be taken down. No timer or reminder runs by
 * itself: each test drives them.
 */
public class SchedulerServiceResource extends ServiceParts {
    /** For its database. */
    public SchedulerServiceResource() {
        super("scheduler");
    }

    @Override
    protected Map<String, String> ofItsOwn() {
        Map<String, String> config = new HashMap<>();
        config.put("tightrope.reminders.smtp.port", Integer.toString(TestMail.port()));
        config.put("tightrope.timers.enabled", "false");
        config.put("tightrope.reminders.enabled", "false");
        config.put("tightrope.reminders.first-pause", "PT0.1S");
        config.put("tightrope.reminders.longest-pause", "PT0.5S");
        config.put("tightrope.front-end.outreach-url", "https://sales.example/outreaches/{id}");
        return config;
    }
}
