package io.duban.journey;

import io.duban.journey.Order.About;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands the rows of the file in as a partner's system does, some of them twice. */
final class Tickets {

    private final Clerk clerk;
    private final Bearer partner;
    private final ConcurrentMap<About, Loaded> loaded = new ConcurrentHashMap<>();
    private final AtomicInteger twins = new AtomicInteger();

    /** A row and the ticket the product made of it. */
    record Loaded(RequestRow row, String id, String status, String seen) {

        /** Nobody has done anything with it, or this run's keys repeat who did. */
        boolean isNew() {
            return status.equals("RECEIVED");
        }
    }

    Tickets(Clerk clerk, Bearer partner) {
        this.clerk = clerk;
        this.partner = partner;
    }

    /** The rows as they are sent: a twin follows its row at once, so that both are often on the way at the same time. */
    static List<RequestRow> withTwins(List<RequestRow> rows, int every) {
        List<RequestRow> all = new ArrayList<>();
        for (RequestRow row : rows) {
            all.add(row);
            if (every > 0 && row.about().row() % every == 0) {
                all.add(row);
            }
        }
        return all;
    }

    void accept(RequestRow row) {
        Answer answer =
                clerk.carryOut(Order.of(Kind.ACCEPT, row.about(), partner, "/hotline-tickets", null, row.ticket()));
        if (answer.isDone()) {
            Loaded now = new Loaded(row, answer.id(), answer.text("status"), answer.etag());
            Loaded before = loaded.putIfAbsent(row.about(), now);
            if (before != null && !before.id().equals(now.id())) {
                throw new IllegalStateException("one key, two tickets: " + before.id() + " and " + now.id());
            }
            twins.addAndGet(before == null ? 0 : 1);
        }
    }

    /** Each ticket once, in the order of the file. */
    List<Loaded> loaded() {
        return loaded.values().stream()
                .sorted((one, other) -> Long.compare(
                        one.row().about().row(), other.row().about().row()))
                .toList();
    }

    /** How many second requests gave the ticket of the first. */
    int twins() {
        return twins.get();
    }
}
