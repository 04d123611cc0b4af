package io.duban.platform.integration;

/** How an endpoint stands; DISABLED is ours, PAUSED is its partner's. */
enum WebhookStatus {
    UNCONFIRMED,
    ACTIVE,
    PAUSED,
    DISABLED,
    REMOVED
}
