package dev.tightrope.scheduler.calendar;

import java.time.LocalDate;

/** A day nobody works, and why. */
public record DayOff(LocalDate day, String reason) {}
