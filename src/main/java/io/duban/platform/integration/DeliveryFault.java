package io.duban.platform.integration;

/** Why an attempt failed; what the receiver said is not kept. */
enum DeliveryFault {
    STATUS,
    REDIRECT,
    TIMEOUT,
    CONNECTION,
    TLS,
    NAME,
    ADDRESS,
    CHALLENGE
}
