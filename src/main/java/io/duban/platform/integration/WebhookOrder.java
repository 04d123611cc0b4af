package io.duban.platform.integration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as its partner wants it.
 *
 * @param eventTypes names of events, or of subjects with {@code .*} behind; empty for all
 */
record WebhookOrder(String url, @Nullable String description, List<String> eventTypes) {}
