package io.duban.hotline.open311;

import org.jspecify.annotations.Nullable;

/**
 * What can be asked for (服务), a category of demands as citizens see it.
 *
 * @param group the category above it
 */
record Service(
        String code,
        String name,
        String description,
        String keywords,
        @Nullable String group) {}
