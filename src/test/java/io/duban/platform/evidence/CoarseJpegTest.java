package io.duban.platform.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.problem.Refusal;
import io.duban.support.Pictures;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseJpegTest {

    private static final int LEAST_SIDE = 128;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"1200x900", "1203x899", "1024x16", "17x1031", "3100x2050"})
    void seesWhatADecoderSees(String size) {
        var scene = scene(size, BufferedImage.TYPE_INT_RGB);

        seesTheSame(encoded(scene, false, 0));
        seesTheSame(encoded(scene, true, 0));
        seesTheSame(encoded(scene, false, 7));
    }

    @Test
    void seesPhotosWithoutColoursToo() {
        seesTheSame(encoded(scene("1203x899", BufferedImage.TYPE_BYTE_GRAY), false, 0));
    }

    @Test
    void seesWhatIsAllNoise() {
        seesTheSame(Pictures.jpeg(Pictures.noise(1203, 899, 1), 0.3f));
        seesTheSame(Pictures.jpeg(Pictures.noise(1203, 899, 1), 1));
    }

    @Test
    void leavesToADecoderWhatHoldsTooFewBlocks() {
        assertThat(coarse(encoded(scene("1017x700", BufferedImage.TYPE_INT_RGB), false, 0)))
                .isPresent();
        assertThat(coarse(encoded(scene("1016x700", BufferedImage.TYPE_INT_RGB), false, 0)))
                .isEmpty();
    }

    @Test
    void leavesToADecoderWhatIsCutOff() {
        var jpeg = encoded(scene("1203x899", BufferedImage.TYPE_INT_RGB), false, 0);

        for (int length : new int[] {0, 1, 2, 30, 300, 700, jpeg.length / 2, jpeg.length - 20}) {
            assertThat(coarse(Arrays.copyOf(jpeg, length))).isEmpty();
        }
    }

    @Test
    void leavesToADecoderWhatItDoesNotKnow() {
        var jpeg = encoded(scene("1203x899", BufferedImage.TYPE_INT_RGB), false, 0);
        int frame = position(jpeg, 0xC0);

        for (int other : new int[] {0xC3, 0xC5, 0xC9, 0xCA, 0xCF}) {
            assertThat(coarse(changed(jpeg, frame + 1, other))).isEmpty();
        }
        assertThat(coarse(changed(jpeg, frame + 4, 12))).as("12 bits").isEmpty();
        assertThat(coarse(changed(jpeg, frame + 9, 4))).as("four parts").isEmpty();
        assertThat(coarse(changed(changed(changed(jpeg, frame + 10, 'R'), frame + 13, 'G'), frame + 16, 'B')))
                .as("red, green, blue")
                .isEmpty();
    }

    @Test
    void leavesToADecoderWhatIsNothingButTables() {
        var jpeg = encoded(scene("1203x899", BufferedImage.TYPE_INT_RGB), false, 0);
        int codes = position(jpeg, 0xC4);
        int length = 2 + ((jpeg[codes + 2] & 255) << 8 | jpeg[codes + 3] & 255);
        var many = new ByteArrayOutputStream();
        many.write(jpeg, 0, codes);
        for (int i = 0; i < 40; i++) {
            many.write(jpeg, codes, length);
        }
        many.write(jpeg, codes, jpeg.length - codes);

        assertThat(coarse(many.toByteArray())).isEmpty();
    }

    /** Whatever a file says: it ends, with a picture or without, and fails by nothing but a refusal or a fault of reading. */
    @Test
    void survivesAnything() {
        var random = new Random(1);
        byte[][] good = {
            encoded(scene("1203x899", BufferedImage.TYPE_INT_RGB), false, 5),
            encoded(scene("1203x899", BufferedImage.TYPE_INT_RGB), true, 0)
        };
        int seen = 0;
        for (int tries = 0; tries < 600; tries++) {
            var bad = good[tries % 2].clone();
            int reach = tries % 4 < 2 ? 700 : bad.length;
            for (int change = 0; change < 1 + tries % 3; change++) {
                bad[random.nextInt(reach)] = (byte) random.nextInt(256);
            }
            try {
                seen += coarse(bad).isPresent() ? 1 : 0;
            } catch (Refusal tooLarge) {
                // A size that no photo has.
            }
        }
        assertThat(seen).isBetween(1, 599);
    }

    private void seesTheSame(byte[] jpeg) {
        var coarse = coarse(jpeg).orElseThrow();
        var whole = decoded(jpeg);
        int blocks = (Math.max(whole.getWidth(), whole.getHeight()) + 7) / 8;
        int each = 8 * (blocks / LEAST_SIDE);

        assertThat(coarse.getWidth()).isEqualTo((whole.getWidth() + each - 1) / each);
        assertThat(coarse.getHeight()).isEqualTo((whole.getHeight() + each - 1) / each);
        int all = 0;
        // At the edges blocks go on beyond the picture. A decoder cuts off what is darker than black and brighter than
        // white.
        for (int y = 0; y < whole.getHeight() / each; y++) {
            for (int x = 0; x < whole.getWidth() / each; x++) {
                int away = (coarse.getRGB(x, y) & 255) - mean(whole, x, y, each);
                assertThat(away).isBetween(-8, 8);
                all += Math.abs(away);
            }
        }
        assertThat((double) all / (coarse.getWidth() * coarse.getHeight())).isLessThan(1);
    }

    private static int mean(BufferedImage picture, int x, int y, int each) {
        double sum = 0;
        for (int pixel = 0; pixel < each * each; pixel++) {
            int rgb = picture.getRGB(x * each + pixel % each, y * each + pixel / each);
            sum += 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255);
        }
        return (int) Math.round(sum / (each * each));
    }

    private Optional<BufferedImage> coarse(byte[] jpeg) {
        try {
            return CoarseJpeg.of(Files.write(directory.resolve("a.jpg"), jpeg), LEAST_SIDE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage scene(String size, int type) {
        int width = Integer.parseInt(size.split("x")[0]);
        int height = Integer.parseInt(size.split("x")[1]);
        var scene = new BufferedImage(width, height, type);
        scene.createGraphics().drawImage(Pictures.scene(3), 0, 0, width, height, null);
        return scene;
    }

    private static BufferedImage decoded(byte[] jpeg) {
        try {
            var read = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (read.getType() != BufferedImage.TYPE_BYTE_GRAY) {
                return read;
            }
            // As its numbers are, and not as Java makes colours of them.
            var plain = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < read.getHeight(); y++) {
                for (int x = 0; x < read.getWidth(); x++) {
                    plain.setRGB(x, y, read.getRaster().getSample(x, y, 0) * 0x010101);
                }
            }
            return plain;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param restartsAfter units; 0 for no restarts */
    private static byte[] encoded(BufferedImage picture, boolean progressive, int restartsAfter) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            var metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(picture), how);
            if (restartsAfter > 0) {
                restarting(metadata, restartsAfter);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, metadata), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void restarting(IIOMetadata metadata, int after) throws IOException {
        var tree = (IIOMetadataNode) metadata.getAsTree(metadata.getNativeMetadataFormatName());
        var restarts = new IIOMetadataNode("dri");
        restarts.setAttribute("interval", String.valueOf(after));
        tree.getLastChild().insertBefore(restarts, tree.getLastChild().getFirstChild());
        metadata.setFromTree(metadata.getNativeMetadataFormatName(), tree);
    }

    private static int position(byte[] jpeg, int marker) {
        for (int i = 0; i < jpeg.length - 1; i++) {
            if (jpeg[i] == -1 && (jpeg[i + 1] & 255) == marker) {
                return i;
            }
        }
        throw new AssertionError("no such marker");
    }

    private static byte[] changed(byte[] bytes, int position, int value) {
        var changed = bytes.clone();
        changed[position] = (byte) value;
        return changed;
    }
}
