package dev.tightrope.outreach.mailbox;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything logged while it is open, stack traces included. */
final class SaidInLog extends Handler implements AutoCloseable {
    private final StringWriter text = new StringWriter();

    SaidInLog() {
        Logger.getLogger("").addHandler(this);
    }

    String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord said) {
        text.append(said.getMessage()).append('\n');
        if (said.getParameters() != null) {
            for (Object parameter : said.getParameters()) {
                text.append(String.valueOf(parameter)).append('\n');
            }
        }
        if (said.getThrown() != null) {
            said.getThrown().printStackTrace(new PrintWriter(text));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
