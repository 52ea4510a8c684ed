package dev.tightrope.local;

import java.util.UUID;

/** The people of the sample data: two reps and their manager in one team, and an administrator. */
public enum SampleUser {
    /** Sells to the process industry. */
    REP1("7d1c2a54-5f0e-4c57-9a63-2f1f6f0c0a01", "Anna Lindqvist", "anna.lindqvist", "rep"),
    /** Sells to energy and food. */
    REP2("7d1c2a54-5f0e-4c57-9a63-2f1f6f0c0a02", "Jonas Weber", "jonas.weber", "rep"),
    /** Leads both. */
    MANAGER("7d1c2a54-5f0e-4c57-9a63-2f1f6f0c0a03", "Maria Svensson", "maria.svensson", "sales-manager"),
    /** Runs the system. */
    ADMIN("7d1c2a54-5f0e-4c57-9a63-2f1f6f0c0a04", "Olof Berg", "olof.berg", "admin");

    /** Our company's mail domain in the sample data. */
    public static final String DOMAIN = "varmia.example";

    private final UUID id;
    private final String fullName;
    private final String userName;
    private final String role;

    SampleUser(String id, String fullName, String userName, String role) {
        this.id = UUID.fromString(id);
        this.fullName = fullName;
        this.userName = userName;
        this.role = role;
    }

    /** The token's subject. */
    public UUID id() {
        return id;
    }

    /** First and last name. */
    public String fullName() {
        return fullName;
    }

    /** The name to sign in with. */
    public String userName() {
        return userName;
    }

    /** The mailbox. */
    public String email() {
        return userName + "@" + DOMAIN;
    }

    String role() {
        return role;
    }
}
