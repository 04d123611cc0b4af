package io.duban.platform.integration;

import io.duban.support.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The product with a security administrator who allows loopback, and a schedule that a test outlives. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(
        properties = {
            "duban.webhooks.allowed-networks=127.0.0.0/8",
            "duban.webhooks.retries=50ms,50ms,50ms",
            "duban.webhooks.patience=5s",
            "duban.webhooks.look-every=50ms"
        })
@interface WebhookServerTest {}
