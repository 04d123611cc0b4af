package io.duban.platform.pages;

import static io.duban.platform.pages.PaperFault.DAMAGED;
import static io.duban.platform.pages.PaperFault.ENCRYPTED;
import static io.duban.platform.pages.PaperFault.FORBIDDEN;
import static io.duban.platform.pages.PaperFault.TOO_COMPLEX;
import static io.duban.platform.pages.PaperFault.TOO_LARGE;
import static io.duban.platform.pages.PaperSamples.DOCX;
import static io.duban.platform.pages.PaperSamples.OFD;
import static io.duban.platform.pages.PaperSamples.PDF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files made to hurt: each is refused in bounded memory and time, and the next ordinary file is read as if nothing had been. */
class HostilePapersTests {

    /** Long enough for a refusal on a machine that has much else to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final Duration SHORT = Duration.ofSeconds(8);
    private static final long MOST_MEMORY = 450L * 1024 * 1024;
    private static final int MEGABYTE = 1024 * 1024;

    @RegisterExtension
    static final Workbench BENCH = new Workbench(PATIENCE);

    @RegisterExtension
    static final Workbench IMPATIENT = new Workbench(SHORT);

    private long began;

    @BeforeEach
    void start() {
        began = System.nanoTime();
    }

    @AfterEach
    void staysWithinBoundsAndGoesOn() {
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(PATIENCE.multipliedBy(3));
        assertThat(Workbench.mostMemory()).isLessThan(MOST_MEMORY);
        assertThat(BENCH.read(PaperSamples.png(30, 15), "image/png").sizes()).hasSize(1);
    }

    @Test
    void refusesPartsThatUnpackWithoutEnd() {
        var parts = PaperSamples.ofd(PaperSamples.line("文"));
        parts.put("Doc_0/Pages/Content.xml", new byte[150 * MEGABYTE]);

        assertThat(BENCH.fault(PaperSamples.zip(parts), OFD)).isEqualTo(TOO_LARGE);
    }

    @Test
    void refusesSixtyThousandParts() {
        var parts = new LinkedHashMap<>(PaperSamples.ofd(PaperSamples.line("文")));
        for (int i = 0; i < 60_000; i++) {
            parts.put("x/" + i, new byte[0]);
        }

        assertThat(BENCH.fault(PaperSamples.zip(parts), OFD)).isEqualTo(TOO_LARGE);
    }

    @Test
    void refusesNamesThatLeadOutside() {
        var parts = PaperSamples.ofd(PaperSamples.line("文"));
        parts.put("../../../etc/cron.d/x", new byte[3]);
        assertThat(BENCH.fault(PaperSamples.zip(parts), OFD)).isEqualTo(FORBIDDEN);

        var pointing = PaperSamples.ofd(PaperSamples.line("文"));
        pointing.put(
                "OFD.xml",
                PaperSamples.xml(
                        "<ofd:OFD %s><ofd:DocBody><ofd:DocRoot>../../../../etc/passwd</ofd:DocRoot></ofd:DocBody></ofd:OFD>"));
        assertThat(BENCH.fault(PaperSamples.zip(pointing), OFD)).isEqualTo(FORBIDDEN);
    }

    @Test
    void refusesEntitiesOfAnyKind() {
        var laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        var bomb = laughs + "]><x>&a29;</x>";
        var outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        for (var xml : new String[] {bomb, outside}) {
            var ofd = PaperSamples.ofd("");
            ofd.put("Doc_0/Pages/Content.xml", xml.getBytes(StandardCharsets.UTF_8));
            assertThat(BENCH.fault(PaperSamples.zip(ofd), OFD)).isEqualTo(FORBIDDEN);
            var docx = Map.of("word/document.xml", xml.getBytes(StandardCharsets.UTF_8));
            assertThat(BENCH.fault(PaperSamples.zip(docx), DOCX)).isEqualTo(FORBIDDEN);
        }
    }

    @Test
    void refusesXmlOfEndlessDepth() {
        var ofd = PaperSamples.ofd("<a>".repeat(300_000) + "</a>".repeat(300_000));

        assertThat(BENCH.fault(PaperSamples.zip(ofd), OFD)).isIn(DAMAGED, TOO_COMPLEX);
    }

    @Test
    void refusesGraphicThatHoldsItself() {
        var ofd = PaperSamples.zip(PaperSamples.ofd("<ofd:CompositeObject ResourceID=\"9\" Boundary=\"0 0 1 1\"/>"));

        assertThat(BENCH.fault(ofd, OFD)).isEqualTo(TOO_COMPLEX);
    }

    @Test
    void refusesHugePages() throws IOException {
        assertThat(BENCH.fault(pdf("[0 0 9000000 9000000]", ""), PDF)).isEqualTo(TOO_LARGE);
        assertThat(BENCH.fault(pdf("[0 0 2 14000]", ""), PDF)).isEqualTo(TOO_LARGE);
    }

    @Test
    void refusesThousandsOfPages() throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < 5_000; i++) {
                document.addPage(new PDPage());
            }
            assertThat(BENCH.fault(PaperSamples.bytes(document), PDF)).isEqualTo(TOO_LARGE);
        }
    }

    @Test
    void refusesPageTreeThatHoldsItself() {
        var pdf = PaperSamples.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>");

        assertThat(BENCH.fault(pdf, PDF)).isIn(DAMAGED, TOO_LARGE, TOO_COMPLEX);
    }

    @Test
    void endsDrawingThatCallsItself() {
        var pdf = PaperSamples.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
                "<< /Length 5 >>\nstream\n/X Do\nendstream",
                "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\n"
                        + "stream\n/X Do /X Do\nendstream");

        // Drawn empty or refused; what matters is that it ends.
        try {
            assertThat(BENCH.draw(pdf, PDF, 1, 720)).isNotEmpty();
        } catch (RuntimeException refused) {
            assertThat(Workbench.fault(() -> {
                        throw refused;
                    }))
                    .isIn(DAMAGED, TOO_COMPLEX);
        }
    }

    @Test
    void killsTheProcessThatDrawsForEver() throws IOException {
        var pdf = endless();

        assertThat(Workbench.fault(() -> IMPATIENT.draw(pdf, PDF, 1, 1440))).isEqualTo(TOO_COMPLEX);
    }

    /** Or it would outlive the product, with nobody left to end it; of the file nothing is said that would be kept. */
    @Test
    void endsWhatIsAtWorkTogetherWithTheProduct() throws Exception {
        var product = new Workbench(PATIENCE);
        var drawing = product.workers
                .draw(product.file(endless()), PDF, 1, 1440)
                .materialize()
                .toFuture();
        await().pollDelay(Duration.ofSeconds(2)).until(() -> product.workers.given(PaperTask.Work.DRAW) == 1);

        product.workers.close();

        assertThat(drawing)
                .succeedsWithin(PATIENCE.dividedBy(2))
                .matches(end -> end.getThrowable() instanceof Refusal refusal
                        && refusal.code() == RefusalCode.E_WEB_UNAVAILABLE);
        product.afterAll(null);
    }

    private static byte[] endless() throws IOException {
        return pdf("[0 0 200 200]", "0 0 m 180 180 l 90 20 50 60 170 10 c S\n".repeat(2_000_000));
    }

    @Test
    void survivesPictureThatUnpacksToGigabytes() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            for (int i = 0; i < 1_200; i++) {
                deflater.write(new byte[MEGABYTE]);
            }
        }
        var data = out.toString(StandardCharsets.ISO_8859_1);
        var pdf = PaperSamples.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
                "<< /Length 24 >>\nstream\n200 0 0 200 0 0 cm /X Do\nendstream",
                "<< /Type /XObject /Subtype /Image /Width 20000 /Height 20000 /BitsPerComponent 8 /ColorSpace /DeviceRGB"
                        + " /Filter /FlateDecode /Length " + out.size() + " >>\nstream\n" + data + "\nendstream");

        try {
            // Left out of the page, or sampled while it unpacks: both are fine within the bounds.
            assertThat(BENCH.draw(pdf, PDF, 1, 720)).isNotEmpty();
        } catch (RuntimeException refused) {
            assertThat(Workbench.fault(() -> {
                        throw refused;
                    }))
                    .isIn(DAMAGED, TOO_COMPLEX);
        }
    }

    @Test
    void refusesPicturesOfTooManyPixelsBeforeDecodingThem() {
        var png = PaperSamples.png(10, 10);
        ByteBuffer.wrap(png).putInt(16, 30_000).putInt(20, 30_000);

        assertThat(BENCH.fault(png, "image/png")).isIn(TOO_LARGE, DAMAGED);
    }

    @Test
    void saysThatAPasswordIsInTheWay() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            assertThat(BENCH.fault(PaperSamples.bytes(document), PDF)).isEqualTo(ENCRYPTED);
        }
    }

    @Test
    void saysThatAFileIsDamaged() {
        assertThat(BENCH.fault("%PDF-1.7 and nothing else".getBytes(StandardCharsets.UTF_8), PDF))
                .isEqualTo(DAMAGED);
        assertThat(BENCH.fault(PaperSamples.zip(Map.of("OFD.xml", new byte[9])), OFD))
                .isEqualTo(DAMAGED);
        assertThat(BENCH.fault(new byte[] {1, 2, 3}, DOCX)).isEqualTo(DAMAGED);
        assertThat(BENCH.fault(new byte[] {1, 2, 3}, "image/jpeg")).isEqualTo(DAMAGED);
    }

    private static byte[] pdf(String box, String content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return PaperSamples.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox " + box + " /Contents 4 0 R >>",
                "<< /Filter /FlateDecode /Length " + out.size() + " >>\nstream\n"
                        + out.toString(StandardCharsets.ISO_8859_1) + "\nendstream");
    }
}
