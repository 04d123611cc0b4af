package io.duban.hotline.catalog;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code duban.hotline.*}: what a district has decided about its hotline. A profile that does not exist stops the start.
 *
 * @param fallbackUnit who gets a demand that is nobody's by the coordination's finding (兜底单位); null: one is named each time
 */
@ConfigurationProperties("duban.hotline")
public record HotlineSettings(
        @DefaultValue("STANDARD") HotlineDeadlineProfile profile,
        @Nullable UUID fallbackUnit) {}
