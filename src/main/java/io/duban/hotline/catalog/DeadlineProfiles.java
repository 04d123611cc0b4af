package io.duban.hotline.catalog;

import io.duban.platform.persistence.Remembered;
import java.time.Duration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The periods of the profile this district has chosen. Nobody but an upgrade of the tables changes them, so what was read stays known for a minute. */
@Component
public class DeadlineProfiles {

    private static final String RULES = """
            select dispatch_rule, sign_rule, contact_rule, handle_rule, complex_rule, stage_rule
            from hotline_deadline_profile where profile = $1 and demand_class = $2""";

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final long MOST = 100;

    private final HotlineSettings settings;
    private final DatabaseClient database;
    private final Remembered<Asked, ClassRules> rules = new Remembered<>(MEMORY, MOST, this::read);

    DeadlineProfiles(HotlineSettings settings, DatabaseClient database) {
        this.settings = settings;
        this.database = database;
    }

    private record Asked(HotlineDeadlineProfile profile, DemandClass demandClass) {}

    /** A class the profile does not have is a fault of the data: {@link IllegalStateException} naming it. */
    public Mono<ClassRules> rulesOf(DemandClass demandClass) {
        return rulesOf(settings.profile(), demandClass);
    }

    Mono<ClassRules> rulesOf(HotlineDeadlineProfile profile, DemandClass demandClass) {
        return rules.of(new Asked(profile, demandClass));
    }

    private Mono<ClassRules> read(Asked asked) {
        return database.sql(RULES)
                .bind(0, asked.profile().name())
                .bind(1, asked.demandClass().name())
                .mapProperties(ClassRules.class)
                .one()
                .switchIfEmpty(Mono.error(() -> new IllegalStateException(
                        "The profile " + asked.profile() + " has no row for " + asked.demandClass())));
    }
}
