package io.duban.networks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What lies between a phone and the product, and what it does to a connection: cuts it, forgets it without a word as a NAT does after some
 * idle minutes, or stops taking from the server as a phone does that sleeps.
 */
final class BadLine implements AutoCloseable {

    private static final int SMALL = 4096;

    private final ServerSocket door;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();
    private final List<Instant> accepted = new CopyOnWriteArrayList<>();
    private volatile int server;
    private volatile boolean asleep;

    BadLine(int server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        inBackground(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Where new connections lead to from now on. */
    void leadTo(int port) {
        server = port;
    }

    /** When each connection came. */
    List<Instant> accepted() {
        return List.copyOf(accepted);
    }

    /** Breaks all connections there are. */
    void cut() {
        connections.forEach(Connection::cut);
        connections.clear();
    }

    /** From now on nothing gets through on the connections there are, and nobody is told. */
    void forget() {
        connections.forEach(connection -> connection.forgotten = true);
        connections.clear();
    }

    void sleep() {
        asleep = true;
    }

    void wake() {
        asleep = false;
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            var phone = door.accept();
            accepted.add(Instant.now());
            var product = new Socket();
            try {
                product.setReceiveBufferSize(SMALL);
                product.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server));
                var connection = new Connection(phone, product);
                connections.add(connection);
                inBackground(() -> connection.carry(phone, product));
                inBackground(() -> connection.carry(product, phone));
            } catch (IOException nobodyThere) {
                phone.close();
            }
        }
    }

    private final class Connection {

        private final Socket phone;
        private final Socket product;
        private volatile boolean forgotten;

        private Connection(Socket phone, Socket product) {
            this.phone = phone;
            this.product = product;
        }

        private void carry(Socket from, Socket to) throws IOException {
            var bytes = new byte[SMALL];
            try {
                while (true) {
                    while (asleep && from == product) {
                        Thread.sleep(20);
                    }
                    var count = from.getInputStream().read(bytes);
                    if (forgotten) {
                        continueUnlessEnded(count);
                    } else if (count < 0) {
                        break;
                    } else {
                        to.getOutputStream().write(bytes, 0, count);
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            } finally {
                if (!forgotten) {
                    cut();
                }
            }
        }

        private void continueUnlessEnded(int count) throws IOException {
            if (count < 0) {
                throw new IOException("one end has gone, and the other is not told");
            }
        }

        private void cut() {
            try {
                phone.close();
                product.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException over) {
                        // the connection is broken, which is what this is for
                    }
                },
                "bad-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        asleep = false;
        cut();
    }
}
