package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** One page of an OFD: walks what is on it, from the bottom to the top. */
final class OfdPage {

    private static final int DEEPEST = 24;

    private final Archive archive;
    private final String part;
    private final @Nullable Rectangle2D documentArea;
    private final OfdResources resources;
    private @Nullable Element content;

    OfdPage(Archive archive, String part, @Nullable Rectangle2D documentArea, OfdResources resources) {
        this.archive = archive;
        this.part = archive.named(part);
        this.documentArea = documentArea;
        this.resources = resources;
    }

    /** Who is shown every object of a page. */
    interface Visitor {
        /** An object of text, path or picture, with what turns its own millimetres into the page's. */
        void see(Element object, @Nullable Element layer, AffineTransform place) throws IOException, PaperFailure;
    }

    Rectangle2D box() throws IOException, PaperFailure {
        var own = box(Xml.child(content(), "Area"));
        var area = own == null ? documentArea : own;
        return area == null ? new Rectangle2D.Double(0, 0, 210, 297) : area;
    }

    PageSize size() throws IOException, PaperFailure {
        return new PageSize(box().getWidth(), box().getHeight());
    }

    /** The physical box of an area; null when it names none. */
    static @Nullable Rectangle2D box(@Nullable Element area) {
        var box = OfdNumbers.of(Xml.words(area, "PhysicalBox"));
        return box.length < 4 || box[2] <= 0 || box[3] <= 0
                ? null
                : new Rectangle2D.Double(box[0], box[1], box[2], box[3]);
    }

    private Element content() throws IOException, PaperFailure {
        var known = content;
        if (known == null) {
            known = archive.xml(part);
            if (known == null) {
                throw new PaperFailure(PaperFault.DAMAGED);
            }
            content = known;
        }
        return known;
    }

    void visit(Visitor visitor, @Nullable Element annotations) throws IOException, PaperFailure {
        resources.addPage(part, content());
        templates(visitor, false);
        layers(content(), visitor);
        templates(visitor, true);
        for (var annotation : Xml.children(annotations, "Annot")) {
            if (!"false".equals(Xml.attribute(annotation, "Visible"))) {
                appearance(annotation, visitor);
            }
        }
        content = null; // a thousand pages are not held at once
    }

    private void templates(Visitor visitor, boolean inFront) throws IOException, PaperFailure {
        for (var use : Xml.children(content(), "Template")) {
            var order = Xml.attribute(use, "ZOrder");
            var template = resources.template(String.valueOf(Xml.attribute(use, "TemplateID")));
            if (template != null && "Foreground".equals(order) == inFront) {
                layers(template, visitor);
            }
        }
    }

    private void layers(Element page, Visitor visitor) throws IOException, PaperFailure {
        for (var layer : Xml.children(Xml.child(page, "Content"), "Layer")) {
            objects(layer, layer, new AffineTransform(), visitor, 0);
        }
    }

    private void appearance(Element annotation, Visitor visitor) throws IOException, PaperFailure {
        var appearance = Xml.child(annotation, "Appearance");
        if (appearance != null) {
            var box = OfdNumbers.of(Xml.attribute(appearance, "Boundary"));
            var place = box.length < 2 ? new AffineTransform() : AffineTransform.getTranslateInstance(box[0], box[1]);
            objects(appearance, null, place, visitor, 0);
        }
    }

    private void objects(Element parent, @Nullable Element layer, AffineTransform outer, Visitor visitor, int depth)
            throws IOException, PaperFailure {
        if (depth > DEEPEST) {
            throw new PaperFailure(PaperFault.TOO_COMPLEX);
        }
        for (var object : Xml.children(parent)) {
            switch (object.getLocalName()) {
                case "PageBlock" -> objects(object, layer, outer, visitor, depth + 1);
                case "CompositeObject" -> {
                    var unit = resources.composite(String.valueOf(Xml.attribute(object, "ResourceID")));
                    objects(unit, layer, placed(object, outer), visitor, depth + 1);
                }
                case "TextObject", "PathObject", "ImageObject" -> {
                    if (!"false".equals(Xml.attribute(object, "Visible"))) {
                        visitor.see(object, layer, placed(object, outer));
                    }
                }
                default -> {}
            }
        }
    }

    private static AffineTransform placed(Element object, AffineTransform outer) {
        var place = new AffineTransform(outer);
        var boundary = OfdNumbers.of(Xml.attribute(object, "Boundary"));
        if (boundary.length >= 2) {
            place.translate(boundary[0], boundary[1]);
        }
        var matrix = OfdNumbers.of(Xml.attribute(object, "CTM"));
        if (matrix.length == 6) {
            place.concatenate(new AffineTransform(matrix));
        }
        return place;
    }
}
