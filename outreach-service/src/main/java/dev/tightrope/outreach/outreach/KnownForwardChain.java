package dev.tightrope.outreach.outreach;

import dev.tightrope.events.ForwardHop;
import java.util.List;

/** The way our mails took, as far as it is known, for whoever tells of a response. Implemented where it is read. */
public interface KnownForwardChain {

    /** Its newest steps, in the order of the way, at most as many as an event carries. */
    List<ForwardHop> of(OutreachView outreach);
}
