package io.duban.compliance;

import static io.duban.compliance.PublishedContract.map;

import io.duban.compliance.PublishedContract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Nobody's use of the app is counted, nobody is scored, ranked or checked in, nothing feeds an appraisal: 0.11 (1), (2), (6) and (8). */
final class UseRules {

    /** 评价 of what a unit handed in (domain 2.4.2): demanded there, and no appraisal. */
    private static final String OF_ONE_RESULT =
            "one word on one result, for that unit to read and to object to; nothing adds such words up";

    /** Names that hold a word and do not do what it stands for. */
    static final Map<String, String> ALLOWED = Map.ofEntries(
            Map.entry(
                    "HotlineCategory.active: active",
                    "whether a category is still given to demands; nobody's activity"),
            Map.entry("OutgoingDocument.defectPoints: point", "a reviewer's remarks on a draft, point by point; texts"),
            Map.entry("ReviewPoint: point", "one remark on a draft; a text"),
            Map.entry("OutgoingDefect.point: point", "one remark on a draft; a text"),
            Map.entry("SupervisionEntry.points: point", "what was said in a step, point by point; texts"),
            Map.entry("outgoing_document.defect_points: point", "the same remarks, stored"),
            Map.entry("supervision_entry.points: point", "the same texts, stored"),
            Map.entry("SupervisionMethod.ONLINE: online", "how a matter is looked into (线上督查), not who is online"),
            Map.entry(
                    "SupervisionMethod.EVALUATION: evaluation",
                    "how a matter is looked into (第三方评估); no appraisal of a unit"),
            Map.entry("SupervisionAssignment.grade: grade", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluationOrder.grade: grade", OF_ONE_RESULT),
            Map.entry("SupervisionGrade: grade", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluationDecision.grade: grade", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluation.grade: grade", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluation.decidedGrade: grade", OF_ONE_RESULT),
            Map.entry("supervision_assignment.grade: grade", OF_ONE_RESULT),
            Map.entry("supervision_evaluation.grade: grade", OF_ONE_RESULT),
            Map.entry("supervision_evaluation.decided_grade: grade", OF_ONE_RESULT),
            Map.entry(
                    "/supervision-matters/{matterId}/assignments/{assignmentId}/evaluations: evaluation",
                    OF_ONE_RESULT),
            Map.entry(
                    "/supervision-matters/{matterId}/assignments/{assignmentId}/evaluation-objections: evaluation",
                    OF_ONE_RESULT),
            Map.entry(
                    "/supervision-matters/{matterId}/assignments/{assignmentId}/evaluation-objections.post.operationId: evaluation",
                    OF_ONE_RESULT),
            Map.entry(
                    "/supervision-matters/{matterId}/assignments/{assignmentId}/evaluation-decisions: evaluation",
                    OF_ONE_RESULT),
            Map.entry(
                    "/supervision-matters/{matterId}/assignments/{assignmentId}/evaluation-decisions.post.operationId: evaluation",
                    OF_ONE_RESULT),
            Map.entry("SupervisionEvaluationOrder: evaluation", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluationObjection: evaluation", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluationDecision: evaluation", OF_ONE_RESULT),
            Map.entry("SupervisionAssignmentHistory.evaluations: evaluation", OF_ONE_RESULT),
            Map.entry("SupervisionEvaluation: evaluation", OF_ONE_RESULT),
            Map.entry("supervision_evaluation: evaluation", OF_ONE_RESULT),
            Map.entry(
                    "/hotline-tickets/{ticketId}/evaluations: evaluation",
                    "what the citizen says of his own ticket once more, after the close"),
            Map.entry(
                    "LaterEvaluation: evaluation",
                    "what the citizen says of his own ticket once more, after the close"),
            Map.entry(
                    "ClosingRecord.evaluations: evaluation",
                    "what the citizen says of his own ticket once more, after the close"),
            Map.entry(
                    "RecordedEvaluation: evaluation",
                    "what the citizen says of his own ticket once more, after the close"),
            Map.entry(
                    "hotline_evaluation: evaluation",
                    "what the citizen says of his own ticket once more, after the close"),
            Map.entry("DefectKind.OFF_POINT: point", "an answer beside what was asked"),
            Map.entry("flyway_schema_history.installed_rank: rank", "the order in which migrations ran"),
            Map.entry("LeaderSeatState.ACTIVE: active", "whose turn it is to sign"),
            Map.entry("SignerState.ACTIVE: active", "whose turn it is to sign"),
            Map.entry(
                    "WebhookStatus.ACTIVE: active",
                    "whether a partner's endpoint is sent to; a machine, and nobody's activity"));

    /** Code has points of type, pages on which one logs in, programs with a usage, tasks that are active, stars in marks, and the grade of one result. */
    private static final Set<String> OF_CODE = Set.of("point", "log in", "sign in", "usage", "active", "star", "grade");

    private static final Set<String> ORDERING = Set.of("sort", "orderBy", "order", "top", "best", "worst");

    static final List<Rule> RULES = List.of(
            new Rule(
                    "no operation and no schema counts log-ins, time or use, or scores and ranks anybody",
                    product -> Words.without(ALLOWED, inContract(Words.OF_USE_AND_SCORE, product))),
            new Rule(
                    "no table or column holds log-in counts, durations, points or ranks",
                    product -> Words.without(ALLOWED, inStored(Words.OF_USE_AND_SCORE, product))),
            new Rule(
                    "no type of the code and nothing it holds does",
                    product -> Stream.concat(
                                    Words.OF_USE_AND_SCORE.but(OF_CODE).in(product.code()),
                                    Words.OF_ATTENDANCE.but(OF_CODE).in(product.code()))
                            .toList()),
            new Rule(
                    "no meter of the product measures people",
                    product -> Stream.concat(Words.OF_USE_AND_SCORE.in(product.meters()), personal(product))
                            .toList()),
            new Rule(
                    "no operation marks attendance",
                    product -> Words.OF_ATTENDANCE
                            .in(product.contract().identifiers())
                            .toList()),
            new Rule(
                    "nothing the contract says is about attendance",
                    product -> Words.OF_ATTENDANCE
                            .inProse(product.contract().prose())
                            .toList()),
            new Rule(
                    "no table holds attendance",
                    product -> inStored(Words.OF_ATTENDANCE, product).toList()),
            new Rule("figures cannot be ordered but by name", UseRules::orderings),
            new Rule("what takes an appraisal knows the indicators it must not take", UseRules::appraisals));

    private UseRules() {}

    static Stream<String> inContract(Words words, Product product) {
        return Stream.concat(
                words.in(product.contract().identifiers()),
                words.inProse(product.contract().prose()));
    }

    static Stream<String> inStored(Words words, Product product) {
        return Stream.concat(
                words.in(product.stored().identifiers()),
                words.inProse(product.stored().prose()));
    }

    static Stream<String> everywhere(Words words, Product product) {
        return Stream.concat(inContract(words, product), inStored(words, product));
    }

    /** A tag by person or unit makes a table of persons or units out of a meter. */
    private static Stream<String> personal(Product product) {
        return new Words(List.of("person", "user", "unit", "officer", "subject", "organization"), List.of())
                .in(product.meters());
    }

    private static List<String> orderings(Product product) {
        return product.contract().operations().stream()
                .filter(operation -> operation.path().contains("statistics")
                        || operation.path().contains("persons")
                        || operation.path().contains("organizations"))
                .flatMap(operation -> orderings(operation, product.contract()))
                .toList();
    }

    private static Stream<String> orderings(Operation operation, PublishedContract contract) {
        return contract.parameters(operation).stream()
                .map(parameter -> String.valueOf(parameter.get("name")))
                .filter(ORDERING::contains)
                .map(name -> operation.id() + "?" + name);
    }

    /** The module of appraisals (domain A.9) is not built. From the day it is, information scores and 批示 are refused by it. */
    private static List<String> appraisals(Product product) {
        if (product.refusals().containsAll(Set.of("E_APR_FORBIDDEN_INDICATOR", "E_APR_OFF_PLAN"))) {
            return List.of();
        }
        return Words.without(ALLOWED, everywhere(Words.OF_APPRAISAL, product));
    }

    /** The kinds of work figures are told of: never people. */
    static List<String> groups(PublishedContract contract) {
        return PublishedContract.names(
                map(contract.schemas().get("StatisticsGroup")).get("enum"));
    }
}
