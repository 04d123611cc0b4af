package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoInspectionTest {

    private static final byte[] EXIF = Samples.tiff(6, "2026:11:20 09:30:00", null);

    @RegisterExtension
    private final Bench bench = new Bench();

    @Test
    void readsTimeAsLocalUnlessThePhotoSaysOtherwise() {
        assertThat(facts(Samples.withExif(Samples.jpeg(40, 20), EXIF)).exifTime())
                .isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));

        var abroad = Samples.tiff(1, "2026:11:20 09:30:00", "-05:00");
        assertThat(facts(Samples.withExif(Samples.jpeg(40, 20), abroad)).exifTime())
                .isEqualTo(Instant.parse("2026-11-20T14:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000:00:00 00:00:00", "2026:02:30 10:00:00", "    :  :     :  :  ", "yesterday"})
    void hasNoTimeWhenTheClockWasNotSet(String time) {
        var facts = facts(Samples.withExif(Samples.jpeg(40, 20), Samples.tiff(1, time, null)));

        assertThat(facts.exifTime()).isNull();
        assertThat(facts.exifReadable()).isTrue();
    }

    @Test
    void readsPointSizeAndOrientation() {
        var facts = facts(Samples.withExif(Samples.jpeg(40, 20), EXIF));

        assertThat(facts.gps().latitude()).isCloseTo(Samples.LATITUDE, within(1e-9));
        assertThat(facts.gps().longitude()).isCloseTo(Samples.LONGITUDE, within(1e-9));
        assertThat(facts.width()).isEqualTo(40);
        assertThat(facts.height()).isEqualTo(20);
        assertThat(facts.orientation()).isEqualTo(6);
        assertThat(facts.cameraless()).isFalse();
    }

    @Test
    void acceptsPhotoWithoutExif() {
        assertThat(facts(Samples.jpeg(40, 20))).isEqualTo(new PhotoFacts(40, 20, 1, null, null, true, true));
        assertThat(facts(Samples.png(40, 20))).isEqualTo(new PhotoFacts(40, 20, 1, null, null, true, true));
    }

    @Test
    void acceptsPhotoWithBrokenExif() {
        var facts = facts(Samples.withExif(Samples.jpeg(40, 20), Samples.brokenTiff()));

        assertThat(facts).isEqualTo(new PhotoFacts(40, 20, 1, null, null, true, false));
        assertThat(facts(Samples.pngWithExif(Samples.brokenTiff())).exifReadable())
                .isFalse();
        assertThat(facts(HeifSample.of("heic", 40, 20, Samples.brokenTiff())).exifReadable())
                .isFalse();
    }

    @Test
    void keepsWhatCanBeReadOfBrokenExif() {
        var facts = facts(Samples.withExif(Samples.jpeg(40, 20), Samples.halfBrokenTiff()));

        assertThat(facts.exifReadable()).isFalse();
        assertThat(facts.orientation()).isEqualTo(6);
    }

    @Test
    void readsExifOfPngAndHeifToo() {
        assertThat(facts(Samples.pngWithExif(EXIF)).orientation()).isEqualTo(6);

        var facts = facts(HeifSample.of("heic", 4032, 3024, EXIF));
        assertThat(facts.width()).isEqualTo(4032);
        assertThat(facts.height()).isEqualTo(3024);
        assertThat(facts.exifTime()).isEqualTo(Instant.parse("2026-11-20T01:30:00Z"));
        assertThat(facts.gps()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"heic,image/heic", "heix,image/heic", "mif1,image/heif"})
    void tellsHeifByItsBrand(String brand, String mediaType) {
        assertThat(bench.receive(HeifSample.of(brand, 40, 20, EXIF), Intake.PHOTO)
                        .mediaType())
                .isEqualTo(mediaType);
    }

    @ParameterizedTest
    @CsvSource({"20000,20000", "2147483647,2147483647", "50000001,1"})
    void refusesPixelBombByItsHeader(int width, int height) {
        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, Samples.pngHeader(width, height), Intake.PHOTO);
        bench.refuses(RefusalCode.E_WEB_TOO_LARGE, HeifSample.of("heic", width, height, EXIF), Intake.PHOTO);
    }

    @Test
    void takesPhotoJustWithinThePixelLimit() {
        assertThat(facts(Samples.pngHeader(10_000, 5_000)).width()).isEqualTo(10_000);
    }

    @Test
    void refusesTextCalledPhoto() {
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, Samples.utf8("not a photo"), Intake.PHOTO);
    }

    @Test
    void refusesOtherPictures() {
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, Samples.utf8("GIF89a\1\0\1\0"), Intake.PHOTO);
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, HeifSample.of("avif", 40, 20, EXIF), Intake.PHOTO);
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, Samples.utf8("%PDF-1.7"), Intake.PHOTO);
    }

    @Test
    void refusesPhotoWithoutSize() {
        var jpeg = Samples.jpeg(40, 20);
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, Arrays.copyOf(jpeg, 20), Intake.PHOTO);
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, Samples.pngHeader(0, 10), Intake.PHOTO);
        bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, Arrays.copyOf(Samples.png(4, 4), 12), Intake.PHOTO);
    }

    @Test
    void refusesHeifWhoseBoxesLie() {
        var heif = HeifSample.of("heic", 40, 20, EXIF);
        var text = new String(heif, StandardCharsets.ISO_8859_1);
        for (var box : new String[] {"meta", "ipco", "ispe", "iinf"}) {
            var lying = heif.clone();
            ByteBuffer.wrap(lying).putInt(text.indexOf(box) - 4, 0x7fffffff);
            bench.refuses(RefusalCode.E_WEB_UNSUPPORTED_MEDIA_TYPE, lying, Intake.PHOTO);
        }
    }

    @Test
    void survivesEveryTruncationOfHeif() {
        var heif = HeifSample.of("heic", 40, 20, EXIF);
        for (int length = 1; length < heif.length; length += 7) {
            var cut = Arrays.copyOf(heif, length);
            bench.intake
                    .receive(bench.body(cut), Intake.PHOTO)
                    .onErrorComplete(Refusal.class)
                    .block();
        }
    }

    private PhotoFacts facts(byte[] photo) {
        return bench.receive(photo, Intake.PHOTO).photo();
    }
}
