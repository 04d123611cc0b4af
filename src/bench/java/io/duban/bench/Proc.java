package io.duban.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used, from /proc. */
public final class Proc {

    private static final double TICKS_PER_SECOND = 100;

    private Proc() {}

    /** Fields 14 and 15 of /proc/pid/stat (proc(5)), counted behind the name, which may hold spaces; 0 when it has ended. */
    public static double cpuSeconds(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
        } catch (IOException ended) {
            return 0;
        }
    }

    /** Its resident memory, in KiB. */
    public static long rssKib(long pid) {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException ended) {
            throw new IllegalStateException("process " + pid + " has ended", ended);
        }
    }
}
