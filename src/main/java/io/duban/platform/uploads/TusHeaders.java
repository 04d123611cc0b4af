package io.duban.platform.uploads;

import io.duban.platform.evidence.PartChecksum;
import io.duban.platform.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The headers of tus that are more than a number. */
final class TusHeaders {

    private static final String DECLARATION = "declaration";

    private TusHeaders() {}

    /** The declared file that {@code Upload-Metadata} names; other keys are the client's own business. */
    static UUID declaration(String metadata) {
        return Arrays.stream(metadata.split(","))
                .map(pair -> pair.strip().split(" +"))
                .filter(pair -> pair.length == 2 && pair[0].equals(DECLARATION))
                .findFirst()
                .map(pair -> id(pair[1]))
                .orElseThrow(TusHeaders::noDeclaration);
    }

    private static UUID id(String base64) {
        try {
            return UUID.fromString(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw noDeclaration();
        }
    }

    private static Refusal noDeclaration() {
        return Refusal.invalid(
                "Upload-Metadata",
                "Upload-Metadata 须以 declaration 指明已登记文件的编号(Base64)。",
                "Upload-Metadata names the declared file: declaration, a blank, its id in Base64.");
    }

    /** What {@code Upload-Checksum} says; null when there is none. */
    static @Nullable PartChecksum checksum(@Nullable String header) {
        if (header == null) {
            return null;
        }
        var parts = header.strip().split(" +");
        try {
            if (parts.length == 2) {
                return new PartChecksum(algorithm(parts[0]), Base64.getDecoder().decode(parts[1]));
            }
        } catch (IllegalArgumentException malformed) {
            // said below
        }
        throw Refusal.invalid(
                "Upload-Checksum",
                "Upload-Checksum 须为 sha256 或 sha1 加 Base64 校验值。",
                "Upload-Checksum takes sha256 or sha1, a blank and the hash in Base64.");
    }

    private static PartChecksum.Algorithm algorithm(String name) {
        return switch (name) {
            case "sha256" -> PartChecksum.Algorithm.SHA256;
            case "sha1" -> PartChecksum.Algorithm.SHA1;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
