package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import io.tus.java.client.ProtocolException;
import io.tus.java.client.TusClient;
import io.tus.java.client.TusExecutor;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tus project's own Java client, unchanged. */
@ServerTest
class TusJavaClientTests {

    private static final int CHUNK = 64 * 1024;

    @LocalServerPort
    int port;

    Caller caller;
    UUID inspection;
    byte[] photo;
    UUID id;

    @BeforeEach
    void declared() {
        caller = new Caller(port);
        inspection = Spot.of(caller).inspection();
        photo = Photos.noise(640, 480, ThreadLocalRandom.current().nextLong());
        id = new Tus(port, INSPECTOR).declared(inspection, photo);
    }

    @Test
    void sendsAFile() throws Exception {
        var client = client();
        var sent = new TusExecutor() {
            @Override
            protected void makeAttempt() throws ProtocolException, IOException {
                var uploader = client.resumeOrCreateUpload(upload());
                uploader.setChunkSize(CHUNK);
                uploader.setRequestPayloadSize(2 * CHUNK);
                while (uploader.uploadChunk() > -1) {
                    assertThat(uploader.getOffset()).isPositive();
                }
                uploader.finish();
            }
        };

        assertThat(sent.makeAttempts()).isTrue();

        arrived();
    }

    @Test
    void goesOnWithAFileThatWasLeftHalfWay() throws Exception {
        var client = client();
        var first = client.resumeOrCreateUpload(upload());
        first.setChunkSize(CHUNK);
        first.setRequestPayloadSize(CHUNK);
        first.uploadChunk();
        first.finish();
        assertThat(new Tus(port, INSPECTOR).offset(id)).isEqualTo(CHUNK);

        var second = client.resumeUpload(upload());
        assertThat(second.getOffset()).isEqualTo(CHUNK);
        second.setChunkSize(CHUNK);
        while (second.uploadChunk() > -1) {
            assertThat(second.getOffset()).isGreaterThan(CHUNK);
        }
        second.finish();

        arrived();
    }

    private TusClient client() throws IOException {
        var client = new TusClient();
        client.setUploadCreationURL(
                URI.create("http://127.0.0.1:" + port + "/v1/uploads").toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + TestTokens.of(INSPECTOR)));
        client.enableResuming(new TusURLMemoryStore());
        return client;
    }

    private TusUpload upload() {
        var upload = new TusUpload();
        upload.setInputStream(new ByteArrayInputStream(photo));
        upload.setSize(photo.length);
        upload.setFingerprint(id.toString());
        upload.setMetadata(Map.of("declaration", id.toString()));
        return upload;
    }

    private void arrived() {
        assertThat(caller.get(INSPECTOR, "/declared-files/" + id).<Boolean>at("$.arrived"))
                .isTrue();
        assertThat(caller.get(INSPECTOR, "/field-inspections/" + inspection + "/photos")
                        .<List<String>>at("$.items[*].sha256"))
                .containsExactly(Tus.sha256(photo));
    }
}
