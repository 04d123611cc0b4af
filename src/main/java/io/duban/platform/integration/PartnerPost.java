package io.duban.platform.integration;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/** Posts one message to a receiver that may be slow, broken or hostile, and says how it went. Never fails. */
final class PartnerPost {

    /** Of an answer only so much is read; nothing but the echo of a challenge is of interest. */
    static final int MOST_BYTES = 64 * 1024;

    /** For the end of an answer whose status has come in time, also where the machine stands still for a moment: what arrived is not sent twice. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final HttpClient http;
    private final Duration patience;
    private final Clock clock;

    PartnerPost(HttpClient http, Duration patience, Clock clock) {
        this.http = http;
        this.patience = patience;
        this.clock = clock;
    }

    /**
     * @param code the status; null without an answer
     * @param fault null for a 2xx
     * @param retryAfter what a 429 or 503 asked for
     * @param body its first 64 KB
     */
    record Answer(
            @Nullable Integer code,
            @Nullable DeliveryFault fault,
            @Nullable Duration retryAfter,
            String body) {

        static Answer failed(DeliveryFault fault) {
            return new Answer(null, fault, null, "");
        }
    }

    Mono<Answer> send(URI address, Map<String, String> headers, String payload) {
        var body = payload.getBytes(StandardCharsets.UTF_8);
        return Mono.defer(() -> {
                    var begun = System.nanoTime();
                    return http.headers(all -> {
                                headers.forEach(all::set);
                                all.set(HttpHeaderNames.CONTENT_LENGTH, body.length);
                            })
                            .post()
                            .uri(address)
                            .send((request, out) -> out.sendByteArray(Mono.just(body)))
                            .response(
                                    (response, content) -> read(content, begun).map(text -> answer(response, text)))
                            .single();
                })
                .timeout(patience.plus(GRACE))
                .onErrorResume(fault -> Mono.just(Answer.failed(classify(fault))));
    }

    /** What has come by then; more of it, or a drop a minute, keeps nobody waiting. */
    private Mono<String> read(ByteBufFlux content, long begun) {
        var left = patience.minusNanos(System.nanoTime() - begun);
        var seen = new AtomicInteger();
        return content.asByteArray()
                .takeUntil(bytes -> seen.addAndGet(bytes.length) >= MOST_BYTES)
                .takeUntilOther(Mono.delay(left.isNegative() ? Duration.ZERO : left))
                .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::writeBytes)
                .map(bytes -> bytes.toString(StandardCharsets.UTF_8))
                .onErrorReturn("");
    }

    private Answer answer(HttpClientResponse response, String body) {
        int code = response.status().code();
        return new Answer(code, fault(code), retryAfter(response, code), body);
    }

    private static @Nullable DeliveryFault fault(int code) {
        return switch (code / 100) {
            case 2 -> null;
            case 3 -> DeliveryFault.REDIRECT;
            default -> DeliveryFault.STATUS;
        };
    }

    private @Nullable Duration retryAfter(HttpClientResponse response, int code) {
        var asked = response.responseHeaders().get(HttpHeaderNames.RETRY_AFTER);
        return asked == null || (code != 429 && code != 503) ? null : RetryAfter.parse(asked, clock.instant());
    }

    private static DeliveryFault classify(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefused) {
                return DeliveryFault.ADDRESS;
            }
            if (cause instanceof UnknownHostException) {
                return DeliveryFault.NAME;
            }
            if (cause instanceof TimeoutException
                    || cause instanceof io.netty.handler.timeout.TimeoutException
                    || cause instanceof io.netty.channel.ConnectTimeoutException
                    || cause instanceof SslHandshakeTimeoutException) {
                return DeliveryFault.TIMEOUT;
            }
            if (cause instanceof SSLException) {
                return DeliveryFault.TLS;
            }
        }
        return DeliveryFault.CONNECTION;
    }
}
