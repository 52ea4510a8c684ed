package dev.tightrope.outreach.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hands exactly the rendered bytes to the transport: nothing may be composed anew between approval and dot. */
final class RenderedMessage extends MimeMessage {
    private final byte[] rendered;

    RenderedMessage(Session session, byte[] rendered) throws MessagingException {
        super(session, new ByteArrayInputStream(rendered));
        this.rendered = rendered.clone();
        if (!endsWithLineEnd()) {
            throw new IllegalArgumentException("a rendered mail ends with CRLF");
        }
    }

    /** Leaves the last line end to {@link FencedTransport#finishData()}. */
    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(rendered, 0, rendered.length - 2);
    }

    private boolean endsWithLineEnd() {
        int length = rendered.length;
        return length >= 2 && rendered[length - 2] == '\r' && rendered[length - 1] == '\n';
    }
}
