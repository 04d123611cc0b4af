package io.duban.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that are told theirs before they bind it, and bind it again after a kill. They lie below those which systems give to whoever asks for
 * any: one of these may be anybody's by then, in the seconds a process takes to start.
 */
public final class Ports {

    private static final int LOWEST = 12_000;
    private static final int BEYOND = 32_000;

    private Ports() {}

    public static int free() {
        var port = any();
        while (isTaken(port)) {
            port = any();
        }
        return port;
    }

    private static int any() {
        return ThreadLocalRandom.current().nextInt(LOWEST, BEYOND);
    }

    private static boolean isTaken(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[4]))) {
            return !socket.isBound();
        } catch (java.net.BindException taken) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
