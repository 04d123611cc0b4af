package io.duban.platform.identity.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The key that signs tokens, kept in a file so that a restart logs nobody out. */
final class SigningKey {

    private SigningKey() {}

    static ECKey under(Path home) {
        Path file = home.resolve("keys").resolve("authorization.jwk");
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the signing key " + file + " cannot be kept", unreadable);
        }
    }

    private static ECKey read(Path file) throws IOException {
        allowOwnerOnly(file, "rw-------");
        try {
            return ECKey.parse(Files.readString(file));
        } catch (ParseException notAKey) {
            throw new IOException("not a JSON Web Key; remove the file to get a new one", notAKey);
        }
    }

    // Moved into place when complete: a crash must not leave half a key behind.
    private static ECKey create(Path file) throws IOException {
        ECKey key = generate();
        Path directory = Files.createDirectories(file.getParent());
        allowOwnerOnly(directory, "rwx------");
        Path draft = Files.createTempFile(directory, "authorization", ".tmp");
        allowOwnerOnly(draft, "rw-------");
        Files.writeString(draft, key.toJSONString());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException noCurve) {
            throw new IllegalStateException("this JVM has no P-256", noCurve);
        }
    }

    private static void allowOwnerOnly(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) { // Windows has none; there the profile directory's rights apply
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
