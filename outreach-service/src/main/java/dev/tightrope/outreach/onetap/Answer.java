package dev.tightrope.outreach.onetap;

/** A page and the status it is answered with. */
record Answer(int status, String html) {}
