package io.duban.hotline.imports;

import io.duban.platform.problem.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The mappings by name: {@code duban} is our own template, the others are of files that others make. */
@Component
class Mappings {

    private static final String FILES = "classpath*:io/duban/hotline/imports/*.json";

    private final Map<String, ColumnMapping> byName = new TreeMap<>();

    Mappings(JsonMapper json) {
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                try (var content = file.getInputStream()) {
                    byName.put(file.getFilename().replace(".json", ""), json.readValue(content, ColumnMapping.class));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the mappings of imports are not readable", unreadable);
        }
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} for a name there is no mapping of */
    ColumnMapping require(String name) {
        var mapping = byName.get(name);
        if (mapping == null) {
            var known = String.join(", ", byName.keySet());
            throw Refusal.invalid(
                    "mapping", "没有这种列对应;可用:%s。".formatted(known), "No such mapping; there are %s.".formatted(known));
        }
        return mapping;
    }
}
