package io.duban.hotline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.ServerTest;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** The table of domain 2.5 as it stands in the database. */
@ServerTest
class DeadlineProfilesTests {

    @Autowired
    DeadlineProfiles profiles;

    @Autowired
    DatabaseClient database;

    @ParameterizedTest
    @EnumSource
    void hasARowForEveryClassOfWhichEveryRuleExists(HotlineDeadlineProfile profile) {
        var rules = lengths();
        for (var demandClass : DemandClass.values()) {
            var of = profiles.rulesOf(profile, demandClass).block();
            assertThat(rules)
                    .containsKeys(
                            of.dispatchRule(),
                            of.signRule(),
                            of.contactRule(),
                            of.handleRule(),
                            of.complexRule(),
                            of.stageRule());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "STANDARD, CONSULTATION, 2 WORKING_DAY, 2 WORKING_DAY",
        "STANDARD, HELP, 5 WORKING_DAY, 5 WORKING_DAY",
        "STANDARD, SUGGESTION, 5 WORKING_DAY, 5 WORKING_DAY",
        "STANDARD, COMPLAINT, 5 WORKING_DAY, 5 WORKING_DAY",
        "STANDARD, REPORT, 5 WORKING_DAY, 5 WORKING_DAY",
        "STANDARD, LETTER, 5 WORKING_DAY, 5 WORKING_DAY",
        "STANDARD, UTILITY, 24 NATURAL_HOUR, 24 NATURAL_HOUR",
        "STANDARD, RISK, 2 NATURAL_HOUR, 2 NATURAL_HOUR",
        "STANDARD, ENTERPRISE, 15 WORKING_DAY, 30 WORKING_DAY",
        "GUANGDONG, CONSULTATION, 2 WORKING_DAY, 2 WORKING_DAY",
        "GUANGDONG, HELP, 10 WORKING_DAY, 10 WORKING_DAY",
        "GUANGDONG, COMPLAINT, 15 WORKING_DAY, 15 WORKING_DAY",
        "GUANGDONG, LETTER, 5 WORKING_DAY, 5 WORKING_DAY",
        "BEIJING_DRAFT, CONSULTATION, 7 NATURAL_DAY, 7 NATURAL_DAY",
        "BEIJING_DRAFT, SUGGESTION, 7 NATURAL_DAY, 15 NATURAL_DAY",
        "BEIJING_DRAFT, REPORT, 7 NATURAL_DAY, 15 NATURAL_DAY",
        "BENGBU, CONSULTATION, 5 WORKING_DAY, 5 WORKING_DAY",
        "BENGBU, LETTER, 3 WORKING_DAY, 3 WORKING_DAY",
        "BENGBU, UTILITY, 24 NATURAL_HOUR, 24 NATURAL_HOUR",
    })
    void givesThePeriodsOfTheTable(
            HotlineDeadlineProfile profile, DemandClass demandClass, String ordinary, String complex) {
        var of = profiles.rulesOf(profile, demandClass).block();
        assertThat(lengths().get(of.handleRule())).isEqualTo(ordinary);
        assertThat(lengths().get(of.complexRule())).isEqualTo(complex);
    }

    @Test
    void bengbuCallsBackWithinMinutesAndTheEnterpriseDeskAnswersInThreeDays() {
        var utility = profiles.rulesOf(HotlineDeadlineProfile.BENGBU, DemandClass.UTILITY)
                .block();
        var risk = profiles.rulesOf(HotlineDeadlineProfile.BENGBU, DemandClass.RISK)
                .block();
        var desk = profiles.rulesOf(DemandClass.ENTERPRISE).block();
        assertThat(lengths().get(utility.contactRule())).isEqualTo("20 NATURAL_MINUTE");
        assertThat(lengths().get(risk.contactRule())).isEqualTo("10 NATURAL_MINUTE");
        assertThat(lengths().get(desk.contactRule())).isEqualTo("1 WORKING_DAY");
        assertThat(lengths().get(desk.stageRule())).isEqualTo("3 WORKING_DAY");
    }

    @Test
    void everyPeriodALawMayGiveHasItsRule() {
        var known = Stream.of(StatutoryPeriod.Unit.values())
                .flatMap(unit -> IntStream.rangeClosed(1, 400)
                        .mapToObj(amount -> new StatutoryPeriod(amount, unit, "x"))
                        .filter(StatutoryPeriod::hasRule))
                .collect(Collectors.toMap(StatutoryPeriod::ruleId, period -> period.amount() + " " + period.unit()));
        var stored = lengths().entrySet().stream()
                .filter(rule -> rule.getKey().startsWith("HOT_LAW_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(known).isEqualTo(stored);
    }

    private Map<String, String> lengths() {
        return database.sql("select rule_id, amount || ' ' || unit as length from deadline_rule where version = 1")
                .map(row -> Map.entry(row.get("rule_id", String.class), row.get("length", String.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .block();
    }
}
