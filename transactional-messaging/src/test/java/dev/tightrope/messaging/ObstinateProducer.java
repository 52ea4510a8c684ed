package dev.tightrope.messaging;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Stands before a real producer and refuses events of some keys, or keeps the relay waiting as a frozen process would. */
final class ObstinateProducer implements UnaryOperator<Producer<byte[], byte[]>> {
    private final Map<String, RuntimeException> refusals = new ConcurrentHashMap<>();
    private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
    private volatile CountDownLatch thaw = new CountDownLatch(0);
    private volatile CountDownLatch frozen = new CountDownLatch(1);

    void refuse(UUID key, RuntimeException with) {
        refusals.put(key.toString(), with);
    }

    /** The next event of the key fails after a moment; those after it would succeed. */
    void failNext(UUID key, RuntimeException with) {
        failures.put(key.toString(), with);
    }

    void refuseNoMore() {
        refusals.clear();
    }

    /** The next send never returns, until {@link #thaw()}. */
    void freeze() {
        frozen = new CountDownLatch(1);
        thaw = new CountDownLatch(1);
    }

    void awaitFrozen() throws InterruptedException {
        frozen.await();
    }

    void thaw() {
        thaw.countDown();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> apply(Producer<byte[], byte[]> real) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Producer.class.getClassLoader(), new Class<?>[] {Producer.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("send")) {
                        String key = new String(
                                ((ProducerRecord<byte[], byte[]>) arguments[0]).key(), StandardCharsets.UTF_8);
                        RuntimeException refusal = refusals.get(key);
                        if (refusal != null) {
                            return CompletableFuture.failedFuture(refusal);
                        }
                        RuntimeException failure = failures.remove(key);
                        if (failure != null) {
                            return CompletableFuture.supplyAsync(
                                    () -> {
                                        throw failure;
                                    },
                                    CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
                        }
                        frozen.countDown();
                        thaw.await();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
