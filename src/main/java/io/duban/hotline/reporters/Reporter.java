package io.duban.hotline.reporters;

import org.jspecify.annotations.Nullable;

/** Who reported a wrongdoing, as he called himself. Never shown by {@code toString}. */
public record Reporter(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address) {

    @Override
    public String toString() {
        return "Reporter[sealed]";
    }
}
