package io.duban.hotline.reporters;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that reporters are sealed under, each 32 bytes in Base64.
 *
 * @param key the one to seal with; without it the installation keeps one of its own below its home
 * @param keyId what the sealed records call it; a new key gets a new id
 * @param earlierKeys what was sealed with before, by id, still to be opened
 */
@ConfigurationProperties("duban.reporters")
record ReporterProperties(
        @Nullable String key,
        @DefaultValue("1") String keyId,
        @DefaultValue Map<String, String> earlierKeys) {}
