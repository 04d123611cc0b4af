package io.duban.journey;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was noticed on the way beside the numbers: oddities of the input, steps taken, and what did not end as it should have. */
final class Findings {

    private final Queue<String> warnings = new ConcurrentLinkedQueue<>();
    private final Queue<String> steps = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Something odd that stops nothing. */
    void warn(String what) {
        warnings.add(what);
    }

    /** Something that was reached. */
    void note(String what) {
        steps.add(what);
    }

    /** Something that should have gone otherwise: the journey has failed. */
    void fail(String what) {
        failures.add(what);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    List<String> steps() {
        return List.copyOf(steps);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
