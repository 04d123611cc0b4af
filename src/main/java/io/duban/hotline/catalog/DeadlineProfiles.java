package io.duban.hotline.catalog;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The periods of the profile this district has chosen. */
@Component
public class DeadlineProfiles {

    private static final String RULES = """
            select dispatch_rule, sign_rule, contact_rule, handle_rule, complex_rule, stage_rule
            from hotline_deadline_profile where profile = $1 and demand_class = $2""";

    private final HotlineSettings settings;
    private final DatabaseClient database;

    DeadlineProfiles(HotlineSettings settings, DatabaseClient database) {
        this.settings = settings;
        this.database = database;
    }

    /** A class the profile does not have is a fault of the data: {@link IllegalStateException} naming it. */
    public Mono<ClassRules> rulesOf(DemandClass demandClass) {
        return rulesOf(settings.profile(), demandClass);
    }

    Mono<ClassRules> rulesOf(HotlineDeadlineProfile profile, DemandClass demandClass) {
        return database.sql(RULES)
                .bind(0, profile.name())
                .bind(1, demandClass.name())
                .mapProperties(ClassRules.class)
                .one()
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("The profile " + profile + " has no row for " + demandClass)));
    }
}
