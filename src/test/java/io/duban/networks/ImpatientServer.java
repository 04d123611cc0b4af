package io.duban.networks;

import io.duban.support.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** The product with everything about streams in seconds that is minutes for phones, so that a test sees it happen. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(
        properties = {
            "duban.realtime.heartbeat=300ms",
            "duban.realtime.lifetime=12s",
            "duban.realtime.patience=3s",
            "duban.realtime.unacknowledged=3s",
            "duban.realtime.tail=64",
            "duban.realtime.per-client=100"
        })
@interface ImpatientServer {}
