package io.duban.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import redis.embedded.RedisServer;

/** A Redis from a Maven artifact, on a port of its own, that keeps nothing and to which everything can happen. */
public final class RealRedis implements AutoCloseable {

    private final int port = Ports.free();
    private RedisServer server;
    private ProcessHandle process;

    private RealRedis() {
        start();
    }

    public static RealRedis started() {
        return new RealRedis();
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** Starts it, empty. */
    public void start() {
        var before = children();
        try {
            server = RedisServer.newRedisServer()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var more = new HashSet<>(children());
        more.removeAll(before);
        process = more.stream()
                .filter(child -> child.info().command().orElse("").contains("redis"))
                .findFirst()
                .orElseThrow();
    }

    /** Connections stay and nothing is answered. */
    public void freeze() {
        Signal.send(process.pid(), "STOP");
    }

    public void thaw() {
        Signal.send(process.pid(), "CONT");
    }

    public void kill() {
        process.destroyForcibly();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Redis survived a kill", e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }
}
