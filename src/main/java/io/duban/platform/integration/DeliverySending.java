package io.duban.platform.integration;

import io.duban.platform.integration.DeliveryMarks.Mark;
import io.duban.platform.integration.PartnerPost.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Timed;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One attempt, from the question whether it is still the partner's to the mark of how it went. */
@Component
class DeliverySending {

    private final Partners partners;
    private final WebhookSecrets secrets;
    private final PartnerPost post;
    private final DeliveryMarks marks;
    private final EndpointFate fate;
    private final DeliverySchedule schedule;
    private final JsonMapper json;
    private final Clock clock;

    DeliverySending(
            Partners partners,
            WebhookSecrets secrets,
            PartnerPost post,
            DeliveryMarks marks,
            EndpointFate fate,
            DeliverySchedule schedule,
            JsonMapper json,
            Clock clock) {
        this.partners = partners;
        this.secrets = secrets;
        this.post = post;
        this.marks = marks;
        this.fate = fate;
        this.schedule = schedule;
        this.json = json;
        this.clock = clock;
    }

    Mono<Void> send(ClaimedDelivery delivery) {
        return partners.find(delivery.ownerId())
                .filter(partner -> !delivery.overtaken()
                        && partners.mayKnow(
                                partner, delivery.permission(), delivery.unitIds(), delivery.participantIds()))
                .hasElement()
                .flatMap(may -> may
                        ? attempt(delivery)
                        : marks.withhold(delivery, clock.instant()).then());
    }

    private Mono<Void> attempt(ClaimedDelivery delivery) {
        return Mono.defer(() -> {
            var now = clock.instant();
            return post.send(URI.create(delivery.url()), headers(delivery, now), delivery.payload())
                    .map(answer -> heard(delivery, answer))
                    .timed()
                    .delayUntil(timed -> isConfirmation(delivery, timed.get()) ? fate.confirm(delivery) : Mono.empty())
                    .flatMap(timed -> mark(delivery, timed, now));
        });
    }

    private Map<String, String> headers(ClaimedDelivery delivery, Instant now) {
        var former =
                delivery.formerUntil() != null && delivery.formerUntil().isAfter(now) ? delivery.formerSecret() : null;
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", "application/cloudevents+json; charset=utf-8");
        headers.put("webhook-id", delivery.messageId().toString());
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put(
                "webhook-signature",
                secrets.signature(
                        delivery.endpointId(),
                        delivery.secret(),
                        former,
                        delivery.messageId(),
                        now,
                        delivery.payload()));
        return headers;
    }

    /** Of a challenge a 2xx is not enough: any server says that. */
    private Answer heard(ClaimedDelivery delivery, Answer answer) {
        return answer.fault() != null || delivery.challenge() == null || echoes(answer.body(), delivery.challenge())
                ? answer
                : new Answer(answer.code(), DeliveryFault.CHALLENGE, null, "");
    }

    private boolean echoes(String body, String challenge) {
        try {
            var echo = json.readTree(body).path("challenge").asString("");
            return MessageDigest.isEqual(
                    echo.getBytes(StandardCharsets.UTF_8), challenge.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException noJson) {
            return false;
        }
    }

    private static boolean isConfirmation(ClaimedDelivery delivery, Answer answer) {
        return delivery.kind() == DeliveryKind.CHALLENGE && answer.fault() == null;
    }

    private Mono<Void> mark(ClaimedDelivery delivery, Timed<Answer> timed, Instant begun) {
        var answer = timed.get();
        var attempt = new DeliveryAttempt(begun, timed.elapsed().toMillis(), answer.code(), answer.fault());
        return marks.write(delivery, judged(delivery, attempt, answer.retryAfter()), clock.instant())
                .flatMap(failingSince -> fate.judge(delivery, attempt, failingSince));
    }

    private Mark judged(ClaimedDelivery delivery, DeliveryAttempt attempt, @Nullable Duration retryAfter) {
        if (attempt.fault() == null) {
            return new Mark(DeliveryStatus.DELIVERED, null, attempt);
        }
        var chance = ThreadLocalRandom.current().nextDouble();
        return schedule.wait(delivery.kind(), delivery.attempts() + 1, chance, retryAfter)
                .map(wait -> new Mark(DeliveryStatus.WAITING, clock.instant().plus(wait), attempt))
                .orElseGet(() -> new Mark(DeliveryStatus.GIVEN_UP, null, attempt));
    }
}
