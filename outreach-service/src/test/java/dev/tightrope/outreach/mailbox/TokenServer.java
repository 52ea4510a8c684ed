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

/** An OAuth 2.0 token endpoint; its last answer is given again and again. */
public final class TokenServer implements AutoCloseable {
    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final Deque<Answer> answers = new ArrayDeque<>();
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
        answers.add(new Answer(200, "{\"access_token\":\"" + accessToken + "\",\"expires_in\":" + seconds + "}"));
        return this;
    }

    public synchronized TokenServer gives(String accessToken, int seconds, String refreshToken) {
        answers.add(new Answer(
                200,
                "{\"access_token\":\"" + accessToken + "\",\"expires_in\":" + seconds + ",\"refresh_token\":\""
                        + refreshToken + "\"}"));
        return this;
    }

    public synchronized TokenServer refuses(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Answer answer = next();
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Answer next() {
        Answer next = answers.size() > 1 ? answers.poll() : answers.peek();
        return next == null ? new Answer(500, "") : next;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
