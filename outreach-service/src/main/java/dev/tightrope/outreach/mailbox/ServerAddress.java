package dev.tightrope.outreach.mailbox;

import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A mail server.
 *
 * @param host its name, which its certificate must bear
 * @param port its port
 * @param security how the connection is encrypted
 */
public record ServerAddress(
        @NotNull @SingleLine(max = 253) String host,
        @Min(1) @Max(65535) int port,
        @NotNull ConnectionSecurity security) {}
