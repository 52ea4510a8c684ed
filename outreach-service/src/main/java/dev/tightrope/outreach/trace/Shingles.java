package dev.tightrope.outreach.trace;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Hashes of a text's pieces, so that it is found again inside another in any language. Letters and digits alone count:
 * wrapping, quote marks and markup leave the hashes as they are. Of each window of pieces the one with the smallest hash
 * is kept (winnowing), in our text and in theirs alike: whatever both have in common over {@code PIECE + WINDOW - 1}
 * characters yields a common hash.
 */
public final class Shingles {
    /** Characters of a piece: longer than phrases everybody uses. */
    private static final int PIECE = 20;

    private static final int WINDOW = 8;
    private static final long BASE = 0x9E3779B97F4A7C15L | 1;
    private static final int LONGEST = 200_000;

    private Shingles() {}

    /** The hashes of a text; none of one shorter than a piece. */
    public static Set<Long> of(String text) {
        String letters = letters(text);
        Set<Long> kept = new LinkedHashSet<>();
        if (letters.length() < PIECE) {
            return kept;
        }
        long[] hashes = hashes(letters);
        int smallest = -1;
        for (int end = 0; end < hashes.length; end++) {
            int begin = Math.max(0, end - WINDOW + 1);
            if (smallest < begin) {
                smallest = begin;
                for (int i = begin + 1; i <= end; i++) {
                    smallest = hashes[i] <= hashes[smallest] ? i : smallest;
                }
            } else if (hashes[end] <= hashes[smallest]) {
                smallest = end;
            }
            if (end >= WINDOW - 1 || end == hashes.length - 1) {
                kept.add(hashes[smallest]);
            }
        }
        return kept;
    }

    private static long[] hashes(String letters) {
        long highest = 1;
        for (int i = 1; i < PIECE; i++) {
            highest *= BASE;
        }
        long[] hashes = new long[letters.length() - PIECE + 1];
        long rolling = 0;
        for (int i = 0; i < letters.length(); i++) {
            if (i >= PIECE) {
                rolling -= letters.charAt(i - PIECE) * highest;
            }
            rolling = rolling * BASE + letters.charAt(i);
            if (i >= PIECE - 1) {
                hashes[i - PIECE + 1] = mixed(rolling);
            }
        }
        return hashes;
    }

    /** Spread over all bits: the smallest of a window shall be any of them. */
    private static long mixed(long hash) {
        long z = (hash ^ (hash >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    static String letters(String text) {
        String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String plain = Normalizer.normalize(bounded, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))) {
                letters.append(plain.charAt(i));
            }
        }
        return letters.toString();
    }
}
