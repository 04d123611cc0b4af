package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperAnswer;
import io.duban.platform.pages.PaperContents;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import io.duban.platform.pages.PaperTask;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * The process apart: takes one task after the other from its standard input and answers on its standard output, until nobody asks any more.
 * Memory is bounded by its heap, time by whoever waits for the answer.
 */
public final class PageWorker {

    private PageWorker() {}

    public static void main(String[] arguments) throws IOException {
        // A library that prints must not garble the answers.
        System.setOut(System.err);
        System.setProperty("org.apache.commons.logging.LogFactory", "org.apache.commons.logging.impl.LogFactoryImpl");
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        ImageIO.setUseCache(false);
        PdfFonts.install();
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        try {
            while (true) {
                answer(PaperTask.read(in), out);
            }
        } catch (EOFException nobodyAsks) {
            out.flush();
        }
    }

    private static void answer(PaperTask task, DataOutputStream out) throws IOException {
        PaperContents contents = null;
        byte[] picture = null;
        try {
            switch (task.work()) {
                case READ, TEXT -> contents = read(task);
                case DRAW -> picture = draw(task);
                case MARK -> picture = Stamping.mark(Path.of(task.file()), task.watermark());
            }
        } catch (PaperFailure failure) {
            PaperAnswer.write(out, failure.fault());
            return;
        } catch (StackOverflowError endless) {
            PaperAnswer.write(out, PaperFault.TOO_COMPLEX);
            return;
        } catch (IOException | RuntimeException broken) {
            PaperAnswer.write(out, PaperFault.DAMAGED);
            return;
        }
        if (contents != null) {
            PaperAnswer.write(out, contents);
        } else if (picture != null) {
            PaperAnswer.write(out, picture);
        }
    }

    private static PaperContents read(PaperTask task) throws IOException, PaperFailure {
        boolean whole = task.work() == PaperTask.Work.READ;
        try (var paper = Papers.open(Path.of(task.file()), task.mediaType(), task.anchors())) {
            var sizes = paper.sizes();
            if (sizes.isEmpty() || sizes.size() > Paper.MOST_PAGES) {
                throw new PaperFailure(sizes.isEmpty() ? PaperFault.DAMAGED : PaperFault.TOO_LARGE);
            }
            var texts = new ArrayList<String>();
            long letters = 0;
            for (int page = 0; page < sizes.size(); page++) {
                if (whole) {
                    Canvas.height(sizes.get(page), 720);
                }
                var text = paper.text(page).replace("\0", "");
                letters += text.length();
                if (letters > Paper.MOST_LETTERS) {
                    throw new PaperFailure(PaperFault.TOO_LARGE);
                }
                texts.add(text);
            }
            return new PaperContents(paper.layout(), sizes, texts, whole ? paper.seals() : List.of());
        }
    }

    private static byte[] draw(PaperTask task) throws IOException, PaperFailure {
        try (var paper = Papers.open(Path.of(task.file()), task.mediaType(), task.anchors())) {
            return Stamping.encode(paper.draw(task.page(), task.width()));
        }
    }
}
