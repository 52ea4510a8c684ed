package dev.tightrope.outreach.mailbox.connection;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a connection test found.
 *
 * @param working whether everything that is configured works
 * @param imap what the IMAP server said; absent if none is configured
 * @param smtp what the SMTP server said; absent if none is configured
 * @param sentFolder its Sent folder; absent if no mail is read, or nobody's own mail is sent
 */
@Schema(name = "MailConnectionReport")
public record ConnectionReport(
        boolean working,
        @Nullable Findings imap,
        @Nullable Findings smtp,
        @Nullable SentFolderFindings sentFolder) {

    /**
     * How far one protocol came.
     *
     * @param reachable whether a server answered
     * @param certificate what the server showed; absent without TLS
     * @param trusted whether the certificate is believed; absent without TLS
     * @param signedIn whether it accepted us
     * @param folders folders found; empty for SMTP
     * @param problem what went wrong, in words; absent if nothing did
     * @param remedy what to do about it
     */
    @Schema(name = "MailConnectionFindings")
    public record Findings(
            boolean reachable,
            @Nullable ShownCertificate certificate,
            @Nullable Boolean trusted,
            boolean signedIn,
            List<String> folders,
            @Nullable String problem,
            @Nullable String remedy) {}

    /**
     * The folder copies of what is sent are filed and looked for in.
     *
     * @param name its name
     * @param exists whether there is one; one with a usual name is made for the first copy
     * @param problem why no copy can be filed or found, in words; absent if nothing is wrong
     * @param remedy what to do about it
     */
    @Schema(name = "SentFolderFindings")
    public record SentFolderFindings(
            @Nullable String name,
            boolean exists,
            @Nullable String problem,
            @Nullable String remedy) {}

    /**
     * A server's certificate.
     *
     * @param subject whose
     * @param issuer who says so
     * @param until until when
     */
    @Schema(name = "MailServerCertificate")
    public record ShownCertificate(String subject, String issuer, Instant until) {}
}
