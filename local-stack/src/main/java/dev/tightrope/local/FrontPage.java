package dev.tightrope.local;

import java.nio.file.Path;

/** The page at the base URL: where to go from here. */
final class FrontPage {

    private FrontPage() {}

    static String html(StackPorts ports, Path folder) {
        StringBuilder services = new StringBuilder();
        for (Service service : Service.values()) {
            String url = "http://localhost:" + ports.of(service);
            services.append("""
                    <li>%s: <a href="%s/q/swagger-ui/">API</a>, <a href="%s/q/health">health</a>,
                    <a href="%s/q/metrics">metrics</a></li>
                    """.formatted(service.module(), url, url, url));
        }
        return Html.page("Tightrope", """
                <p>The API is under <code>/api/v1</code>. Tokens are in <code>%s</code>.</p>
                <ul><li><a href="/mail">Delivered mails</a></li>%s</ul>
                """.formatted(
                        Html.escape(EnvironmentFile.in(folder).toString()), services));
    }
}
