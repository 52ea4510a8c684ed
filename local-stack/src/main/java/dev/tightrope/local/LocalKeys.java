package dev.tightrope.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key pair that stands in for an identity provider on this machine; made on the first run, never committed. */
final class LocalKeys {

    private final Path privateFile;
    private final Path publicFile;

    LocalKeys(Path folder) {
        privateFile = folder.resolve("private.pem");
        publicFile = folder.resolve("public.pem");
        try {
            Files.createDirectories(folder);
            if (!Files.exists(privateFile) || !Files.exists(publicFile)) {
                generate();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep keys in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JVM makes no RSA keys", e);
        }
    }

    private void generate() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        Files.deleteIfExists(privateFile);
        if (Files.getFileStore(privateFile.getParent()).supportsFileAttributeView("posix")) {
            Files.createFile(
                    privateFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(privateFile, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        Files.writeString(publicFile, pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }

    Path publicFile() {
        return publicFile;
    }

    PrivateKey privateKey() {
        try {
            String base64 = Files.readString(privateFile)
                    .replaceAll("-----[A-Z ]+-----", "")
                    .replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + privateFile, e);
        } catch (GeneralSecurityException e) {
            throw new LauncherException(privateFile + " is no RSA key. Delete the folder to get a new pair.");
        }
    }
}
