package dev.tightrope.local;

import dev.tightrope.embedded.MailServer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The one base URL: the first path segment names the resource, and each resource belongs to one service. */
final class Gateway implements AutoCloseable {

    private static final String API = "/api/v1/";
    /** Parked messages are for operators, on the service itself. */
    private static final String ADMINISTRATION = API + "admin/";

    private static final Set<String> VOICEMAIL = Set.of("scripts", "homework", "call-tasks", "call-attempts");
    private static final Set<String> SCHEDULER = Set.of("timers", "reminders", "calendars");

    /** What the button of a reminder mail opens where no front end runs. */
    private static final Pattern OUTREACH = Pattern.compile("/outreaches/[0-9a-f-]{36}");

    private final Vertx vertx;
    private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);
    private final HttpProxy outreachPage;
    private final MailPages mailPages;
    private final StackPorts ports;
    private final Path folder;

    private Gateway(StackPorts ports, MailServer mail, Path folder, Supplier<String> readersToken) {
        this.folder = folder;
        this.ports = ports;
        this.mailPages = new MailPages(mail);
        this.vertx = Vertx.vertx(
                new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(2).setInternalBlockingPoolSize(2));
        HttpClient client = vertx.createHttpClient();
        for (Service service : Service.values()) {
            proxies.put(service, HttpProxy.reverseProxy(client).origin(ports.of(service), "localhost"));
        }
        outreachPage = HttpProxy.reverseProxy(client)
                .origin(ports.of(Service.OUTREACH), "localhost")
                .addInterceptor(new BriefingAsPage(readersToken));
    }

    /** Starts it; {@code readersToken} makes the token that pages of this machine read the API with. */
    static Gateway start(StackPorts ports, MailServer mail, Path folder, Supplier<String> readersToken) {
        Gateway gateway = new Gateway(ports, mail, folder, readersToken);
        await(gateway.vertx.createHttpServer().requestHandler(gateway::handle).listen(ports.gateway(), "localhost"));
        return gateway;
    }

    private void handle(HttpServerRequest request) {
        String path = request.path();
        if (path.startsWith(API) && !path.startsWith(ADMINISTRATION)) {
            request.headers().set("X-Forwarded-Proto", "http");
            Objects.requireNonNull(proxies.get(serviceOf(path))).handle(request);
        } else if (path.equals("/mail") || path.startsWith("/mail/") || path.equals("/mail.txt")) {
            mailPages.answer(request);
        } else if (OUTREACH.matcher(path).matches()) {
            if (request.method().equals(HttpMethod.GET)) {
                outreachPage.handle(request);
            } else {
                request.response().setStatusCode(405).putHeader("Allow", "GET").end();
            }
        } else if (path.equals("/")) {
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(FrontPage.html(ports, folder));
        } else {
            request.response()
                    .setStatusCode(404)
                    .putHeader("Content-Type", "text/plain")
                    .end("Nothing here; the API is under " + API + ", delivered mails under /mail\n");
        }
    }

    /** Which service owns the resource of a path under /api/v1/. */
    static Service serviceOf(String path) {
        String resource = path.substring(API.length()).split("/", 2)[0];
        if (VOICEMAIL.contains(resource)) {
            return Service.VOICEMAIL;
        }
        return SCHEDULER.contains(resource) ? Service.SCHEDULER : Service.OUTREACH;
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LauncherException("The gateway failed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    /** A browser that follows a link brings no token; on this machine the sample team's manager reads for it. */
    private record BriefingAsPage(Supplier<String> token) implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            ProxyRequest request = context.request();
            request.setURI("/api/v1" + request.proxiedRequest().path() + "/briefing");
            request.headers().set("Authorization", "Bearer " + token.get()).set("Accept", "text/html");
            return context.sendRequest();
        }
    }
}
