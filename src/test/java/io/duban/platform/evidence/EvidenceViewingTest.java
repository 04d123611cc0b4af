package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class EvidenceViewingTest {

    private static final byte[] TURNED =
            Samples.withExif(Samples.jpeg(1200, 600), Samples.tiff(6, "2026:11:20 09:30:00", null));

    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    void givesOriginalUnchanged() {
        assertThat(view(TURNED, Rendition.ORIGINAL)).isEqualTo(TURNED);
    }

    @ParameterizedTest
    @EnumSource(value = Rendition.class, names = "ORIGINAL", mode = EnumSource.Mode.EXCLUDE)
    void tellsNothingButPixels(Rendition rendition) throws Exception {
        var shown = ImageMetadataReader.readMetadata(new ByteArrayInputStream(view(TURNED, rendition)));

        assertThat(shown.getFirstDirectoryOfType(GpsDirectory.class)).isNull();
        assertThat(shown.getFirstDirectoryOfType(ExifDirectoryBase.class)).isNull();
    }

    @Test
    void turnsPhotoUpright() throws IOException {
        var shown = picture(view(TURNED, Rendition.PUBLIC));

        assertThat(shown.getWidth()).isEqualTo(600);
        assertThat(shown.getHeight()).isEqualTo(1200);
        // Turned clockwise, the red left half is on top.
        assertThat(isMostly(shown, 300, 100, Color.RED)).isTrue();
        assertThat(isMostly(shown, 300, 1100, Color.BLUE)).isTrue();
    }

    @Test
    void boundsTheLongSide() throws IOException {
        var thumbnail = picture(view(TURNED, Rendition.THUMBNAIL));
        assertThat(thumbnail.getWidth()).isEqualTo(200);
        assertThat(thumbnail.getHeight()).isEqualTo(400);

        var small = picture(view(Samples.png(30, 20), Rendition.THUMBNAIL));
        assertThat(small.getWidth()).isEqualTo(30);

        var large = picture(view(Samples.jpeg(6000, 4000), Rendition.PUBLIC));
        assertThat(large.getWidth()).isLessThanOrEqualTo(2560).isGreaterThan(1900);
    }

    @Test
    void keepsFormat() {
        assertThat(shownType(Samples.jpeg(30, 20))).isEqualTo("image/jpeg");
        assertThat(shownType(Samples.png(30, 20))).isEqualTo("image/png");
        assertThat(view(Samples.png(30, 20), Rendition.PUBLIC)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(view(Samples.jpeg(30, 20), Rendition.PUBLIC)).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void showsPlaceholderForHeif() throws IOException {
        var heif = HeifSample.of("heic", 4032, 3024, Samples.tiff(6, "2026:11:20 09:30:00", null));

        assertThat(shownType(heif)).isEqualTo("image/png");
        var shown = picture(view(heif, Rendition.PUBLIC));
        assertThat(shown.getWidth()).isEqualTo(400);
        assertThat(view(heif, Rendition.ORIGINAL)).isEqualTo(heif);
    }

    @Test
    void showsPlaceholderForPixelsThatCannotBeRead() throws IOException {
        var broken = Arrays.copyOf(Samples.png(600, 600), 60);

        assertThat(picture(view(broken, Rendition.THUMBNAIL)).getWidth()).isEqualTo(400);
    }

    @Test
    void drawsOnceForManyReaders() {
        var file = bench.stored(bench.receive(TURNED, Intake.PHOTO));

        Flux.range(0, 200)
                .flatMap(
                        each -> bench.viewing.content(file, Rendition.THUMBNAIL).count(), 200)
                .as(StepVerifier::create)
                .expectNextCount(200)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
        Bench.eventually(() -> Bench.files(bench.incoming()) == 0);
        assertThat(Bench.files(bench.home)).isEqualTo(2);
    }

    @Test
    void givesPapersAsTheyAreAndHasNoThumbnailOfThem() {
        var paper = bench.stored(bench.receive(Samples.utf8("纪要"), Intake.ATTACHMENT));

        assertThat(bench.read(bench.viewing.content(paper, Rendition.PUBLIC))).isEqualTo(Samples.utf8("纪要"));
        bench.viewing
                .content(paper, Rendition.THUMBNAIL)
                .as(StepVerifier::create)
                .expectErrorMatches(
                        failure -> failure instanceof Refusal no && no.code() == RefusalCode.E_WEB_NOT_FOUND)
                .verify();
    }

    private byte[] view(byte[] photo, Rendition rendition) {
        var file = bench.stored(bench.receive(photo, Intake.PHOTO));
        return bench.read(bench.viewing.content(file, rendition));
    }

    private String shownType(byte[] photo) {
        return bench.viewing.mediaType(bench.stored(bench.receive(photo, Intake.PHOTO)), Rendition.PUBLIC);
    }

    private static BufferedImage picture(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static boolean isMostly(BufferedImage picture, int x, int y, Color wanted) {
        var found = new Color(picture.getRGB(x, y));
        return Math.abs(found.getRed() - wanted.getRed()) < 40 && Math.abs(found.getBlue() - wanted.getBlue()) < 40;
    }
}
