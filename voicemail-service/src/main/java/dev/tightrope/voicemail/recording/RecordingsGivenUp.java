package dev.tightrope.voicemail.recording;

/** CDI event, fired inside the transaction that gives recordings up, so that their bytes are removed right behind it. */
public record RecordingsGivenUp() {}
