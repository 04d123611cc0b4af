package io.duban.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts and times the commands of each kind. */
final class Tally {

    private final Map<Kind, Figures> kinds = new EnumMap<>(Kind.class);

    /**
     * What was counted of a kind.
     *
     * @param acknowledged carried out by this run
     * @param replayed answered from an earlier request
     */
    record Line(
            Kind kind,
            int sent,
            int acknowledged,
            int replayed,
            int refused,
            int retried,
            double p50,
            double p99,
            double seconds) {}

    private static final class Figures {
        private final List<Double> millis = new ArrayList<>();
        private int sent;
        private int acknowledged;
        private int replayed;
        private int retried;
        private long startedAt = Long.MAX_VALUE;
        private long endedAt;
    }

    synchronized void sent(Kind kind) {
        Figures figures = figures(kind);
        figures.sent++;
        figures.startedAt = Math.min(figures.startedAt, System.nanoTime());
    }

    synchronized void answered(Kind kind, Answer answer) {
        Figures figures = figures(kind);
        figures.millis.add(answer.millis());
        figures.acknowledged += answer.isFresh() ? 1 : 0;
        figures.replayed += answer.isDone() && !answer.isFresh() ? 1 : 0;
        figures.retried += answer.attempts() - 1;
        figures.endedAt = System.nanoTime();
    }

    synchronized List<Line> lines() {
        return kinds.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Line line(Kind kind, Figures figures) {
        List<Double> sorted = new ArrayList<>(figures.millis);
        Collections.sort(sorted);
        return new Line(
                kind,
                figures.sent,
                figures.acknowledged,
                figures.replayed,
                figures.sent - figures.acknowledged - figures.replayed,
                figures.retried,
                percentile(sorted, 0.50),
                percentile(sorted, 0.99),
                (figures.endedAt - figures.startedAt) / 1e9);
    }

    private static double percentile(List<Double> sorted, double part) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }

    private Figures figures(Kind kind) {
        return kinds.computeIfAbsent(kind, first -> new Figures());
    }
}
