package dev.tightrope.scheduler.timer;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.SuggestionOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;

/** One outreach of the simulated year, as the rules see it: where it stands, and what is to be told of it when. */
final class Life {
    final OutreachRef ref;
    final int rep;
    final Map<String, Expected> expected = new LinkedHashMap<>();
    String state = "READY_TO_CALL";
    String before = "";
    int wait;
    boolean waitRuns;
    int followUpsTold = -1;
    int step;
    boolean stepTold;
    boolean stepEscalated;
    Instant stepFrom = Instant.EPOCH;
    LocalDate stepOn = LocalDate.EPOCH;
    Instant nextCall = Instant.EPOCH;
    Instant callFrom = Instant.EPOCH;
    Instant waitFrom = Instant.EPOCH;
    Period waitLength = Period.ZERO;
    long moves;
    SuggestionOpened suggestion;

    Life(OutreachRef ref, int rep) {
        this.ref = ref;
        this.rep = rep;
    }
}
