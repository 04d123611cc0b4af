package io.duban.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.compliance.PublishedContract.Named;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * What 国办函〔2026〕12号 forbids a government app and what it demands of one (domain 0.11, D1, D14), held against the contract, the tables and
 * the refusals of the product. Every rule is shown a contract and tables that break it, so that none can be empty. What only a running product
 * shows is in {@link RunningComplianceTests} and {@link ClassifiedWalkTests}.
 *
 * <p>Of 0.11 (6) and of the second half of (8) there is nothing to prove yet but absence: no appraisal is built, so nothing takes information
 * scores or 批示 counts into one. The day something speaks of appraisals, its rule asks for {@code E_APR_FORBIDDEN_INDICATOR} and {@code E_APR_OFF_PLAN}.
 */
class ComplianceTests {

    private static final List<Rule> RULES = Stream.of(UseRules.RULES, EvidenceRules.RULES, OfficeRules.RULES)
            .flatMap(List::stream)
            .toList();

    private static Product product;
    private static Product planted;

    @BeforeAll
    static void look() throws IOException {
        var refusals = Arrays.stream(RefusalCode.values()).map(Enum::name).collect(Collectors.toSet());
        product = new Product(PublishedContract.served(), StoredSchema.of(TestDatabase.create()), List.of(), refusals);
        var database = TestDatabase.create();
        database.execute(planted("tables.sql"));
        planted = new Product(
                PublishedContract.of(planted("contract.yaml")),
                StoredSchema.of(database),
                List.of(new Named("logins", "duban.logins.by.person")),
                Set.of());
    }

    @TestFactory
    Stream<DynamicTest> theProductKeepsTheRules() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.claim(),
                        () -> assertThat(rule.violations().apply(product)).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesAViolation() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.claim(),
                        () -> assertThat(rule.violations().apply(planted)).isNotEmpty()));
    }

    @Test
    void looksAtTheWholeContractAndAllTables() {
        assertThat(product.contract().operations()).hasSizeGreaterThan(150);
        assertThat(product.contract().identifiers()).hasSizeGreaterThan(1500);
        assertThat(product.contract().prose()).hasSizeGreaterThan(400);
        assertThat(product.stored().tables()).hasSizeGreaterThan(30);
    }

    @Test
    void excusesNothingThatIsNotThere() {
        assertThat(Words.stale(
                        UseRules.ALLOWED,
                        Stream.of(Words.OF_USE_AND_SCORE, Words.OF_APPRAISAL)
                                .flatMap(words -> UseRules.everywhere(words, product))))
                .isEmpty();
        assertThat(EvidenceRules.POINTS.keySet())
                .allSatisfy(name -> assertThat(product.contract().schemas().containsKey(name)
                                || product.stored().tables().containsKey(name))
                        .as(name)
                        .isTrue());
    }

    /** Signing for a paper is no attendance, and the word for it is not caught by the word for that. */
    @Test
    void tellsSigningForFromCheckingIn() {
        var paper = List.of(new Named("op", "signForIncomingDocument"), new Named("op", "/incoming/{id}/receipts"));
        assertThat(Words.OF_ATTENDANCE.in(paper)).isEmpty();
        assertThat(Words.OF_ATTENDANCE.inProse(List.of(new Named("s", "签收来文")))).isEmpty();
        assertThat(Words.OF_ATTENDANCE.in(
                        List.of(new Named("op", "checkInAtVillage"), new Named("t", "daily_check_ins"))))
                .hasSize(2);
    }

    @Test
    void tellsFiguresOfKindsOfWorkAndNeverOfPeople() {
        assertThat(UseRules.groups(product.contract()))
                .isNotEmpty()
                .allSatisfy(
                        group -> assertThat(Words.split(group))
                                .matches(
                                        "(outgoing document|incoming document|instruction|supervision|hotline|hotline ticket|proposal|project|meeting)"));
    }

    private static String planted(String name) throws IOException {
        return new ClassPathResource("io/duban/compliance/planted-" + name).getContentAsString(StandardCharsets.UTF_8);
    }
}
