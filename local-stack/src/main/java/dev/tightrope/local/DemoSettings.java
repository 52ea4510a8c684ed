package dev.tightrope.local;

import java.util.Map;

/** Configuration that shortens the waits, for whoever cannot look on for three weeks; no code path knows of it. */
public final class DemoSettings {

    private DemoSettings() {}

    /** Waits of seconds instead of weeks. */
    public static Map<String, String> shortWaits() {
        return Map.of(
                "TIGHTROPE_CALL_UNDO_WINDOW",
                "PT3S",
                "TIGHTROPE_WAIT_DEFAULT",
                "PT20S",
                "TIGHTROPE_WAIT_MINIMUM",
                "PT1S",
                // An extended wait ends at a moment, not on the next working morning.
                "TIGHTROPE_CALENDAR_FIXED_END",
                "exact");
    }
}
