package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What is said of the audit trail after a journey. */
class AuditCheckTests {

    private final Findings findings = new Findings();

    @Test
    void whatWasVerifiedIsIntact() {
        tell(true, ",\"pendingRows\":0");
        assertThat(findings.steps()).containsExactly("1 audit chains with 9 rows are intact");
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void whatNobodyHasLookedAtIsNotSaidToBe() {
        tell(true, ",\"pendingRows\":4");
        assertThat(findings.steps()).isEmpty();
        assertThat(findings.warnings()).singleElement().asString().contains("4 rows were not yet");
        assertThat(findings.failures()).isEmpty();
    }

    @Test
    void whatIsNotToldCountsAsNotVerified() {
        tell(true, "");
        assertThat(findings.warnings()).singleElement().asString().contains("9 rows were not yet");
    }

    @Test
    void aBreakIsAFailureWhateverIsPending() {
        tell(false, ",\"pendingRows\":4");
        assertThat(findings.failures()).singleElement().asString().contains("not intact");
    }

    private void tell(boolean intact, String further) {
        var trail = "{\"intact\":%s%s,\"chains\":[{\"chain\":0,\"rows\":9}]}".formatted(intact, further);
        AuditCheck.tell(JsonMapper.shared().readTree(trail), findings);
    }
}
