package dev.tightrope.benchmarks;

import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.analysis.mime.Limits;
import dev.tightrope.outreach.inbound.analysis.mime.MimeReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.Consumer;

/**
 * How many messages of ordinary size one core analyses a second, beside how many it only parses (mime4j and our charsets).
 * Time is the thread's own, so that other work on the machine does not count. Ends with 1 below {@code -Drate.least=400},
 * and where the analysis takes more than {@code -Drate.times} as long as parsing alone: that does not depend on the machine,
 * and CI asks for it.
 */
public final class AnalysisRate {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnalysisRate() {}

    /** Runs it. */
    public static void main(String[] arguments) {
        List<byte[]> messages = OrdinaryMail.generate(1_000, 20261126);
        double analysed = 0;
        double parsed = 0;
        for (int round = 0; round < 6; round++) {
            // The first rounds warm up; the best of all is kept.
            analysed = Math.max(analysed, rate(messages, MessageReader::read));
            parsed = Math.max(parsed, rate(messages, message -> MimeReader.read(message, Limits.DEFAULT)));
        }
        System.out.printf(
                "%.0f messages/s analysed, %.0f/s parsed alone: the analysis takes %.1f times as long%n",
                analysed, parsed, parsed / analysed);
        boolean fast = analysed >= Integer.getInteger("rate.least", 400);
        boolean inProportion = parsed / analysed <= Integer.getInteger("rate.times", Integer.MAX_VALUE);
        System.exit(fast && inProportion ? 0 : 1);
    }

    private static double rate(List<byte[]> messages, Consumer<byte[]> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        messages.forEach(work);
        return messages.size() * 1e9 / (THREADS.getCurrentThreadCpuTime() - start);
    }
}
