package dev.tightrope.scheduler.reminder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that refuses what the test tells it to, and keeps a log of the recipients it was asked for. */
final class RefusingSmtpServer implements AutoCloseable {
    /** Where it refuses. */
    enum At {
        MAIL,
        RCPT,
        DATA,
        DOT
    }

    /** Says nothing and hangs up. */
    static final String DROP = "drop";

    private final ServerSocket listener;
    private final Map<At, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Map<String, List<String>> accepted = new ConcurrentHashMap<>();

    RefusingSmtpServer() {
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::listen, "refusing-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Answers so at that step, whoever the recipient is. */
    void answers(At step, String answer) {
        answers.put(step, answer);
    }

    /** Refuses a recipient at RCPT. */
    void refuses(String address, String answer) {
        refused.put(address, answer);
    }

    void behaves() {
        answers.clear();
        refused.clear();
    }

    /** How often it was asked to take a mail for that recipient. */
    long asked(String address) {
        return asked.stream().filter(address::equals).count();
    }

    /** The mails it took for that recipient. */
    List<String> accepted(String address) {
        return List.copyOf(accepted.getOrDefault(address, List.of()));
    }

    private void listen() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                converse(
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)),
                        socket.getOutputStream());
            } catch (IOException e) {
                // The client or the test hung up.
            }
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        String recipient = "";
        say(out, "220 refusing.example ESMTP");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
                case "MAIL" -> say(out, answers.getOrDefault(At.MAIL, "250 ok"));
                case "RCPT" -> {
                    recipient = line.replaceFirst("(?i)^RCPT TO:<([^>]*)>.*$", "$1");
                    asked.add(recipient);
                    say(out, refused.getOrDefault(recipient, answers.getOrDefault(At.RCPT, "250 ok")));
                }
                case "DATA" -> {
                    String answer = answers.getOrDefault(At.DATA, "354 go on");
                    say(out, answer);
                    if (answer.startsWith("354")) {
                        take(recipient, content(in), out);
                    }
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 ok");
            }
        }
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return mail.toString();
    }

    private void take(String recipient, String mail, OutputStream out) throws IOException {
        String answer = answers.getOrDefault(At.DOT, "250 queued");
        if (answer.startsWith("2")) {
            accepted.computeIfAbsent(recipient, any -> new CopyOnWriteArrayList<>())
                    .add(mail);
        }
        say(out, answer);
    }

    private static void say(OutputStream out, String line) throws IOException {
        if (line.equals(DROP)) {
            throw new IOException("as the script says");
        }
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
