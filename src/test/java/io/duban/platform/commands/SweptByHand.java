package io.duban.platform.commands;

import io.duban.support.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The product, whose clocks are swept by the test alone. Its own sweep would come between two statements of a test, and speak of a clock that is only being
 * prepared; and what it has in hand, another sweep passes over: the test would look before it is said.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(properties = "duban.clocks.sweep-every=1h")
@interface SweptByHand {}
