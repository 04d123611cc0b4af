package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a file as what its content was told to be. */
final class Papers {

    private Papers() {}

    static Paper open(Path file, String mediaType, String anchors) throws IOException, PaperFailure {
        if (mediaType.startsWith("image/")) {
            return new PicturePaper(file);
        }
        if (mediaType.startsWith("text/plain")) {
            return new FlowedPaper(PlainText.blocks(file));
        }
        return switch (mediaType) {
            case "application/pdf" -> new PdfPaper(file, TrustAnchors.of(anchors));
            case "application/ofd" -> OfdPaper.open(file, TrustAnchors.of(anchors));
            case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> FlowedPaper.of(file);
            default -> throw new PaperFailure(PaperFault.UNSUPPORTED);
        };
    }
}
