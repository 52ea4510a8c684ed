package dev.tightrope.outreach.inbound.chain;

import dev.tightrope.outreach.inbound.analysis.Party;

/** What somebody in a mail's header is called: one printable line, whatever the header held. */
final class NameOf {
    private static final int MAX = 200;

    private NameOf() {}

    /** Name, or address where there is no name; empty where neither can be printed. */
    static String party(Party party) {
        String name = printable(party.name() == null ? "" : party.name());
        return name.isEmpty() ? printable(party.address() == null ? "" : party.address()) : name;
    }

    private static String printable(String text) {
        String line = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= MAX
                ? line
                : line.substring(
                        0, line.offsetByCodePoints(0, Math.min(MAX / 2, line.codePointCount(0, line.length()))));
    }
}
