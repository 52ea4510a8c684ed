package dev.tightrope.benchmarks.timers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Processor time of this process and of the database server's, which other work on the machine does not change. */
final class CpuTime {
    private static final double TICKS_PER_SECOND = 100;

    private final ProcessHandle postmaster;

    CpuTime(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    /** Seconds so far, with those of sessions that ended; where there is no {@code /proc}, none. */
    double seconds() {
        return Stream.concat(Stream.of(ProcessHandle.current(), postmaster), postmaster.children())
                .mapToDouble(CpuTime::of)
                .sum();
    }

    private static double of(ProcessHandle process) {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String text = Files.readString(stat);
            // Fields 14 to 17 of proc_pid_stat(5), counted after the name, which may contain anything.
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = 0;
            for (int field = 11; field < 15; field++) {
                // This process is the parent of pgbench, whose own time is not the database's.
                boolean childrens = field > 12;
                if (!childrens || !process.equals(ProcessHandle.current())) {
                    ticks += Double.parseDouble(fields[field]);
                }
            }
            return ticks / TICKS_PER_SECOND;
        } catch (java.nio.file.NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
