package io.duban.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Somebody who is signed in: gives the access token for the next call and renews it when it is about to expire. */
public final class Bearer {

    /** How much of a token's life must be left for it to be used once more. */
    private static final Duration MARGIN = Duration.ofSeconds(30);

    /**
     * What a sign-in gave.
     *
     * @param refreshToken absent for third-party systems, which ask again with their secret
     */
    public record Tokens(String accessToken, @Nullable String refreshToken, Instant expiresAt) {}

    private final UnaryOperator<Tokens> renewal;
    private Tokens tokens;

    Bearer(Tokens tokens, UnaryOperator<Tokens> renewal) {
        this.tokens = tokens;
        this.renewal = renewal;
    }

    /** An access token that lasts for at least the next call; blocks while it is being renewed. */
    public synchronized String accessToken() {
        if (tokens.expiresAt().minus(MARGIN).isBefore(Instant.now())) {
            renew();
        }
        return tokens.accessToken();
    }

    /** Renews now, whatever is left. Never twice at the same time: a refresh token works only once. */
    public synchronized Tokens renew() {
        tokens = renewal.apply(tokens);
        return tokens;
    }

    /** What is held at this moment. */
    public synchronized Tokens tokens() {
        return tokens;
    }
}
