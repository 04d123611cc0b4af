package io.duban.platform.evidence;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The same promises over the S3 protocol, against a server in memory. */
class S3EvidenceStoreTest extends EvidenceStoreContract {

    private static S3Proxy server;
    private static S3EvidenceStore store;

    @BeforeAll
    static void start() throws Exception {
        server = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .blobStore(new TransientNio2BlobStore())
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        var endpoint = "http://127.0.0.1:" + server.getPort();
        store = new S3EvidenceStore(new EvidenceSettings.S3(endpoint, "evidence", "us-east-1", "key", "secret"));
        store.client().createBucket(bucket -> bucket.bucket("evidence")).join();
    }

    @AfterAll
    static void stop() throws Exception {
        store.close();
        server.stop();
    }

    @Override
    EvidenceStore store() {
        return store;
    }
}
