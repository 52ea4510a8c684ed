package dev.tightrope.outreach.sentfolder;

import dev.tightrope.outreach.delivery.OutgoingMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The very bytes that were sent, behind a field that says whose copy it is; read already, because its sender wrote it. */
final class MarkedCopy extends MimeMessage {
    /** Field that marks a copy as filed by us. */
    static final String MARK = "X-Tightrope-Copy-Of";

    private final byte[] bytes;

    private MarkedCopy(byte[] bytes) throws MessagingException {
        super(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
        this.bytes = bytes;
        setFlag(Flags.Flag.SEEN, true);
    }

    static MarkedCopy of(OutgoingMail mail) throws MessagingException {
        byte[] mark = (MARK + ": " + mail.deliveryId() + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[mark.length + mail.rendered().length];
        System.arraycopy(mark, 0, bytes, 0, mark.length);
        System.arraycopy(mail.rendered(), 0, bytes, mark.length, mail.rendered().length);
        return new MarkedCopy(bytes);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
    }
}
