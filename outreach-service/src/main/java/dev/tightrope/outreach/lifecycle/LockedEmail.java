package dev.tightrope.outreach.lifecycle;

/**
 * The approved e-mail of a round.
 *
 * @param version counts the approvals of the outreach
 * @param hash SHA-256 over everything approval locks, hex
 */
public record LockedEmail(int version, String hash) {

    boolean is(int otherVersion, String otherHash) {
        return version == otherVersion && hash.equals(otherHash);
    }
}
