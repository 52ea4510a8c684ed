package dev.tightrope.local;

import dev.tightrope.embedded.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One database and one owner per service, as in production: none may connect to another's. */
final class Databases {

    private Databases() {}

    static void create(EmbeddedPostgresServer server) {
        for (Service service : Service.values()) {
            String name = service.database();
            server.createDatabase(name);
            try (Connection connection = server.connect(name);
                    Statement statement = connection.createStatement()) {
                statement.execute("DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + name
                        + "') THEN CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'; END IF; END $$");
                statement.execute("ALTER DATABASE " + name + " OWNER TO " + name);
                statement.execute("REVOKE CONNECT ON DATABASE " + name + " FROM PUBLIC");
                statement.execute("ALTER SCHEMA public OWNER TO " + name);
            } catch (SQLException e) {
                throw new IllegalStateException("Could not prepare database " + name, e);
            }
        }
    }
}
