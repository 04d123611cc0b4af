package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.contract.WebhookEndpointDto;
import io.duban.platform.persistence.SealingKeys;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Mono;

/** The secret is told once, and this once for certain. */
class WebhookDisclosingTests {

    private static final UUID ID = UUID.randomUUID();

    private final WebhookSecrets secrets =
            new WebhookSecrets(new SealingKeys("duban.webhooks", "1", SealingKeys.fresh(), Map.of()));

    @Test
    void aReceiverThatConfirmsBeforeTheAnswerIsWrittenTakesNoSecretAway() {
        var confirmed = endpoint(secrets.fresh(ID));
        var reading = new WebhookReading(only(confirmed), null, secrets, null, null);
        var registered = new WebhookEndpointDto().id(ID).version(confirmed.version() - 1);
        var told = reading.disclosing(ResponseEntity.ok(registered)).block();
        assertThat(told.getBody().getSecret()).isEqualTo(secrets.open(confirmed.secret(), ID));
    }

    private static WebhookEndpoint endpoint(String secret) {
        return new WebhookEndpoint(
                ID,
                2,
                UUID.randomUUID(),
                "https://partner.example.cn/hook",
                null,
                List.of(),
                WebhookStatus.ACTIVE,
                null,
                secret,
                null,
                null,
                Instant.EPOCH);
    }

    private static WebhookEndpoints only(WebhookEndpoint endpoint) {
        return (WebhookEndpoints) Proxy.newProxyInstance(
                WebhookEndpoints.class.getClassLoader(),
                new Class<?>[] {WebhookEndpoints.class},
                (proxy, method, arguments) -> Mono.just(endpoint));
    }
}
