package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The signatures an OFD lists: where their parts are, and where they are shown. */
final class OfdSeals {

    private static final int MOST_SEALS = 50;

    private OfdSeals() {}

    /**
     * One signature of the list.
     *
     * @param part the name of its description; null when the list names one that is missing
     * @param description null when it cannot be read
     * @param value the signature itself; null when it is missing
     * @param content the signature understood; null when it cannot be
     */
    record Seal(
            @Nullable String part,
            @Nullable Element description,
            byte @Nullable [] value,
            @Nullable SealContent content,
            List<Stamp> stamps) {

        @Nullable
        Picture picture() {
            return content == null ? null : content.picture();
        }
    }

    /** Where it is shown: the page by its id, the place in millimetres, and the part of the picture within it. */
    record Stamp(String page, double[] boundary, double[] clip) {}

    /** A seal's picture: its bytes, and what they are: png, jpg, bmp or ofd. */
    record Picture(String type, byte[] bytes) {}

    static List<Seal> read(Archive archive, @Nullable String place) throws IOException, PaperFailure {
        var seals = new ArrayList<Seal>();
        if (place == null) {
            return seals;
        }
        var list = Archive.resolve("OFD.xml", place);
        var found = archive.xml(list);
        for (var entry : Xml.children(found, "Signature")) {
            if (seals.size() == MOST_SEALS) {
                throw new PaperFailure(PaperFault.TOO_LARGE);
            }
            seals.add(seal(archive, list, entry));
        }
        if (found == null) {
            seals.add(new Seal(null, null, null, null, List.of()));
        }
        return seals;
    }

    private static Seal seal(Archive archive, String list, Element entry) throws IOException, PaperFailure {
        var place = Xml.attribute(entry, "BaseLoc");
        var part = place == null ? null : Archive.resolve(list, place);
        var description = part == null ? null : archive.xml(part);
        var info = Xml.child(description, "SignedInfo");
        var valuePlace = Xml.words(description, "SignedValue");
        var value = part == null || valuePlace == null ? null : archive.bytes(Archive.resolve(part, valuePlace));
        var stamps = Xml.children(info, "StampAnnot").stream()
                .map(stamp -> new Stamp(
                        String.valueOf(Xml.attribute(stamp, "PageRef")),
                        OfdNumbers.of(Xml.attribute(stamp, "Boundary")),
                        OfdNumbers.of(Xml.attribute(stamp, "Clip"))))
                .toList();
        return new Seal(part, description, value, value == null ? null : SealContent.of(value), stamps);
    }
}
