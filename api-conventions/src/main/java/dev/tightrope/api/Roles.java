package dev.tightrope.api;

/** The roles of the API, as they stand in the token's {@code realm_access/roles}; for {@code @RolesAllowed}. */
public final class Roles {
    /** Works own outreaches. */
    public static final String REP = "rep";

    /** Sees and steers a team's outreaches. */
    public static final String SALES_MANAGER = "sales-manager";

    /** Runs the system. */
    public static final String ADMIN = "admin";

    private Roles() {}
}
