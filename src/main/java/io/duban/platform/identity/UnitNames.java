package io.duban.platform.identity;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the units of the district are called. */
@Component
public class UnitNames {

    private final Directory directory;

    UnitNames(Directory directory) {
        this.directory = directory;
    }

    /** Every unit's full name by its id. */
    public Mono<Map<UUID, String>> all() {
        return directory.organizations().collectMap(Directory.Organization::id, Directory.Organization::name);
    }
}
