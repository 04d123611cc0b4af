package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageLayout;
import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import io.duban.platform.pages.SealFinding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** An OFD (GB/T 33190-2016): its first document's pages, with templates, annotations and seals. */
final class OfdPaper implements Paper {

    private final Archive archive;
    private final TrustAnchors anchors;
    private final String root;
    private final Element document;
    private final OfdResources resources;
    private final List<OfdPage> pages = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<OfdSeals.Seal> seals;

    private OfdPaper(Archive archive, TrustAnchors anchors, boolean sealed) throws IOException, PaperFailure {
        this.archive = archive;
        this.anchors = anchors;
        var body = Xml.child(archive.xml("OFD.xml"), "DocBody");
        var place = Xml.words(body, "DocRoot");
        this.root = Archive.resolve("OFD.xml", place == null ? "" : place);
        var found = archive.xml(root);
        if (found == null) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        this.document = found;
        this.resources = new OfdResources(archive, root, Xml.child(document, "CommonData"));
        readPages();
        this.seals = sealed ? OfdSeals.read(archive, Xml.words(body, "Signatures")) : List.of();
    }

    static OfdPaper open(Path file, TrustAnchors anchors) throws IOException, PaperFailure {
        return open(file, anchors, true);
    }

    /** The picture of a seal that is an OFD itself. */
    static OfdPaper openWithoutSeals(Path file) throws IOException, PaperFailure {
        return open(file, TrustAnchors.none(), false);
    }

    private static OfdPaper open(Path file, TrustAnchors anchors, boolean sealed) throws IOException, PaperFailure {
        var archive = Archive.open(file);
        try {
            return new OfdPaper(archive, anchors, sealed);
        } catch (IOException | PaperFailure | RuntimeException refused) {
            archive.close();
            throw refused;
        }
    }

    private void readPages() throws PaperFailure {
        var common = Xml.child(document, "CommonData");
        var area = OfdPage.box(Xml.child(common, "PageArea"));
        for (var page : Xml.children(Xml.child(document, "Pages"), "Page")) {
            var place = Xml.attribute(page, "BaseLoc");
            if (place == null || pages.size() == MOST_PAGES) {
                throw new PaperFailure(place == null ? PaperFault.DAMAGED : PaperFault.TOO_LARGE);
            }
            numbers.put(String.valueOf(Xml.attribute(page, "ID")), pages.size());
            pages.add(new OfdPage(archive, Archive.resolve(root, place), area, resources));
        }
    }

    @Override
    public PageLayout layout() {
        return PageLayout.FIXED;
    }

    @Override
    public List<PageSize> sizes() throws IOException, PaperFailure {
        var sizes = new ArrayList<PageSize>();
        for (var page : pages) {
            sizes.add(page.size());
        }
        return sizes;
    }

    @Override
    public String text(int page) throws IOException, PaperFailure {
        var words = new OfdWords();
        pages.get(page).visit(words, annotation(page));
        return words.text();
    }

    @Override
    public BufferedImage draw(int page, int width) throws IOException, PaperFailure {
        if (page >= pages.size()) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        var size = pages.get(page).size();
        var picture = Canvas.blank(size, width);
        var pen = Canvas.pen(picture, size);
        var box = pages.get(page).box();
        pen.translate(-box.getX(), -box.getY());
        pages.get(page).visit(new OfdDrawing(pen, resources), annotation(page));
        for (var seal : seals) {
            for (var stamp : seal.stamps()) {
                if (number(stamp.page()) == page) {
                    OfdStamp.draw(pen, stamp, seal.picture());
                }
            }
        }
        pen.dispose();
        return picture;
    }

    private int number(String pageId) {
        return numbers.getOrDefault(pageId, -1);
    }

    private @Nullable Element annotation(int page) throws IOException, PaperFailure {
        var place = Xml.words(document, "Annotations");
        if (place == null) {
            return null;
        }
        var list = Archive.resolve(root, place);
        for (var entry : Xml.children(archive.xml(list), "Page")) {
            var file = Xml.words(entry, "FileLoc");
            if (file != null && number(String.valueOf(Xml.attribute(entry, "PageID"))) == page) {
                return archive.xml(Archive.resolve(list, file));
            }
        }
        return null;
    }

    @Override
    public List<SealFinding> seals() throws IOException, PaperFailure {
        var findings = new ArrayList<SealFinding>();
        for (var seal : seals) {
            var shown = seal.stamps().stream()
                    .map(stamp -> number(stamp.page()) + 1)
                    .filter(page -> page > 0)
                    .distinct()
                    .toList();
            findings.add(new SealCheck(archive, anchors).check(seal, shown));
        }
        return findings;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
