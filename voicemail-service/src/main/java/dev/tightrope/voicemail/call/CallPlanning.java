package dev.tightrope.voicemail.call;

import dev.tightrope.calendar.CallingHours;
import dev.tightrope.calendar.WorkingDays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Hours and plan as they are configured; a wrong configuration is found out at the start. */
@ApplicationScoped
class CallPlanning {
    @Produces
    @Singleton
    static CallingHours hours(CallSettings settings) {
        CallSettings.Hours hours = settings.hours();
        return new CallingHours(hours.from(), hours.to(), hours.edge(), new WorkingDays());
    }

    @Produces
    @Singleton
    static PlanNextAttempt plan(CallSettings settings, CallingHours hours) {
        return new PlanNextAttempt(settings, hours);
    }
}
