package io.duban.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.compliance.PublishedContract.Named;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
        product = new Product(
                PublishedContract.served(),
                StoredSchema.of(TestDatabase.create()),
                CodeNames.ofTheProduct(),
                List.of(),
                refusals);
        var database = TestDatabase.create();
        database.execute(planted("tables.sql"));
        planted = new Product(
                PublishedContract.of(planted("contract.yaml")),
                StoredSchema.of(database),
                CodeNames.of("io.duban.planted.compliance"),
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
    void catchesEachOfThePlants() {
        var caught = RULES.stream()
                .flatMap(rule -> rule.violations().apply(planted).stream())
                .toList();
        assertThat(caught)
                .contains(
                        "CheckIn.loginCount: login",
                        "CheckIn.position",
                        "CheckIn.track is a list of points",
                        "CheckIn.photoRequired: photo required",
                        "/me/check-ins: check in",
                        "/me/check-ins.post.summary: 打卡",
                        "/organizations.get.summary: 排名",
                        "listOrganizations?sort",
                        "submitHotlineFeedback?latitude",
                        "submitHotlineFeedback/photoIds",
                        "submitHotlineFeedback/citizen",
                        "/unit-appraisals: appraisal",
                        "person_usage.streak_days: streak",
                        "attendance: 签到",
                        "person_track.latitude",
                        "person_track holds points",
                        "proposal_from_partner",
                        "PersonRanking.rank: rank",
                        "nobody can complain");
    }

    /** The log says what happened to papers and matters; what it says goes to phones. */
    @Test
    void tellsNothingOfPeopleOnTheStream() throws IOException {
        var said = Files.readString(Path.of("api/asyncapi.yaml"));
        var verbs = Pattern.compile("\\.[a-z][A-Za-z]+")
                .matcher(said)
                .results()
                .map(verb -> new Named("the stream", verb.group()))
                .toList();
        assertThat(verbs).hasSizeGreaterThan(100);
        assertThat(Stream.concat(Words.OF_USE_AND_SCORE.in(verbs), Words.OF_ATTENDANCE.in(verbs)))
                .isEmpty();
    }

    @Test
    void looksAtTheWholeContractAndAllTables() {
        assertThat(product.contract().operations()).hasSizeGreaterThan(150);
        assertThat(product.contract().identifiers()).hasSizeGreaterThan(1500);
        assertThat(product.contract().prose()).hasSizeGreaterThan(400);
        assertThat(product.stored().tables()).hasSizeGreaterThan(30);
        assertThat(product.code()).hasSizeGreaterThan(2000);
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
