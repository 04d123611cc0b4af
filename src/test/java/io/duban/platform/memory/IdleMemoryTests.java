package io.duban.platform.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When the process gives memory back, by a processor and a heap that are told; and that it does. */
class IdleMemoryTests {

    private static final long MEGABYTE = 1 << 20;
    private static final long BUSY = IdleMemory.LOOK.toNanos();
    private static final long IDLE = BUSY / 50;

    private final AtomicLong cpu = new AtomicLong();
    private final AtomicLong heap = new AtomicLong(300 * MEGABYTE);
    private final AtomicInteger given = new AtomicInteger();
    private final IdleMemory memory = new IdleMemory(cpu::get, heap::get, () -> {
        given.incrementAndGet();
        heap.set(90 * MEGABYTE);
    });

    @Test
    void isGivenBackOnceWhenTheStartIsOver() {
        looks(BUSY, BUSY, IDLE);
        assertThat(given).hasValue(0);
        looks(IDLE);
        assertThat(given).hasValue(1);
        looks(IDLE, IDLE, IDLE);
        assertThat(given).hasValue(1);
    }

    @Test
    void isKeptWhileThereIsWork() {
        looks(BUSY, IDLE, BUSY, IDLE, BUSY, IDLE, BUSY);

        assertThat(given).hasValue(0);
    }

    @Test
    void isGivenBackAgainAfterWorkThatNeededMore() {
        looks(IDLE, IDLE);
        heap.set(120 * MEGABYTE);
        looks(BUSY, IDLE, IDLE);
        assertThat(given).as("for so little").hasValue(1);

        heap.set(400 * MEGABYTE);
        looks(BUSY, IDLE, IDLE);
        assertThat(given).hasValue(2);
    }

    @Test
    void isLessAfterwardsAndTheHeapsBoundsAreWhatTheyWere() {
        var bounds = bounds();
        var passing = IntStream.range(0, 300)
                .mapToObj(any -> new byte[(int) MEGABYTE - 64])
                .toList();
        assertThat(passing).hasSize(300);
        passing = List.of();
        var before = committed();

        new SpareMemory().run();

        assertThat(committed()).isLessThan(before);
        assertThat(bounds()).isEqualTo(bounds);
    }

    /** Of the two bounds each must fit the other: ours would not fit these. */
    @Test
    void keepsBoundsThatAreNarrowerAlready() {
        var jvm = ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
        var before = bounds().split(" ");
        jvm.setVMOption("MinHeapFreeRatio", "5");
        jvm.setVMOption("MaxHeapFreeRatio", "8");
        try {
            new SpareMemory().run();
            assertThat(bounds()).isEqualTo("5 8");
        } finally {
            jvm.setVMOption("MaxHeapFreeRatio", before[1]);
            jvm.setVMOption("MinHeapFreeRatio", before[0]);
        }
    }

    private void looks(long... used) {
        for (var nanos : used) {
            cpu.addAndGet(nanos);
            memory.look();
        }
    }

    private static long committed() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }

    private static String bounds() {
        var jvm = ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class);
        return jvm.getVMOption("MinHeapFreeRatio").getValue() + " "
                + jvm.getVMOption("MaxHeapFreeRatio").getValue();
    }
}
