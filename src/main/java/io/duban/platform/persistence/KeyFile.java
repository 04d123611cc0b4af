package io.duban.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret that one installation makes for itself, kept in a file below {@code keys} that only its owner reads. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * What the file holds; what {@code fresh} makes when there is none yet.
     *
     * @throws UncheckedIOException when it can be neither read nor written
     */
    public static String kept(Path home, String name, Supplier<String> fresh) {
        var file = home.resolve("keys").resolve(name);
        try {
            return Files.exists(file) ? read(file) : create(file, fresh.get());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key " + file + " cannot be kept", unreadable);
        }
    }

    private static String read(Path file) throws IOException {
        allowOwnerOnly(file, "rw-------");
        return Files.readString(file);
    }

    // Moved into place when complete: a crash must not leave half a key behind.
    private static String create(Path file, String secret) throws IOException {
        var directory = Files.createDirectories(file.getParent());
        allowOwnerOnly(directory, "rwx------");
        var draft = Files.createTempFile(directory, "key", ".tmp");
        allowOwnerOnly(draft, "rw-------");
        Files.writeString(draft, secret);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    private static void allowOwnerOnly(Path path, String permissions) throws IOException {
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view != null) { // Windows has none; there the profile directory's rights apply
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }
}
