package io.duban.platform.integration;

/** Why an endpoint was disabled: it answered 410, or it failed for too long. */
enum DisablingReason {
    GONE,
    FAILING
}
