package io.duban.platform.evidence;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of one stored object: 32 random hexadecimal digits, and for a rendition its name. Nothing that came from
 * outside is ever part of it, and anything else, such as {@code ../}, cannot be expressed.
 */
record StorageKey(String text) {

    private static final Pattern FORM =
            Pattern.compile("[0-9a-f]{32}(\\.(public|thumbnail|page-[0-9]{1,3}-[0-9]{1,4}-[0-9]{1,4}))?");

    StorageKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a storage key: " + text);
        }
    }

    static StorageKey random() {
        return new StorageKey(UUID.randomUUID().toString().replace("-", ""));
    }

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** The key of a rendition of this original; the original itself for {@link Rendition#ORIGINAL}. */
    StorageKey of(Rendition rendition) {
        return rendition == Rendition.ORIGINAL
                ? original()
                : new StorageKey(original().text + "." + rendition.name().toLowerCase(Locale.ROOT));
    }

    /** The key of a page drawn from this original. */
    StorageKey of(PagePicture picture) {
        return new StorageKey(
                "%s.page-%d-%d-%d".formatted(original().text, picture.edition(), picture.page(), picture.width()));
    }

    StorageKey original() {
        return text.length() == 32 ? this : new StorageKey(text.substring(0, 32));
    }
}
