package io.duban.platform.integration;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.duban.platform.persistence.SealingKeys;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes, keeps and uses the secrets of endpoints. They lie sealed in the database and are in clear only while something is signed. */
@Component
class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;

    private final SealingKeys keys;
    private final SecureRandom random = new SecureRandom();

    WebhookSecrets(SealingKeys webhookKeys) {
        this.keys = webhookKeys;
    }

    /** A new secret of an endpoint, sealed. */
    String fresh(UUID endpointId) {
        return keys.sealText(PREFIX + token(Base64.getEncoder()), endpointId);
    }

    /** Something nobody guesses, which the answer to a challenge has to echo. */
    String challenge() {
        return token(Base64.getUrlEncoder().withoutPadding());
    }

    String open(String sealed, UUID endpointId) {
        return keys.openText(sealed, endpointId);
    }

    /** {@code webhook-signature}: one for each secret that is good now, with a blank between. */
    String signature(
            UUID endpointId, String sealed, @Nullable String former, UUID messageId, Instant now, String payload) {
        return Stream.concat(Stream.of(sealed), Stream.ofNullable(former))
                .map(secret -> sign(open(secret, endpointId), messageId, now, payload))
                .collect(Collectors.joining(" "));
    }

    private static String sign(String secret, UUID messageId, Instant now, String payload) {
        try {
            return new Webhook(secret).sign(messageId.toString(), now.getEpochSecond(), payload);
        } catch (EmptyWebhookSecretException | WebhookSigningException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256, and no secret is empty", impossible);
        }
    }

    private String token(Base64.Encoder encoder) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return encoder.encodeToString(bytes);
    }
}
