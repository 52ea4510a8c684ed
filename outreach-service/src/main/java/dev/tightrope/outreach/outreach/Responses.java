package dev.tightrope.outreach.outreach;

import java.util.Set;
import java.util.UUID;

/** Takes in what people at the prospect say to us, however it came. Implemented beside the REST commands for responses. */
public interface Responses {

    /**
     * Records a response a person gave and moves the outreach by {@code ResponseReceived}: to RESPONDED from every open
     * state after the first voicemail, or reopening it. One that stays closed, because they bought or said no, tells the
     * rep all the same; where the life cycle ignores it, the response is kept. Whoever answered becomes a contact of the prospect unless it was the executive. Must run in a transaction.
     *
     * @return id of the response
     */
    UUID receive(UUID outreachId, ReceivedResponse response);

    /**
     * Every outreach an answer to this one touches: itself, and if it is closed those that hold its company by now, because
     * they are told when it reopens. For whoever locks the outreach before the answer is received: all of them are locked
     * together then. Locks what comes before outreaches.
     */
    Set<UUID> touched(UUID outreachId);
}
