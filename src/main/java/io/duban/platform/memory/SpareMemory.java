package io.duban.platform.memory;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Returns what the JVM holds and does not use: the heap beyond its objects, by one collection of everything, and what malloc keeps for later, of which the compiler needs
 * most at the start. Takes the pause of that collection, so it is for quiet moments. Where the JVM knows no such thing, that part is left out.
 */
final class SpareMemory implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(SpareMemory.class);

    private static final String LEAST = "MinHeapFreeRatio";
    private static final String MOST = "MaxHeapFreeRatio";

    /** Per cent of the heap that stay free; by itself the JVM would leave 70. */
    private static final String LITTLE = "10";

    private static final String ENOUGH = "20";

    private final @Nullable HotSpotDiagnosticMXBean jvm =
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Override
    public void run() {
        collect();
        trim();
        log.debug(
                "Gave back what was spare: {}",
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
    }

    /** The heap's bounds hold for this collection only: for work it shall grow as it always does. */
    private void collect() {
        if (jvm == null) {
            return;
        }
        String least;
        String most;
        try {
            least = jvm.getVMOption(LEAST).getValue();
            most = jvm.getVMOption(MOST).getValue();
        } catch (IllegalArgumentException otherCollector) {
            return;
        }
        if (Integer.parseInt(most) <= Integer.parseInt(ENOUGH)) {
            System.gc(); // somebody wants less than we would leave
            return;
        }
        // Each must fit the other at any time.
        jvm.setVMOption(LEAST, LITTLE);
        jvm.setVMOption(MOST, ENOUGH);
        try {
            System.gc();
        } finally {
            jvm.setVMOption(MOST, most);
            jvm.setVMOption(LEAST, least);
        }
    }

    private static void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "systemTrimNativeHeap",
                            new Object[0],
                            new String[0]);
        } catch (JMException notHere) {
            log.debug("This JVM trims no native heap", notHere);
        }
    }
}
