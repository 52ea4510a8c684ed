package dev.tightrope.outreach.mailbox;

/** How an account signs in. */
public enum Authentication {
    /** By user and password. */
    PASSWORD,
    /** By access tokens that are fetched with a refresh token; Gmail and Microsoft 365 accept nothing else. */
    XOAUTH2
}
