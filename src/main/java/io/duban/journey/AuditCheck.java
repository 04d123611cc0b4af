package io.duban.journey;

import tools.jackson.databind.JsonNode;

/** Has the product verify its audit chains, as the security auditor at a desk. */
final class AuditCheck {

    private final Office office;
    private final People people;
    private final Findings findings;

    AuditCheck(Office office, People people, Findings findings) {
        this.office = office;
        this.people = people;
        this.findings = findings;
    }

    void verify() {
        Answer answer = office.read(people.desktop("security-auditor"), "/audit-verification");
        if (!answer.isDone()) {
            findings.fail("the audit chains were not verified: %s %s".formatted(answer.code(), answer.reason()));
            return;
        }
        tell(answer.body(), findings);
    }

    /** What nobody has looked at yet is neither sound nor broken. */
    static void tell(JsonNode trail, Findings findings) {
        long rows = trail.path("chains")
                .valueStream()
                .mapToLong(chain -> chain.path("rows").asLong())
                .sum();
        String chains =
                "%d audit chains with %d rows".formatted(trail.path("chains").size(), rows);
        long pending = trail.path("pendingRows").asLong(rows);
        if (!trail.path("intact").asBoolean(false)) {
            findings.fail(chains + " are not intact: " + trail);
        } else if (pending > 0) {
            findings.warn(chains + " are intact as far as they were verified; %d rows were not yet".formatted(pending));
        } else {
            findings.note(chains + " are intact");
        }
    }
}
