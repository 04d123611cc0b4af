package io.duban.journey;

import io.duban.journey.EventParser.Message;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** How the stream lived: how often it was opened, let go, ended by the product, broken, and reset. */
final class StreamLife {

    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();
    private final AtomicInteger resets = new AtomicInteger();
    private final AtomicReference<String> lastFault = new AtomicReference<>("");

    void told(Message message) {
        switch (message.event()) {
            case "stream.opened" -> opened.incrementAndGet();
            case "stream.reset" -> resets.incrementAndGet();
            default -> {
                // the office's events are counted elsewhere
            }
        }
    }

    void dropped() {
        dropped.incrementAndGet();
    }

    void ended() {
        ended.incrementAndGet();
    }

    void broke(Exception fault) {
        broken.incrementAndGet();
        lastFault.set(fault.toString());
    }

    int resets() {
        return resets.get();
    }

    @Override
    public String toString() {
        String fault = lastFault.get();
        return "opened %s times, dropped on purpose %s times, ended by the product %s times, broken %s times, reset %s times%s"
                .formatted(opened, dropped, ended, broken, resets, fault.isEmpty() ? "" : "; last fault: " + fault);
    }
}
