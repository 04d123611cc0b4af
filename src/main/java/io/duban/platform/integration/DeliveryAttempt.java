package io.duban.platform.integration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt went.
 *
 * @param milliseconds until the answer or the failure
 * @param code the status that was answered; null without an answer
 * @param fault null for a success
 */
record DeliveryAttempt(
        Instant at,
        long milliseconds,
        @Nullable Integer code,
        @Nullable DeliveryFault fault) {}
