package io.duban.hotline.tickets;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duban.hotline.catalog.DispatchCatalog;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.support.ServerTest;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import reactor.core.publisher.Mono;

/** Who is reported does not handle the report: the unit, the unit whose head it is, and the person as its handler. */
@ServerTest
class DispatchRulesTests {

    private static final UUID TICKET = new UUID(9, 9);

    @Autowired
    Directory directory;

    @Autowired
    LowerUnits lowerUnits;

    @Autowired
    DispatchCatalog catalog;

    @Test
    void aReportedUnitDoesNotHandleTheReport() {
        refuses(URBAN_BUREAU, Set.of(HOUSING_BUREAU, URBAN_BUREAU));
        reporting(URBAN_BUREAU)
                .requireUninvolved(TICKET, Set.of(HOUSING_BUREAU))
                .block();
    }

    @Test
    void norDoesTheUnitOfAReportedHead() {
        refuses(URBAN_HEAD, Set.of(URBAN_BUREAU));
        reporting(URBAN_HANDLER).requireUninvolved(TICKET, Set.of(URBAN_BUREAU)).block();
    }

    @Test
    void norAReportedPersonAsItsHandler() {
        refuses(URBAN_HANDLER, Set.of(URBAN_HANDLER));
    }

    private void refuses(UUID reported, Set<UUID> handling) {
        assertThatThrownBy(() ->
                        reporting(reported).requireUninvolved(TICKET, handling).block())
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.E_HOT_CONFLICT_OF_INTEREST));
    }

    private DispatchRules reporting(UUID reported) {
        ReportedParties parties = ticketId -> Mono.just(Set.of(reported));
        var beans = new StaticListableBeanFactory(Map.of("reported", parties));
        return new DispatchRules(directory, lowerUnits, catalog, beans.getBeanProvider(ReportedParties.class));
    }
}
