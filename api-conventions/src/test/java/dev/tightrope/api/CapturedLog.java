package dev.tightrope.api;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/** What is logged while it is open. */
final class CapturedLog extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    private final List<ExtLogRecord> records = new CopyOnWriteArrayList<>();

    CapturedLog() {
        ROOT.addHandler(this);
    }

    /** The request ids of all lines, at warning or above, that show this text in their message or exception. */
    List<String> requestIdsOfErrorsWith(String text) {
        return records.stream()
                .filter(line -> line.getLevel().intValue() >= Level.WARNING.intValue())
                .filter(line -> (line.getFormattedMessage() + line.getThrown()).contains(text))
                .map(line -> line.getMdc("requestId"))
                .toList();
    }

    @Override
    public void publish(LogRecord line) {
        ExtLogRecord extended = ExtLogRecord.wrap(line);
        extended.copyMdc();
        records.add(extended);
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
