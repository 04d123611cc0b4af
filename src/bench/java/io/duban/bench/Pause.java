package io.duban.bench;

/** Waits, where nothing tells when to go on. */
public final class Pause {

    private Pause() {}

    /** Sleeps. */
    public static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
