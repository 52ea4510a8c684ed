package dev.tightrope.api.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Problems;
import dev.tightrope.api.request.ReceivedBody;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Runs the method, claims the key and stores the response in one transaction: after a crash, all of it or nothing. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 850) // After bean validation: what it refuses needs no transaction.
class IdempotentInterceptor {
    static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final TransactionManager transactions;
    private final IdempotencyRows rows;
    private final Answers answers;
    private final ReceivedBody body;
    private final Caller caller;
    private final HttpHeaders headers;
    private final Request request;
    private final UriInfo uri;

    IdempotentInterceptor(
            TransactionManager transactions,
            IdempotencyRows rows,
            Answers answers,
            ReceivedBody body,
            Caller caller,
            HttpHeaders headers,
            Request request,
            UriInfo uri) {
        this.transactions = transactions;
        this.rows = rows;
        this.answers = answers;
        this.body = body;
        this.caller = caller;
        this.headers = headers;
        this.request = request;
        this.uri = uri;
    }

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        answers.checkSynchronous(invocation.getMethod());
        if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
            return claimAndProceed(invocation);
        }
        transactions.begin();
        boolean completed = false;
        try {
            Object result = claimAndProceed(invocation);
            completed = true;
            return result;
        } finally {
            end(completed);
        }
    }

    private void end(boolean completed) throws Exception {
        if (completed && transactions.getStatus() != Status.STATUS_MARKED_ROLLBACK) {
            transactions.commit();
        } else {
            transactions.rollback();
        }
    }

    private @Nullable Object claimAndProceed(InvocationContext invocation) throws Exception {
        Optional<IdempotentCall> keyed = keyedCall();
        if (keyed.isPresent()) {
            Optional<StoredResponse> earlier = rows.claim(keyed.get());
            if (earlier.isPresent()) {
                throw new ReplayException(earlier.get());
            }
        }
        Object result = invocation.proceed();
        if (transactions.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
            throw new IllegalStateException(
                    "The transaction was marked for rollback, yet the method returned as if it had an effect");
        }
        if (Answers.isRefusal(result)) {
            // A refusal has no effect and is not kept, whether it was thrown or returned.
            transactions.setRollbackOnly();
        } else if (keyed.isPresent()) {
            rows.store(keyed.get(), answers.of(invocation.getMethod(), result));
        }
        return result;
    }

    private Optional<IdempotentCall> keyedCall() {
        String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (!KEY.matcher(key).matches()) {
            throw Problems.badRequest(FieldError.header(
                    HEADER, "must be 1 to 255 printable ASCII characters without spaces, best a UUID"));
        }
        String query = uri.getRequestUri().getRawQuery();
        byte[] fingerprint = body.sha256(((query == null ? "" : query) + "\n").getBytes(UTF_8));
        String path = uri.getRequestUri().getRawPath();
        return Optional.of(new IdempotentCall(caller.personId(), request.getMethod(), path, key, fingerprint));
    }
}
