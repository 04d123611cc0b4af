package io.duban.supervision.inspections;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Somebody's phone that sends files by tus, as the protocol says and no better. */
public record Tus(int port, UUID person) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Names a photo of an inspection, and gives its id. */
    UUID declared(UUID inspection, byte[] photo) {
        return declared(inspection, sha256(photo), photo.length);
    }

    UUID declared(UUID inspection, String sha256, long size) {
        var id = UUID.randomUUID();
        var answer = new Caller(port)
                .post(
                        person,
                        "/field-inspections/" + inspection + "/declared-photos",
                        "{\"files\":[{\"id\":\"%s\",\"sha256\":\"%s\",\"sizeBytes\":%d,\"purpose\":\"AFTER\"}]}"
                                .formatted(id, sha256, size));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return id;
    }

    public Caller.Answer create(UUID id, long length, String... headers) {
        return send(
                request("/uploads", headers)
                        .header("Upload-Length", Long.toString(length))
                        .header("Upload-Metadata", metadata(id)),
                "POST",
                BodyPublishers.noBody());
    }

    Caller.Answer createWith(UUID id, long length, byte[] first) {
        return send(
                request("/uploads")
                        .header("Upload-Length", Long.toString(length))
                        .header("Upload-Metadata", metadata(id))
                        .header("Content-Type", "application/offset+octet-stream"),
                "POST",
                BodyPublishers.ofByteArray(first));
    }

    Caller.Answer head(UUID id) {
        return send(request("/uploads/" + id), "HEAD", BodyPublishers.noBody());
    }

    long offset(UUID id) {
        var head = head(id);
        assertThat(head.status()).isEqualTo(200);
        return Long.parseLong(head.header("Upload-Offset"));
    }

    public Caller.Answer patch(UUID id, long offset, byte[] piece, String... headers) {
        return send(
                request("/uploads/" + id, headers)
                        .header("Upload-Offset", Long.toString(offset))
                        .header("Content-Type", "application/offset+octet-stream"),
                "PATCH",
                BodyPublishers.ofByteArray(piece));
    }

    Caller.Answer delete(UUID id) {
        return send(request("/uploads/" + id), "DELETE", BodyPublishers.noBody());
    }

    Caller.Answer send(HttpRequest.Builder request, String method, BodyPublisher body) {
        try {
            return new Caller.Answer(HTTP.send(request.method(method, body).build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1" + path))
                .header("Authorization", "Bearer " + TestTokens.of(person))
                .header("Tus-Resumable", "1.0.0");
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** A connection that has sent the head of a PATCH and the first {@code sent} of {@code length} bytes, and is still open. */
    Socket opened(UUID id, long offset, long length, byte[] file, int sent) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var head = """
                PATCH /v1/uploads/%s HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer %s\r
                Tus-Resumable: 1.0.0\r
                Content-Type: application/offset+octet-stream\r
                Upload-Offset: %d\r
                Content-Length: %d\r
                \r
                """.formatted(id, TestTokens.of(person), offset, length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(file, (int) offset, sent);
        socket.getOutputStream().flush();
        return socket;
    }

    public static String metadata(UUID id) {
        return "filename cGhvdG8,declaration "
                + Base64.getEncoder().encodeToString(id.toString().getBytes(StandardCharsets.US_ASCII));
    }

    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest("SHA-256", bytes));
    }

    static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
