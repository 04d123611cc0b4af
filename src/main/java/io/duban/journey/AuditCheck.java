package io.duban.journey;

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
        long rows = answer.body()
                .path("chains")
                .valueStream()
                .mapToLong(chain -> chain.path("rows").asLong())
                .sum();
        String chains = "%d audit chains with %d rows"
                .formatted(answer.body().path("chains").size(), rows);
        if (answer.body().path("intact").asBoolean(false)) {
            findings.note(chains + " are intact");
        } else {
            findings.fail(chains + " are not intact: " + answer.body());
        }
    }
}
