package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What pages refer to by number: fonts, pictures, drawing parameters, colour spaces, templates and composites. */
final class OfdResources {

    private final Archive archive;
    private final Map<String, Element> things = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Element> templates = new HashMap<>();
    private final Map<String, Lettering> fonts = new HashMap<>();

    OfdResources(Archive archive, String root, @Nullable Element common) throws IOException, PaperFailure {
        this.archive = archive;
        for (var child : Xml.children(common)) {
            var name = child.getLocalName();
            if (name.equals("PublicRes") || name.equals("DocumentRes")) {
                addFile(Archive.resolve(root, child.getTextContent()));
            } else if (name.equals("TemplatePage")) {
                var place = Xml.attribute(child, "BaseLoc");
                var part = place == null ? null : archive.named(Archive.resolve(root, place));
                var template = part == null ? null : archive.xml(part);
                if (template != null) {
                    addPage(part, template);
                    templates.put(String.valueOf(Xml.attribute(child, "ID")), template);
                }
            }
        }
    }

    /** Adds the resources that are a page's own. */
    void addPage(String part, Element page) throws IOException, PaperFailure {
        for (var own : Xml.children(page, "PageRes")) {
            addFile(Archive.resolve(part, own.getTextContent()));
        }
    }

    private void addFile(String name) throws IOException, PaperFailure {
        var part = archive.named(name);
        var list = archive.xml(part);
        if (list == null) {
            return;
        }
        var base = Xml.attribute(list, "BaseLoc");
        var folder = Archive.resolve(part, base == null ? "." : base) + "/x";
        for (var group : Xml.children(list)) {
            for (var thing : Xml.children(group)) {
                var id = String.valueOf(Xml.attribute(thing, "ID"));
                things.put(id, thing);
                var file = Xml.words(thing, Xml.is(thing, "Font") ? "FontFile" : "MediaFile");
                if (file != null) {
                    files.put(id, archive.named(Archive.resolve(folder, file)));
                }
            }
        }
    }

    @Nullable
    Element template(String id) {
        return templates.get(id);
    }

    /** The content of a composite; null when there is none. */
    @Nullable
    Element composite(String id) {
        return Xml.child(things.get(id), "Content");
    }

    @Nullable
    Element thing(@Nullable String id) {
        return id == null ? null : things.get(id);
    }

    /** The bytes of a picture; null when there are none. */
    byte @Nullable [] picture(@Nullable String id) throws IOException, PaperFailure {
        var file = id == null ? null : files.get(id);
        return file == null ? null : archive.bytes(file);
    }

    /** The font the file brings along, else ours of the same weight. */
    Lettering font(@Nullable String id) throws IOException, PaperFailure {
        var key = String.valueOf(id);
        var known = fonts.get(key);
        if (known == null) {
            known = opened(key);
            fonts.put(key, known);
        }
        return known;
    }

    /** Whether the file brings the font along, so that glyphs may be named by number. */
    boolean isEmbedded(Lettering font) throws IOException {
        return font != Lettering.regular() && font != Lettering.bold();
    }

    private Lettering opened(String id) throws IOException, PaperFailure {
        var bytes = files.containsKey(id) ? archive.bytes(files.get(id)) : null;
        if (bytes != null) {
            try {
                return Lettering.of(bytes);
            } catch (IOException | RuntimeException unusable) {
                // Ours then.
            }
        }
        var font = things.get(id);
        var name = font == null ? "" : Xml.attribute(font, "FontName") + " " + Xml.attribute(font, "FamilyName");
        boolean heavy =
                name.matches("(?i).*(bold|hei|黑|小标宋).*") || font != null && "true".equals(Xml.attribute(font, "Bold"));
        return heavy ? Lettering.bold() : Lettering.regular();
    }
}
