package io.duban.networks;

import io.duban.support.ServerTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The product that speaks TLS and HTTP/2 itself, as {@code server.ssl.*} and {@code server.http2.enabled} ask it to, with a certificate made on the spot. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@ContextConfiguration(initializers = {ServerTest.Surroundings.class, TlsServer.Certificate.class})
@TestPropertySource(
        properties = {
            "server.http2.enabled=true",
            "duban.realtime.heartbeat=300ms",
            "duban.realtime.patience=3s",
            "duban.realtime.tail=64",
            "duban.realtime.per-client=100",
            "duban.hotline.board.snapshot-every=1h" // its events are on the board too
        })
@interface TlsServer {

    /** Makes the certificate, and the clients that trust it and nothing else. */
    class Certificate implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        private static final HeldCertificate HELD = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .build();

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(settings(Path.of("target", "certificates"))).applyTo(context);
        }

        /** Writes the certificate and its key into a folder. */
        static List<String> settings(Path folder) {
            try {
                Files.createDirectories(folder);
                var certificate = Files.writeString(folder.resolve("server.crt"), HELD.certificatePem());
                var key = Files.writeString(folder.resolve("server.key"), HELD.privateKeyPkcs8Pem());
                return List.of(
                        "server.ssl.certificate=file:" + certificate.toAbsolutePath(),
                        "server.ssl.certificate-private-key=file:" + key.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static OkHttpClient client(Set<Protocol> protocols) {
            var trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(HELD.certificate())
                    .build();
            return new OkHttpClient.Builder()
                    .protocols(List.copyOf(protocols))
                    .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                    .build();
        }
    }
}
