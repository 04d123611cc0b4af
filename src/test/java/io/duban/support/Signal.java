package io.duban.support;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What an operator sends to a process with kill(1). */
final class Signal {

    private Signal() {}

    /** @param signal as {@code STOP}, {@code CONT}, {@code TERM} */
    static void send(long pid, String signal) {
        try {
            var code = new ProcessBuilder("kill", "-" + signal, String.valueOf(pid))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + signal + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
