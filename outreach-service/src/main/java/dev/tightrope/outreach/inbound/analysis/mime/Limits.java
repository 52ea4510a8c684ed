package dev.tightrope.outreach.inbound.analysis.mime;

/**
 * How much of a message is read. What lies beyond is passed over and said so.
 *
 * @param bytes of the whole message
 * @param parts entities, at any depth
 * @param depth of multiparts and messages within one another
 * @param fields header fields of one entity
 * @param partBytes decoded content of one part
 * @param totalBytes decoded content of all parts
 */
public record Limits(int bytes, int parts, int depth, int fields, int partBytes, int totalBytes) {
    /** Far above what people send, far below what hurts. */
    public static final Limits DEFAULT = new Limits(25 << 20, 1_000, 30, 1_000, 1 << 20, 8 << 20);
}
