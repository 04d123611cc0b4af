package io.duban.platform.integration;

/** How a delivery stands; GIVEN_UP is a dead letter, WITHHELD was no longer its partner's to know. */
enum DeliveryStatus {
    WAITING,
    DELIVERED,
    GIVEN_UP,
    WITHHELD
}
