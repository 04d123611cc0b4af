package io.duban.platform.pages;

import static io.duban.platform.pages.PaperSamples.DOCX;
import static io.duban.platform.pages.PaperSamples.OFD;
import static io.duban.platform.pages.PaperSamples.PDF;
import static io.duban.platform.pages.PaperSamples.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every kind of paper, read by the process that the product runs. */
class PaperFormatsTests {

    @RegisterExtension
    static final Workbench BENCH = new Workbench(Duration.ofSeconds(40));

    @Test
    void showsPdfAsItIs() {
        var pdf = PaperSamples.pdf("关于冬季供暖的通知", "第二页");

        var read = BENCH.read(pdf, PDF);

        assertThat(read.layout()).isEqualTo(PageLayout.FIXED);
        assertThat(read.texts()).containsExactly("关于冬季供暖的通知", "第二页");
        assertThat(read.sizes().get(0).width()).isEqualTo(210, within(0.5));
        assertThat(read.seals()).isEmpty();
        assertShown(BENCH.draw(pdf, PDF, 2, 720), 720, 1018);
    }

    @Test
    void showsChineseOfPdfThatBringsNoFont() {
        var pdf = PaperSamples.rawPdf(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
                "<< /Length 53 >>\nstream\nBT /F 40 Tf 20 40 Td <676551654F9B6696> Tj ET          \nendstream",
                "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1)"
                        + " /Supplement 4 >> /FontDescriptor 7 0 R >>",
                "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /Ascent 880 /Descent -120"
                        + " /ItalicAngle 0 /StemV 93 /CapHeight 880 >>");

        assertThat(BENCH.read(pdf, PDF).texts()).containsExactly("来入供暖");
        assertShown(BENCH.draw(pdf, PDF, 1, 720), 720, 360);
    }

    @Test
    void showsOfdAsItIs() {
        var ofd = PaperSamples.resource("two-pages.ofd");

        var read = BENCH.read(ofd, OFD);

        assertThat(read.layout()).isEqualTo(PageLayout.FIXED);
        assertThat(read.sizes()).hasSize(2);
        assertThat(read.texts().get(0)).startsWith("拿来主义\n鲁迅");
        assertShown(BENCH.draw(ofd, OFD, 1, 1080), 1080, 1527);
    }

    @Test
    void flowsWordsHeadingsTablesAndPicturesOfDocx() {
        var read = BENCH.read(PaperSamples.docx(), DOCX);

        assertThat(read.layout()).isEqualTo(PageLayout.FLOWED);
        assertThat(read.texts().get(0))
                .startsWith("关于冬季供暖保障的情况报告\n")
                .contains("请审阅。", "东湖街道\t12,400")
                .doesNotContain("不该出现");
        var page = assertShown(BENCH.draw(PaperSamples.docx(), DOCX, 1, 1080), 1080, 1527);
        assertThat(holds(page, 0xffffc800)).as("the picture's orange").isTrue();
    }

    @Test
    void flowsPlainTextOverAsManyPagesAsItTakes() {
        var text = ("# 会议纪要\n\n" + "一、会议听取了汇报，议定如下事项。\n".repeat(120)).getBytes(StandardCharsets.UTF_8);

        var read = BENCH.read(text, TEXT);

        assertThat(read.layout()).isEqualTo(PageLayout.FLOWED);
        assertThat(read.sizes()).hasSizeGreaterThan(2);
        assertThat(String.join("\n", read.texts()).lines().filter(line -> line.startsWith("一、")))
                .hasSize(120);
        assertShown(BENCH.draw(text, TEXT, 3, 720), 720, 1018);
    }

    @Test
    void showsPictureAsOnePage() {
        var read = BENCH.read(PaperSamples.png(3000, 1500), "image/png");

        assertThat(read.sizes()).hasSize(1);
        assertShown(BENCH.draw(PaperSamples.png(3000, 1500), "image/png", 1, 1440), 1440, 720);
    }

    @Test
    void putsTheReadersNameAcrossThePicture() {
        var plain = BENCH.draw(PaperSamples.pdf("内部材料"), PDF, 1, 720);

        var marked =
                BENCH.workers.mark(BENCH.file(plain), "王建国 2026-11-23 14:05").block(Duration.ofSeconds(30));

        var before = BENCH.picture(plain);
        var after = assertShown(marked, 720, 1018);
        for (var quarter : new int[][] {{0, 0}, {360, 0}, {0, 509}, {360, 509}}) {
            assertThat(differs(before, after, quarter[0], quarter[1]))
                    .as("every quarter is marked")
                    .isTrue();
        }
    }

    @Test
    void endsTheProcessWhenNobodyReads() throws Exception {
        var home = Workbench.temporary();
        var settings = new PagesSettings(
                1,
                "160m",
                Duration.ofSeconds(30),
                Duration.ofSeconds(30),
                Duration.ofMillis(200),
                null,
                Duration.ofHours(1));
        try (var workers = new PaperWorkers(home, settings)) {
            workers.read(BENCH.file(PaperSamples.png(30, 15)), "image/png").block();
            for (int i = 0; i < 600 && home.toFile().list().length > 0; i++) {
                reactor.core.publisher.Mono.delay(Duration.ofMillis(50)).block();
            }
            assertThat(home.toFile().list()).isEmpty();
        }
    }

    private static BufferedImage assertShown(byte[] bytes, int width, int height) {
        var picture = BENCH.picture(bytes);
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isCloseTo(height, within(2));
        int first = picture.getRGB(0, 0);
        assertThat(java.util.stream.IntStream.range(0, width)
                        .anyMatch(x -> java.util.stream.IntStream.range(0, picture.getHeight())
                                .anyMatch(y -> picture.getRGB(x, y) != first)))
                .as("something is drawn")
                .isTrue();
        return picture;
    }

    private static boolean holds(BufferedImage picture, int color) {
        return java.util.Arrays.stream(
                        picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .anyMatch(pixel -> pixel == color);
    }

    private static boolean differs(BufferedImage before, BufferedImage after, int left, int top) {
        for (int x = left; x < left + 360; x++) {
            for (int y = top; y < top + 509; y++) {
                if (before.getRGB(x, y) != after.getRGB(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }
}
