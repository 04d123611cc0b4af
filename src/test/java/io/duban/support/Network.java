package io.duban.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What lies between a client and a server of this machine, and can be cut as a cable is: nobody is told, bytes are gone. */
public final class Network implements AutoCloseable {

    private final ServerSocket door;
    private final int server;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private final Set<Socket> forgotten = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    private Network(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        inBackground(this::admit);
    }

    /** A network to this port of the machine. */
    public static Network to(int server) {
        try {
            return new Network(server);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where a client connects instead. */
    public int port() {
        return door.getLocalPort();
    }

    /** From now on every byte is swallowed, also of new connections. */
    public void cut() {
        cut = true;
    }

    /** New connections work; those from before are reset, as nobody on the way knows them any more. */
    public void heal() {
        forgotten.addAll(ends); // or bytes would go through a connection that has lost some before it
        cut = false;
        disconnect(); // after that: one that came meanwhile and was swallowed would hang for ever
    }

    /** New connections work; of those from before every byte is swallowed for ever, as by a firewall that knows them no more and says nothing. */
    public void forget() {
        forgotten.addAll(ends);
        cut = false;
    }

    /** Both ends of every connection see it closed. */
    public void disconnect() {
        ends.removeIf(end -> {
            shut(end);
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
        disconnect();
    }

    private void admit() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                var other = new Socket(InetAddress.getLoopbackAddress(), server);
                ends.add(client);
                ends.add(other);
                inBackground(() -> carry(client, other));
                inBackground(() -> carry(other, client));
            } catch (IOException refused) {
                // The door was closed, or the server is down: its client sees no answer.
            }
        }
    }

    private void carry(Socket from, Socket to) {
        var bytes = new byte[8192];
        try {
            for (var read = from.getInputStream().read(bytes);
                    read >= 0;
                    read = from.getInputStream().read(bytes)) {
                if (!swallows(from)) {
                    to.getOutputStream().write(bytes, 0, read);
                }
            }
        } catch (IOException closed) {
            // As in the end.
        }
        if (!swallows(from)) {
            shut(from);
            shut(to);
        }
    }

    private boolean swallows(Socket end) {
        return cut || forgotten.contains(end);
    }

    private static void shut(Socket end) {
        try {
            end.close();
        } catch (IOException alreadyGone) {
            // Then it is shut.
        }
    }

    private static void inBackground(Runnable work) {
        var thread = new Thread(work, "network");
        thread.setDaemon(true);
        thread.start();
    }
}
