package io.duban.platform.integration;

import java.util.UUID;

/**
 * What is sent.
 *
 * @param id of the envelope, and {@code webhook-id}
 * @param eventType {@code module.entity.verb}
 * @param payload the envelope as JSON
 */
record PartnerMessage(UUID id, String eventType, String payload) {}
