package dev.tightrope.outreach.delivery;

import jakarta.mail.AuthenticationFailedException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import javax.net.ssl.SSLException;

/** Says why a conversation with the mail server was lost, so that an operator knows what to do. */
final class SmtpFault {
    private SmtpFault() {}

    static String inWords(Exception failure) {
        Throwable root = failure;
        StringBuilder all = new StringBuilder();
        boolean encryption = false;
        boolean expired = false;
        for (Throwable cause = failure; cause != null; cause = SmtpServer.next(cause)) {
            if (cause instanceof AuthenticationFailedException) {
                return "the mail server did not accept user and password: " + SmtpServer.oneLine(cause.getMessage());
            }
            encryption |= cause instanceof CertificateException || cause instanceof SSLException;
            expired |= cause instanceof CertificateExpiredException;
            all.append(cause.getMessage()).append('\n');
            root = cause;
        }
        String said = SmtpServer.oneLine(failure.getMessage());
        String last = SmtpServer.oneLine(root.getMessage());
        if (encryption) {
            return untrusted(all.toString(), expired) + "; nothing was sent (" + last + ")";
        }
        return root == failure ? said : said + " (" + last + ")";
    }

    private static String untrusted(String said, boolean expired) {
        if (expired) {
            return "the mail server's certificate has expired";
        }
        if (said.contains("No subject alternative") || said.contains("No name matching")) {
            return "the mail server's certificate is for another name";
        }
        if (said.contains("PKIX") || said.contains("certification path")) {
            return "nobody we trust vouches for the mail server's certificate (a private authority is added by"
                    + " tightrope.mail.smtp.trusted-authorities)";
        }
        return "encryption towards the mail server failed";
    }
}
