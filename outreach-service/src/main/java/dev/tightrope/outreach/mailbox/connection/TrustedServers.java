package dev.tightrope.outreach.mailbox.connection;

import dev.tightrope.outreach.mailbox.MailboxesSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose certificates are believed: the authorities Java knows, and those the operator added. */
@ApplicationScoped
public class TrustedServers {
    private final X509ExtendedTrustManager trust;

    @Inject
    TrustedServers(MailboxesSettings settings) {
        this(settings.trustedAuthorities());
    }

    /** Java's authorities and those of a PEM file. */
    public TrustedServers(Optional<Path> authorities) {
        X509ExtendedTrustManager known = managerOf(null);
        this.trust = authorities.isEmpty() ? known : managerOf(withAdded(known, authorities.get()));
    }

    /** For connections to servers that are believed. */
    public SSLContext context() {
        return contextOf(trust);
    }

    /** Who judges certificates. */
    X509TrustManager manager() {
        return trust;
    }

    /** The same, noting what certificate was shown, believed or not. */
    SSLContext context(SeenCertificate seen) {
        return contextOf(seen.before(trust));
    }

    private static SSLContext contextOf(TrustManager manager) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is not available", e);
        }
    }

    private static KeyStore withAdded(X509ExtendedTrustManager known, Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (X509Certificate certificate : known.getAcceptedIssuers()) {
                store.setCertificateEntry("java-" + number++, certificate);
            }
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("added-" + number++, certificate);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the file of trusted authorities is not a readable PEM file: " + file, e);
        }
    }

    private static X509ExtendedTrustManager managerOf(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager manager : factory.getTrustManagers()) {
                if (manager instanceof X509ExtendedTrustManager found) {
                    return found;
                }
            }
            throw new IllegalStateException("Java has no trust manager for certificates");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java's own certificate authorities cannot be read", e);
        }
    }
}
