package io.duban.platform.realtime;

import io.duban.support.ServerTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The product over a log in which nothing happens but what these tests write: no ticket of another test falls due while they listen, and no board says what
 * it shows.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@TestPropertySource(properties = "duban.hotline.board.snapshot-every=1h")
@interface StillServer {}
