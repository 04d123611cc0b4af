package io.duban.bench.streams;

import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * Commands at a rising rate until a product that has just started no longer gets cheaper: its first thousands cost it several times of what later ones do,
 * since they pay for its compiler. What is measured after that is a product at work.
 */
public final class WarmUp {

    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int LEAST_STEPS = 6;
    private static final int MOST_STEPS = 9;
    private static final int FIRST_PER_SECOND = 50;

    /** A step that costs more than this share of the one before, at the same rate, is the last. */
    private static final double NO_LONGER_FALLS = 0.95;

    private final DoubleSupplier cpuSeconds;
    private double first;
    private double last = Double.POSITIVE_INFINITY;
    private int steps;
    private int sent;
    private int refused;
    private int perSecond = FIRST_PER_SECOND;

    /** @param cpuSeconds processor time until now of all that a command costs */
    public WarmUp(DoubleSupplier cpuSeconds) {
        this.cpuSeconds = cpuSeconds;
    }

    /**
     * Takes 60 to 90 seconds, and as long as the last answers.
     *
     * @param calls of each step, sent once
     * @param most commands a second, come to by doubling; a product that refuses more than a hundredth of a step is given half
     */
    public WarmUp upTo(int most, Supplier<Calls> calls) {
        while (steps < MOST_STEPS) {
            var step = calls.get();
            var before = cpuSeconds.getAsDouble();
            var ofStep = step.send(perSecond, STEP);
            var cost = (cpuSeconds.getAsDouble() - before) * 1_000 / Math.max(1, ofStep - step.refused());
            var settled = steps >= LEAST_STEPS - 1 && cost > last * NO_LONGER_FALLS;
            first = steps == 0 ? cost : first;
            steps++;
            sent += ofStep;
            refused += step.refused();
            var next = step.tooManyRefused(ofStep) ? perSecond / 2 : Math.min(most, perSecond * 2);
            last = cost;
            if (settled && next == perSecond) {
                break;
            }
            perSecond = Math.max(FIRST_PER_SECOND / 2, next);
        }
        return this;
    }

    /** What it was and what came of it. */
    public Map<String, Object> figures() {
        return Map.of(
                "seconds", steps * STEP.toSeconds(),
                "sent", sent,
                "refused", refused,
                "cpuMsForACommandFirst", first,
                "cpuMsForACommandLast", last,
                "lastPerSecond", perSecond);
    }
}
