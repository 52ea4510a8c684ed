package dev.tightrope.local;

import java.nio.file.Path;
import java.time.Duration;

/** What is printed when everything is up: where it is, how to sign in, what to try. */
final class Welcome {

    private Welcome() {}

    static void print(Stack stack, Path environment, Duration took) {
        StringBuilder text = new StringBuilder("\nTightrope is up after ")
                .append(took.toSeconds())
                .append(" s.\n\n");
        text.append("  API               ").append(stack.baseUrl()).append("/api/v1\n");
        text.append("  delivered mail    ").append(stack.baseUrl()).append("/mail\n");
        for (Service service : Service.values()) {
            text.append("  %-18s".formatted(service.module()))
                    .append(stack.service(service).url())
                    .append("/q/swagger-ui/   log: ")
                    .append(stack.service(service).log())
                    .append('\n');
        }
        text.append("\nTokens (30 days, also in ").append(environment).append("):\n");
        for (SampleUser user : SampleUser.values()) {
            text.append("  TOKEN_%s  # %s, %s\n  %s\n"
                    .formatted(
                            user.name(),
                            user.fullName(),
                            user.role(),
                            stack.tokens().of(user)));
        }
        text.append("""

                Try next:
                  . %s
                  curl -s -H "Authorization: Bearer $TOKEN_REP1" $BASE_URL/api/v1/success-stories
                  the walk-through in README.md, or ./tightrope --demo

                """.formatted(environment));
        System.out.print(text);
    }
}
