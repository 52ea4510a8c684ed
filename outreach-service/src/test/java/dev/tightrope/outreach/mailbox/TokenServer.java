package dev.tightrope.outreach.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/** An OAuth 2.0 token endpoint; its last answer is given again and again. */
public final class TokenServer implements AutoCloseable {
    private record Answer(int status, String body, String location) {}

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public TokenServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.createContext("/token", this::answer);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/token";
    }

    /** The forms it was sent. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public synchronized TokenServer gives(String accessToken, int seconds) {
        answers.add(new Answer(200, "{\"access_token\":\"" + accessToken + "\",\"expires_in\":" + seconds + "}", null));
        return this;
    }

    public synchronized TokenServer gives(String accessToken, int seconds, String refreshToken) {
        answers.add(new Answer(
                200,
                "{\"access_token\":\"" + accessToken + "\",\"expires_in\":" + seconds + ",\"refresh_token\":\""
                        + refreshToken + "\"}",
                null));
        return this;
    }

    public synchronized TokenServer refuses(int status, String body) {
        answers.add(new Answer(status, body, null));
        return this;
    }

    public synchronized TokenServer sendsOnTo(String location) {
        answers.add(new Answer(307, "", location));
        return this;
    }

    /** Something that happens while it is asked for the first time. */
    public void meanwhile(Runnable happens) {
        meanwhile.set(happens);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        meanwhile.getAndSet(() -> {}).run();
        Answer answer = next();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (answer.location() != null) {
            exchange.getResponseHeaders().add("Location", answer.location());
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Answer next() {
        Answer next = answers.size() > 1 ? answers.poll() : answers.peek();
        return next == null ? new Answer(500, "", null) : next;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
