/**
 * From the bytes of a message to its parts, fields, addresses and texts. mime4j reads the structure; what real mail gets
 * wrong (charsets, encoded words, unencoded bytes, broken addresses) is put right here. Bounded in size, parts and depth.
 *
 * <p>Begin with {@link dev.tightrope.outreach.inbound.analysis.mime.MimeReader}.
 */
@NullMarked
package dev.tightrope.outreach.inbound.analysis.mime;

import org.jspecify.annotations.NullMarked;
