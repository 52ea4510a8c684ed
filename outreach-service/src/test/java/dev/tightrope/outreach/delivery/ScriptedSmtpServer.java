package dev.tightrope.outreach.delivery;

import dev.tightrope.outreach.mailbox.TlsDoor;
import java.io.BufferedReader;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that does at each step what the test tells it, and keeps a log of every mail it took responsibility for:
 * the log, not the client's opinion, says how often a mail went out.
 */
final class ScriptedSmtpServer implements AutoCloseable {
    /** Steps at which it can misbehave. */
    enum Step {
        BANNER,
        EHLO,
        /** Asked whether it is still there. */
        RSET,
        MAIL,
        RCPT,
        DATA,
        /** Inside the content, before the dot. */
        CONTENT,
        /** After the dot. */
        DOT
    }

    private record Misdeed(Step step, String answer, int times) {}

    private static final String DROP = "drop";
    private static final String HANG = "hang";

    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Step, Misdeed> script = new ConcurrentHashMap<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile CountDownLatch misbehaved = new CountDownLatch(1);
    private volatile boolean acceptBeforeDrop = true;
    private final Map<Step, Duration> letterPauses = new ConcurrentHashMap<>();
    private volatile @Nullable SSLContext startTls;
    private volatile @Nullable String credentials;
    private final List<String> clear = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();

    ScriptedSmtpServer() {
        this(0);
    }

    ScriptedSmtpServer(int port) {
        try {
            listener = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** Offers STARTTLS, with a certificate from {@code certificates/}. */
    ScriptedSmtpServer offersStartTls(String certificate) throws IOException, GeneralSecurityException {
        startTls = TlsDoor.context(certificate);
        return this;
    }

    /** Takes mails only from whoever signs in; offers that in the clear, too. */
    ScriptedSmtpServer asksToSignIn(String user, String password) {
        credentials = "\0" + user + "\0" + password;
        return this;
    }

    /** Everything it was told without encryption. */
    List<String> saidInTheClear() {
        return List.copyOf(clear);
    }

    /** How often somebody connected. */
    int connections() {
        return connections.get();
    }

    /** Senders of the envelopes, in the order they came. */
    List<String> senders() {
        return List.copyOf(senders);
    }

    /** Mails it took responsibility for, as received, dot-unstuffed. */
    List<String> accepted() {
        return List.copyOf(accepted);
    }

    long acceptedWith(String text) {
        return accepted.stream().filter(mail -> mail.contains(text)).count();
    }

    ScriptedSmtpServer answers(Step step, String answer) {
        return misbehaves(step, answer, Integer.MAX_VALUE);
    }

    ScriptedSmtpServer answersOnce(Step step, String answer) {
        return misbehaves(step, answer, 1);
    }

    ScriptedSmtpServer drops(Step step) {
        return misbehaves(step, DROP, Integer.MAX_VALUE);
    }

    ScriptedSmtpServer dropsOnce(Step step) {
        return misbehaves(step, DROP, 1);
    }

    ScriptedSmtpServer hangs(Step step) {
        return misbehaves(step, HANG, Integer.MAX_VALUE);
    }

    /** After the dot: drops without having taken the mail. */
    ScriptedSmtpServer losesAfterDot() {
        acceptBeforeDrop = false;
        return misbehaves(Step.DOT, DROP, Integer.MAX_VALUE);
    }

    /** Gives its answer at this step letter by letter, with a pause before each. */
    ScriptedSmtpServer speaksSlowly(Step step, Duration pause) {
        letterPauses.put(step, pause);
        return this;
    }

    ScriptedSmtpServer behaves() {
        script.clear();
        acceptBeforeDrop = true;
        misbehaved = new CountDownLatch(1);
        return this;
    }

    /** Ends every connection, as servers do with idle ones; says something first unless that is empty. */
    void hangsUp(String saying) throws IOException {
        for (Socket socket : open) {
            if (!saying.isEmpty()) {
                answer(socket.getOutputStream(), saying);
            }
            socket.close();
        }
    }

    /** Opens once it did what the script says; a drop is done when the connection is closed. */
    CountDownLatch misbehaved() {
        return misbehaved;
    }

    private ScriptedSmtpServer misbehaves(Step step, String answer, int times) {
        script.put(step, new Misdeed(step, answer, times));
        return this;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            converse(socket);
        } catch (IOException e) {
            misbehaved.countDown();
        } finally {
            open.remove(socket);
        }
    }

    private void converse(Socket socket) throws IOException {
        BufferedReader in = reader(socket);
        OutputStream out = socket.getOutputStream();
        boolean secure = false;
        boolean signedIn = credentials == null;
        step(Step.BANNER, out, "220 scripted.example ESMTP");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (!secure) {
                clear.add(line);
            }
            String verb = line.split(" ", 2)[0].toUpperCase(java.util.Locale.ROOT);
            switch (verb) {
                case "EHLO", "HELO" -> step(Step.EHLO, out, features(secure));
                case "STARTTLS" -> {
                    answer(out, "220 go on");
                    SSLSocket encrypted =
                            (SSLSocket) startTls.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
                    encrypted.setUseClientMode(false);
                    in = reader(encrypted);
                    out = encrypted.getOutputStream();
                    secure = true;
                }
                case "AUTH" -> {
                    signedIn = signsIn(line);
                    answer(out, signedIn ? "235 welcome" : "535 5.7.8 bad credentials");
                }
                case "RSET" -> step(Step.RSET, out, "250 flushed");
                case "MAIL" -> {
                    if (!signedIn) {
                        answer(out, "530 sign in first");
                        continue;
                    }
                    senders.add(line.replaceFirst("(?i)^MAIL FROM:<([^>]*)>.*$", "$1"));
                    step(Step.MAIL, out, "250 sender ok");
                }
                case "RCPT" -> step(Step.RCPT, out, "250 recipient ok");
                case "DATA" -> {
                    if (step(Step.DATA, out, "354 go on")) {
                        receive(in, out);
                    }
                }
                case "QUIT" -> {
                    answer(out, "221 bye");
                    return;
                }
                default -> answer(out, "250 ok");
            }
        }
    }

    /** RFC 4616: whoever signs in may name themselves before the first NUL as well. */
    private boolean signsIn(String line) {
        byte[] said = Base64.getDecoder().decode(line.substring("AUTH PLAIN ".length()));
        return new String(said, StandardCharsets.UTF_8).endsWith(String.valueOf(credentials));
    }

    private String features(boolean secure) {
        return "250-scripted.example\r\n" + (startTls != null && !secure ? "250-STARTTLS\r\n" : "")
                + (credentials != null ? "250-AUTH PLAIN\r\n" : "") + "250 CHUNKING";
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private void receive(BufferedReader in, OutputStream out) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals(".")) {
                takeOrNot(mail.toString(), out);
                return;
            }
            mail.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            Misdeed misdeed = script.get(Step.CONTENT);
            if (misdeed != null && line.isEmpty()) {
                step(Step.CONTENT, out, "");
            }
        }
    }

    private void takeOrNot(String mail, OutputStream out) throws IOException {
        Misdeed misdeed = script.get(Step.DOT);
        boolean silent = misdeed != null
                && (misdeed.answer().equals(DROP) || misdeed.answer().equals(HANG));
        if (misdeed == null || (silent && acceptBeforeDrop) || misdeed.answer().startsWith("2")) {
            accepted.add(mail);
        }
        step(Step.DOT, out, "250 queued");
    }

    /** Does what the script says at this step, or answers as a server should; tells whether it did the latter. */
    private boolean step(Step step, OutputStream out, String usual) throws IOException {
        Misdeed misdeed = script.get(step);
        if (misdeed == null) {
            answer(slowly(step, out), usual);
            return true;
        }
        if (misdeed.times() == 1) {
            script.remove(step);
        } else {
            script.put(step, new Misdeed(step, misdeed.answer(), misdeed.times() - 1));
        }
        switch (misdeed.answer()) {
            case DROP -> throw new IOException("as the script says");
            case HANG -> {
                awaitClose();
                throw new IOException("hung up at last");
            }
            default -> {
                answer(out, misdeed.answer());
                misbehaved.countDown();
            }
        }
        return false;
    }

    private void awaitClose() {
        synchronized (listener) {
            while (!listener.isClosed()) {
                try {
                    listener.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private OutputStream slowly(Step step, OutputStream out) {
        Duration pause = letterPauses.get(step);
        return pause == null
                ? out
                : new FilterOutputStream(out) {
                    @Override
                    public void write(int letter) throws IOException {
                        LockSupport.parkNanos(pause.toNanos());
                        out.write(letter);
                        out.flush();
                    }
                };
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            synchronized (listener) {
                listener.close();
                listener.notifyAll();
            }
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
