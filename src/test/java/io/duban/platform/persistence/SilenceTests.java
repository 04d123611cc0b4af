package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SilenceTests {

    private final EmbeddedChannel connection = new EmbeddedChannel(new Silence(Silence.LONGEST));

    /** Else the machine's time would go on beside that of the test. */
    @BeforeEach
    void stopTheClock() {
        connection.freezeTime();
    }

    @Test
    void endsAConnectionThatDoesNotAnswer() {
        connection.writeOutbound("a statement");

        after(7);
        assertThat(connection.isOpen()).isTrue();
        after(2);
        assertThat(connection.isOpen()).isFalse();
    }

    /** Who asks again and again is not told either. */
    @Test
    void moreQuestionsAreNoAnswer() {
        for (int i = 0; i < 9 && connection.isOpen(); i++) {
            connection.writeOutbound("a statement");
            after(1);
        }

        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whatAnswersIsKept() {
        for (int i = 0; i < 10; i++) {
            connection.writeOutbound("a statement");
            after(3);
            connection.writeInbound("rows");
            after(3);
        }

        assertThat(connection.isOpen()).isTrue();
    }

    @Test
    void theTimeBeginsWithTheQuestionNotWithTheLastAnswer() {
        connection.writeOutbound("a statement");
        connection.writeInbound("rows");
        after(7);
        connection.writeOutbound("a statement");

        after(6);
        assertThat(connection.isOpen()).isTrue();
        after(3);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void whoAsksNothingMayBeSilentForEver() {
        connection.writeOutbound("listen");
        connection.writeInbound("listening");

        after(3_600);

        assertThat(connection.isOpen()).isTrue();
    }

    /** The answer may be there, in the kernel. */
    @Test
    void whoDoesNotReadIsNotAnswered() {
        connection.config().setAutoRead(false);
        connection.writeOutbound("a statement");

        after(60);
        assertThat(connection.isOpen()).isTrue();
        connection.config().setAutoRead(true);
        after(2);
        assertThat(connection.isOpen()).isFalse();
    }

    private void after(int seconds) {
        connection.advanceTimeBy(seconds, TimeUnit.SECONDS);
        connection.runScheduledPendingTasks();
    }
}
