package dev.tightrope.outreach.mailbox.connection;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** The certificate a server showed, noted before it is judged. */
final class SeenCertificate {
    private volatile @Nullable X509Certificate certificate;

    Optional<X509Certificate> get() {
        return Optional.ofNullable(certificate);
    }

    X509ExtendedTrustManager before(X509ExtendedTrustManager judge) {
        return new X509ExtendedTrustManager() {
            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                    throws CertificateException {
                certificate = chain[0];
                judge.checkServerTrusted(chain, type, socket);
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                    throws CertificateException {
                certificate = chain[0];
                judge.checkServerTrusted(chain, type, engine);
            }

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
                certificate = chain[0];
                judge.checkServerTrusted(chain, type);
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                    throws CertificateException {
                judge.checkClientTrusted(chain, type, socket);
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                    throws CertificateException {
                judge.checkClientTrusted(chain, type, engine);
            }

            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
                judge.checkClientTrusted(chain, type);
            }

            @Override
            public X509Certificate[] getAcceptedIssuers() {
                return judge.getAcceptedIssuers();
            }
        };
    }
}
