package io.duban.platform.pages;

import static io.duban.platform.pages.PaperSamples.OFD;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a seal is worth: intact and trusted, intact of a stranger, or of another paper. */
class SealTests {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final SealedOfd PAPER = new SealedOfd();
    private static final String CONTENT = "Doc_0/Pages/Content.xml";

    @RegisterExtension
    static final Workbench TRUSTING = new Workbench(PATIENCE, anchors());

    @RegisterExtension
    static final Workbench STRANGE = new Workbench(PATIENCE);

    @Test
    void namesWhoSealedAnUnchangedPaper() {
        var seal = only(TRUSTING, PAPER.parts("关于冬季供暖的通知"));

        assertThat(seal.reasons()).isEmpty();
        assertThat(seal.verdict()).isEqualTo(SealVerdict.VALID);
        assertThat(seal.name()).isEqualTo("南湖区人民政府办公室");
        assertThat(seal.signer()).isEqualTo("南湖区人民政府办公室");
        assertThat(seal.issuer()).isEqualTo("南湖区测试根证书");
        assertThat(seal.signedAt()).isEqualTo(SealedOfd.SIGNED_AT);
        assertThat(seal.pages()).containsExactly(1);
    }

    @Test
    void trustsNobodyItWasNotToldOf() {
        var seal = only(STRANGE, PAPER.parts("关于冬季供暖的通知"));

        assertThat(seal.verdict()).isEqualTo(SealVerdict.UNTRUSTED);
        assertThat(seal.reasons()).allMatch(reason -> reason.contains("信任名单"));
    }

    @Test
    void seesEveryChangeOfWhatWasSealed() {
        assertBroken(parts -> parts.put(CONTENT, changed(parts.get(CONTENT), "供暖", "供电")));
        assertBroken(parts -> parts.remove("Doc_0/PublicRes.xml"));
        var description = "Doc_0/Signs/Sign_0/Signature.xml";
        assertBroken(parts -> parts.put(description, changed(parts.get(description), "120 220", "120 100")));
        var value = "Doc_0/Signs/Sign_0/SignedValue.dat";
        assertBroken(
                parts -> parts.put(value, new SealedOfd().parts("关于冬季供暖的通知").get(value)));
        assertBroken(parts -> parts.put(
                "Doc_0/Signs/Sign_0/Seal.esl", new SealedOfd().parts("x").get("Doc_0/Signs/Sign_0/Seal.esl")));
        assertBroken(parts -> parts.remove(value));
    }

    @Test
    void showsTheSealOnThePage() {
        var sealed = TRUSTING.picture(TRUSTING.draw(PaperSamples.zip(PAPER.parts("通知")), OFD, 1, 720));

        assertThat(sealed.getRGB(480, 780) & 0xffffff).as("the seal's orange").isEqualTo(0xffc800);
    }

    @Test
    void readsARealSealThatHasExpired() {
        var seal =
                STRANGE.read(PaperSamples.resource("sealed.ofd"), OFD).seals().get(0);

        assertThat(seal.verdict()).isEqualTo(SealVerdict.UNTRUSTED);
        assertThat(seal.name()).isEqualTo("OFD R&W 测试用印章");
        assertThat(seal.reasons()).contains("签章时印章不在有效期内");
    }

    @Test
    void seesAChangeOfTheRealPaper() throws IOException {
        var parts = unpacked(PaperSamples.resource("sealed.ofd"));
        var page = "Doc_0/Pages/Page_0/Content.xml";
        parts.put(page, changed(parts.get(page), "你好呀", "不好呀"));

        var seal = only(STRANGE, parts);

        assertThat(seal.verdict()).isEqualTo(SealVerdict.BROKEN);
        assertThat(seal.reasons()).anyMatch(reason -> reason.contains(page));
    }

    private static void assertBroken(Consumer<Map<String, byte[]>> change) {
        var parts = PAPER.parts("关于冬季供暖的通知");
        change.accept(parts);
        assertThat(only(TRUSTING, parts).verdict()).isEqualTo(SealVerdict.BROKEN);
    }

    private static SealFinding only(Workbench bench, Map<String, byte[]> parts) {
        var seals = bench.read(PaperSamples.zip(parts), OFD).seals();
        assertThat(seals).hasSize(1);
        return seals.get(0);
    }

    private static byte[] changed(byte[] part, String from, String to) {
        var text = new String(part, StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static String anchors() {
        try {
            return Files.write(Files.createTempFile("anchors", ".pem"), PAPER.anchors())
                    .toString();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
