package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocket;
import okhttp3.Protocol;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the server tells a client of HTTP/2 first: how much it may ask at once. */
@TlsServer
class Http2LimitsTests {

    private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
    private static final int SETTINGS = 4;
    private static final int HEAD = 9;
    private static final int MAX_CONCURRENT_STREAMS = 3;
    private static final int MAX_HEADER_LIST_SIZE = 6;

    @LocalServerPort
    int port;

    @Test
    void aConnectionHasAHundredStreamsAtOnceAndHeadsOfThePropertysSize() throws IOException {
        assertThat(settings()).containsEntry(MAX_CONCURRENT_STREAMS, 100).containsEntry(MAX_HEADER_LIST_SIZE, 8 * 1024);
    }

    private Map<Integer, Integer> settings() throws IOException {
        var client = TlsServer.Certificate.client(Set.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
        try (var socket = (SSLSocket) client.sslSocketFactory().createSocket("localhost", port)) {
            socket.setSoTimeout(10_000);
            var parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2"});
            socket.setSSLParameters(parameters);
            var out = socket.getOutputStream();
            out.write(PREFACE.getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0});
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            var head = ByteBuffer.wrap(in.readNBytes(HEAD));
            assertThat(head.get(3)).isEqualTo((byte) SETTINGS);
            var body = ByteBuffer.wrap(in.readNBytes(head.getShort(1)));
            var told = new HashMap<Integer, Integer>();
            while (body.hasRemaining()) {
                told.put((int) body.getShort(), body.getInt());
            }
            return told;
        }
    }
}
