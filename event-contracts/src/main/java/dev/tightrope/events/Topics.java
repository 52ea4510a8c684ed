package dev.tightrope.events;

import java.util.List;

/** Kafka topics: one per publishing service. */
public final class Topics {
    public static final String OUTREACH = "tightrope.outreach";
    public static final String VOICEMAIL = "tightrope.voicemail";
    public static final String SCHEDULER = "tightrope.scheduler";

    /** Every topic there is. */
    public static final List<String> ALL = List.of(OUTREACH, VOICEMAIL, SCHEDULER);

    private Topics() {}
}
