package io.duban.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.persistence.DirectConnections;
import io.duban.support.Network;
import io.duban.support.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Two instances on one database, the first of which leads and comes to harm. */
class LeadershipTests {

    private final TestDatabase database = TestDatabase.create();
    private final Network network = Network.to(database.port());
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Leadership first = leadership(database.connections(network.port()));
    private final Leadership second = leadership(database.connections());

    @BeforeEach
    void theFirstLeads() {
        first.start();
        await(first::isHeld);
        second.start();
        pause(1_200); // the second has tried
        assertThat(second.isHeld()).isFalse();
    }

    @AfterEach
    void stop() throws IOException {
        first.stop();
        second.stop();
        network.close();
    }

    @Test
    void passesOnWhenTheLeaderStops() {
        first.stop();
        assertThat(first.isHeld()).isFalse();
        await(second::isHeld);
    }

    @Test
    void passesOnWhenTheLeadersProcessIsGone() {
        network.cut(); // nor does it come back by itself, perhaps before the second asks again
        network.disconnect(); // what the system does for a process that was killed
        await(second::isHeld);
        network.heal();
        pause(1_500);
        assertThat(List.of(first.isHeld(), second.isHeld())).containsExactlyInAnyOrder(true, false);
    }

    /** A frozen leader is the same to the database: its connection stays, and nothing is said on it. */
    @Test
    void passesOnWhenTheLeaderIsCutOffAndIsNeverHeldByTwo() {
        var begun = System.nanoTime();
        network.cut();

        await(() -> {
            // In this order: between the two questions the first may have to give it up.
            var bySecond = second.isHeld();
            assertThat(bySecond && first.isHeld()).isFalse();
            return bySecond;
        });
        System.out.printf("a cut-off leader was followed after %d ms%n", (System.nanoTime() - begun) / 1_000_000);
        network.heal();
        pause(2_500); // the first is back
        assertThat(first.isHeld()).isFalse();
        assertThat(second.isHeld()).isTrue();
    }

    @Test
    void cutsOffTheWorkOfWhoLosesIt() {
        var ended = new AtomicInteger();
        first.whileHeld(Mono.never()).doOnTerminate(ended::incrementAndGet).subscribe();
        assertThat(ended).hasValue(0);
        network.cut();
        await(() -> ended.get() == 1);
    }

    @Test
    void oneRunsWhatIsForOneAndEachWhatIsForEach() {
        var byFirst = new Runs(first);
        var bySecond = new Runs(second);
        await(() -> byFirst.forOne.get() >= 3 && byFirst.forEach.get() >= 3 && bySecond.forEach.get() >= 3);
        assertThat(bySecond.forOne).hasValue(0);

        byFirst.runner.stop();
        first.stop();

        await(() -> bySecond.forOne.get() >= 3);
        bySecond.runner.stop();
    }

    @Test
    void saysWhoLeads() {
        assertThat(meters.get("duban.jobs.leads").gauge().value()).isEqualTo(1);
    }

    private Leadership leadership(ConnectionFactory connections) {
        return new Leadership(new DirectConnections(connections), meters);
    }

    private static final class Runs {

        private final AtomicInteger forOne = new AtomicInteger();
        private final AtomicInteger forEach = new AtomicInteger();
        private final JobRunner runner;

        Runs(Leadership leadership) {
            var pause = Duration.ofMillis(20);
            runner = new JobRunner(
                    List.of(
                            new Job("for one", pause, () -> Mono.fromCallable(forOne::incrementAndGet)),
                            Job.onEachInstance("for each", pause, () -> Mono.fromCallable(forEach::incrementAndGet))),
                    leadership);
            runner.start();
        }
    }

    private static void await(BooleanSupplier claim) {
        var came = claim.getAsBoolean();
        for (int i = 0; i < 2_000 && !came; i++) {
            pause(10);
            came = claim.getAsBoolean();
        }
        assertThat(came).as("came true").isTrue();
    }

    private static void pause(long millis) {
        Mono.delay(Duration.ofMillis(millis)).block();
    }
}
