package io.duban.platform.evidence;

import static io.duban.support.Pictures.jpeg;
import static io.duban.support.Pictures.scene;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerceptualHashTest {

    private static final int ALIKE = 7;

    @RegisterExtension
    private final Bench bench = new Bench();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void staysAlikeHoweverAPictureIsPassedOn(long seed) throws IOException {
        var scene = scene(seed);
        var hash = PerceptualHash.of(scene);

        assertThat(List.of(
                        decoded(jpeg(scene, 0.3f)),
                        Thumbnails.of(scene).scale(0.25).asBufferedImage(),
                        decoded(jpeg(Thumbnails.of(scene).scale(0.6).asBufferedImage(), 0.5f)),
                        new RescaleOp(1.1f, 8, null).filter(scene, null)))
                .allSatisfy(copy -> assertThat(PerceptualHash.distance(hash, PerceptualHash.of(copy)))
                        .isLessThanOrEqualTo(ALIKE));
    }

    /** A camera's photo, a small copy of it, and one that its camera held upright by a mark only. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void isTheSameForALargePhotoAndItsSmallCopies(long seed) throws IOException {
        var large = Thumbnails.of(scene(seed)).forceSize(2_400, 1_800).asBufferedImage();
        var hash = bench.receive(jpeg(large, 0.9f), Intake.PHOTO).perceptualHash();

        assertThat(List.of(
                        PerceptualHash.of(large),
                        bench.receive(jpeg(scene(seed), 0.5f), Intake.PHOTO).perceptualHash(),
                        bench.receive(
                                        Samples.withExif(
                                                jpeg(
                                                        Thumbnails.of(large)
                                                                .scale(1)
                                                                .rotate(-90)
                                                                .asBufferedImage(),
                                                        0.9f),
                                                Samples.tiff(6, "2026:11:20 09:30:00", null)),
                                        Intake.PHOTO)
                                .perceptualHash()))
                .allSatisfy(other ->
                        assertThat(PerceptualHash.distance(hash, other)).isLessThanOrEqualTo(ALIKE));
    }

    @Test
    void tellsDifferentPicturesApart() {
        var hashes = new ArrayList<Long>();
        for (long seed = 1; seed <= 60; seed++) {
            hashes.add(PerceptualHash.of(scene(seed)));
        }

        for (int one = 0; one < hashes.size(); one++) {
            for (int other = 0; other < one; other++) {
                assertThat(PerceptualHash.distance(hashes.get(one), hashes.get(other)))
                        .isGreaterThan(ALIKE);
            }
        }
    }

    @Test
    void saysNothingOfPicturesWithNothingOnThem() {
        var wall = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);

        assertThat(PerceptualHash.of(wall)).isNull();
    }

    @Property(tries = 500)
    void findsEveryHashThatIsAlikeByItsQuarters(
            @ForAll long hash, @ForAll @Size(max = ALIKE) Set<@IntRange(max = 62) Integer> flipped) {
        var other = flipped.stream().reduce(hash, (changed, bit) -> changed ^ 1L << bit, (one, two) -> two);
        var near = new HashSet<>(Arrays.asList(PerceptualHash.neighbours(hash)));

        assertThat(quarters(other)).anyMatch(near::contains);
    }

    @Test
    void flagsAPhotoPassedOnForAnotherTask() throws IOException {
        var scene = scene(77);
        var first = bench.receive(jpeg(scene, 0.9f), Intake.PHOTO);
        bench.files.rows.add(bench.stored(first));
        var passedOn = bench.receive(jpeg(Thumbnails.of(scene).scale(0.5).asBufferedImage(), 0.4f), Intake.PHOTO);
        var another = bench.receive(jpeg(scene(78), 0.9f), Intake.PHOTO);

        assertThat(flags(passedOn, Submissions.forTask(UUID.randomUUID())))
                .containsExactly(EvidenceFlag.NEAR_DUPLICATE_IMAGE);
        assertThat(flags(passedOn, Submissions.plain())).isEmpty();
        assertThat(flags(another, Submissions.forTask(UUID.randomUUID()))).isEmpty();
        assertThat(flags(first, Submissions.forTask(UUID.randomUUID()))).containsExactly(EvidenceFlag.DUPLICATE_IMAGE);
    }

    @Test
    void seesAPhotoUprightBeforeItComparesIt() throws IOException {
        var scene = scene(5);
        var turned = Thumbnails.of(scene).scale(1).rotate(-90).asBufferedImage();
        var lyingDown = Samples.withExif(jpeg(turned, 0.9f), Samples.tiff(6, "2026:11:20 09:30:00", null));

        assertThat(PerceptualHash.distance(
                        bench.receive(lyingDown, Intake.PHOTO).perceptualHash(),
                        bench.receive(jpeg(scene, 0.9f), Intake.PHOTO).perceptualHash()))
                .isLessThanOrEqualTo(ALIKE);
    }

    @Test
    void takesAPhotoWhosePixelsCannotBeRead() {
        var half = Arrays.copyOf(Samples.jpeg(400, 300), 700);

        assertThat(bench.receive(half, Intake.PHOTO))
                .satisfies(taken -> assertThat(taken.photo()).isNotNull());
        assertThat(bench.receive(
                                HeifSample.of("heic", 40, 20, Samples.tiff(1, "2026:11:20 09:30:00", null)),
                                Intake.PHOTO)
                        .perceptualHash())
                .isNull();
    }

    private List<EvidenceFlag> flags(ReceivedFile file, Submission submission) {
        return bench.intake.describe(file, submission).block().flags();
    }

    private static List<Integer> quarters(long hash) {
        return List.of(
                (int) (hash & 0xFFFF),
                (int) (hash >>> 16 & 0xFFFF) + 0x10000,
                (int) (hash >>> 32 & 0xFFFF) + 0x20000,
                (int) (hash >>> 48 & 0xFFFF) + 0x30000);
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }
}
