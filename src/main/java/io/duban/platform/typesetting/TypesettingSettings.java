package io.duban.platform.typesetting;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code duban.typesetting.*}: TrueType files of the office's own, such as 仿宋_GB2312 and 方正小标宋, in place of the
 * freely licensed faces that come with the product.
 */
@ConfigurationProperties("duban.typesetting")
record TypesettingSettings(
        @Nullable Path fang,
        @Nullable Path title,
        @Nullable Path hei,
        @Nullable Path kai,
        @Nullable Path folio) {

    static final TypesettingSettings OWN_FACES = new TypesettingSettings(null, null, null, null, null);

    /** Null where the product's own face is used. */
    @Nullable
    Path of(Face face) {
        return switch (face) {
            case FANG -> fang;
            case TITLE -> title;
            case HEI -> hei;
            case KAI -> kai;
            case FOLIO -> folio;
            case REST -> null;
        };
    }
}
