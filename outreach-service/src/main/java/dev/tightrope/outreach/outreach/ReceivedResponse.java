package dev.tightrope.outreach.outreach;

import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.suggestion.Answer;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A response as it arrived.
 *
 * @param channel how it came
 * @param fromName who, where known
 * @param fromAddress their address, for mail
 * @param fromPhone their number, E.164, for calls
 * @param fromRole their role, where known
 * @param text what they said
 * @param receivedAt when
 * @param inboundMessageId the stored message it was read from
 * @param recordedBy the rep who recorded it, absent for mail
 * @param form what kind of message it is
 */
public record ReceivedResponse(
        ResponseChannel channel,
        @Nullable String fromName,
        @Nullable String fromAddress,
        @Nullable String fromPhone,
        @Nullable String fromRole,
        String text,
        Instant receivedAt,
        @Nullable UUID inboundMessageId,
        @Nullable UUID recordedBy,
        Answer.Form form) {

    /** One that answers, or came another way than by mail. */
    public ReceivedResponse(
            ResponseChannel channel,
            @Nullable String fromName,
            @Nullable String fromAddress,
            @Nullable String fromPhone,
            @Nullable String fromRole,
            String text,
            Instant receivedAt,
            @Nullable UUID inboundMessageId,
            @Nullable UUID recordedBy) {
        this(
                channel,
                fromName,
                fromAddress,
                fromPhone,
                fromRole,
                text,
                receivedAt,
                inboundMessageId,
                recordedBy,
                Answer.Form.REPLY);
    }
}
