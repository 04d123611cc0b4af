package io.duban.bench.streams;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** {@link BareServer} in a process of its own. */
final class Bare implements Carrier {

    private final Process process;
    private final int port;
    private final Posted posted;

    private Bare(Process process, int port) {
        this.process = process;
        this.port = port;
        this.posted = new Posted(port);
    }

    static Carrier start(Path work, int port) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dio.netty.leakDetection.level=disabled",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        String.valueOf(port))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("bare.log").toFile())
                .start();
        try {
            return new Bare(process, port);
        } catch (UncheckedIOException deaf) {
            process.destroy();
            throw deaf;
        }
    }

    @Override
    public String name() {
        return "bare Netty";
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String request(int phone, boolean own) {
        return "/sub?id=" + (own ? Carrier.channelOf(phone) : Mark.EVERYBODY);
    }

    @Override
    public void toAll(long first, int count) {
        posted.toAll(first, count);
    }

    @Override
    public void toSome(long first, int count, int channels) {
        posted.toSome(first, count, channels);
    }

    @Override
    public void close() {
        posted.close();
        process.destroy();
    }
}
