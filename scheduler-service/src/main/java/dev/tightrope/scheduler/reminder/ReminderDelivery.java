package dev.tightrope.scheduler.reminder;

/** When somebody gets the reminders a timer raises. Notices of what happens are always sent at once. */
public enum ReminderDelivery {
    /** Each as soon as it is due. */
    IMMEDIATE,
    /** All together, once a working day. */
    DIGEST
}
