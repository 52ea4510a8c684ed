package dev.tightrope.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes {@code tightrope.env}, which scripts read to go on from a running stack. */
public final class EnvironmentFile {

    private EnvironmentFile() {}

    /** Where it is, for a stack that keeps its data in this folder. */
    static Path in(Path folder) {
        return folder.resolve("tightrope.env");
    }

    /** Writes it into the stack's folder and gives its path. */
    public static Path write(Stack stack) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("BASE_URL", stack.baseUrl());
        for (SampleUser user : SampleUser.values()) {
            lines.put("TOKEN_" + user.name(), stack.tokens().of(user));
        }
        lines.put("SMTP_PORT", Integer.toString(stack.mail().smtpPort()));
        lines.put("IMAP_PORT", Integer.toString(stack.mail().imapPort()));
        lines.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
        for (Service service : Service.values()) {
            String name = service.database().toUpperCase(Locale.ROOT);
            lines.put(name + "_SERVICE_URL", stack.service(service).url());
            lines.put(name + "_JDBC_URL", stack.postgres().jdbcUrl(service.database()));
            lines.put(name + "_DB_USER", service.database());
            lines.put(name + "_DB_PASSWORD", service.database());
        }
        Path file = in(stack.config().folder());
        try {
            // Tokens and passwords are nobody else's business.
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    file,
                    lines.entrySet().stream()
                            .map(line -> line.getKey() + "=" + line.getValue())
                            .collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
        return file;
    }
}
