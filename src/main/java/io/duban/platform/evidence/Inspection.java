package io.duban.platform.evidence;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a complete file before it may enter storage: what is it, and is it harmless. Blocks; used on inspection
 * threads.
 *
 * @param kind what the content is
 * @param photo what a photo tells of itself; null for other files
 */
record Inspection(ContentKind kind, @Nullable PhotoFacts photo) {

    private static final int HEAD_BYTES = 512;
    private static final String JPEG = "ffd8ff";
    private static final String PNG = "89504e470d0a1a0a";
    private static final String ZIP = "504b0304";
    /** An ID3 tag of version 2.2 to 2.4, or a frame of MPEG 1 or 2, layer 3, with or without a checksum. */
    private static final Set<String> MP3_HEADS =
            Set.of("ID3\2\0", "ID3\3\0", "ID3\4\0", "\u00ff\u00fb", "\u00ff\u00fa", "\u00ff\u00f3", "\u00ff\u00f2");

    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx");
    private static final Set<String> HEIF_BRANDS = Set.of("mif1", "msf1");

    static Inspection of(Path file, Intake rules) throws IOException {
        var head = head(file);
        var photo = photoKind(head);
        if (photo != null) {
            return new Inspection(photo, PhotoReading.of(file, photo));
        }
        if (!rules.takesPapers()) {
            throw unsupported("照片只收 JPEG、PNG、HEIF", "a photo must be JPEG, PNG or HEIF");
        }
        return new Inspection(paperKind(file, head), null);
    }

    private static byte[] head(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(HEAD_BYTES);
        }
    }

    private static @Nullable ContentKind photoKind(byte[] head) {
        var hex = HexFormat.of().formatHex(head, 0, Math.min(12, head.length));
        if (hex.startsWith(JPEG)) {
            return ContentKind.JPEG;
        }
        return hex.startsWith(PNG) ? ContentKind.PNG : heifKind(new String(head, StandardCharsets.ISO_8859_1));
    }

    // "mif1" alone does not say which codec is inside, and AVIF claims it too: the other brands are looked at as well.
    private static @Nullable ContentKind heifKind(String head) {
        if (head.length() < 16 || !head.startsWith("ftyp", 4)) {
            return null;
        }
        var brand = head.substring(8, 12);
        if (HEIC_BRANDS.contains(brand)) {
            return ContentKind.HEIC;
        }
        var others = head.substring(16, Math.min(head.length(), Math.max(16, head.charAt(3))));
        return HEIF_BRANDS.contains(brand) && !others.contains("avif") ? ContentKind.HEIF : null;
    }

    private static ContentKind paperKind(Path file, byte[] head) throws IOException {
        var text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("%PDF-")) {
            return ContentKind.PDF;
        }
        var voice = voiceKind(text);
        if (voice != null) {
            return voice;
        }
        if (HexFormat.of().formatHex(head).startsWith(ZIP)) {
            return PackageReading.kindOf(file);
        }
        TextReading.check(file);
        return ContentKind.TEXT;
    }

    /** A leader's voice note, as phones record it; what merely begins with such letters is text, and is read as text. */
    private static @Nullable ContentKind voiceKind(String head) {
        if (head.startsWith("ftypM4A ", 4)) {
            return ContentKind.M4A;
        }
        if (head.startsWith("#!AMR\n") || head.startsWith("#!AMR-WB\n")) {
            return ContentKind.AMR;
        }
        if (MP3_HEADS.stream().anyMatch(head::startsWith)) {
            return ContentKind.MP3;
        }
        if (head.startsWith("RIFF") && head.startsWith("WAVEfmt ", 8)) {
            return ContentKind.WAV;
        }
        return head.startsWith("OggS\0") ? ContentKind.OGG : null;
    }

    static Refusal unsupported(String zh, String en) {
        return Refusal.of(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, zh, en);
    }

    static Refusal tooLarge(String zh, String en) {
        return Refusal.of(RefusalCode.E_WEB_TOO_LARGE, zh, en);
    }

    /** The words found are never repeated: neither the answer nor a log may carry what must not be kept. */
    static Refusal classified() {
        return Refusal.of(
                RefusalCode.E_GEN_CLASSIFIED_REFUSED,
                "内容带有国家秘密标志，不得上传本系统，文件未保存",
                "a state-secret mark was found; nothing was kept");
    }
}
