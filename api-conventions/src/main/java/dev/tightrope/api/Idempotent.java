package dev.tightrope.api;

import jakarta.interceptor.InterceptorBinding;
import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes an unsafe resource method repeatable: it runs in a transaction, and when the caller sends
 * {@code Idempotency-Key}, its response is stored in that same transaction.
 *
 * <p>The same key, caller, method and path then answer: with the same body, the stored response (marked
 * {@code Idempotency-Replayed: true}); with another body, 422; while the first call is still running, its response if it
 * ends within some seconds, else 409. A refused or failed call stores nothing, so it can be repeated with the same key.
 *
 * <p>Works for methods returning {@code Response}, {@code RestResponse}, a value or nothing; not for asynchronous ones.
 */
@InterceptorBinding
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Idempotent {}
