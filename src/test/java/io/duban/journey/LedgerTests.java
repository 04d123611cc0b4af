package io.duban.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.journey.Ledger.Balance;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTests {

    private static final String RECEIVED = "hotline.ticket.received";
    private static final String CLASSIFIED = "hotline.ticket.classified";

    private final Ledger ledger = new Ledger();

    @Test
    void balancesWhatArrivedOnce() {
        ledger.acknowledged(RECEIVED, "a", 1);
        ledger.received("e1", RECEIVED, "a", 1);

        assertThat(ledger.balance()).isEqualTo(new Balance(1, 1, 0, 0));
    }

    @Test
    void takesAnEventBeforeItsAnswer() {
        ledger.received("e1", RECEIVED, "a", 1);
        ledger.acknowledged(RECEIVED, "a", 1);

        assertThat(ledger.balance()).isEqualTo(new Balance(1, 1, 0, 0));
        assertThat(ledger.others()).isEmpty();
    }

    @Test
    void findsLostEvent() {
        ledger.acknowledged(RECEIVED, "a", 1);
        ledger.acknowledged(RECEIVED, "b", 1);
        ledger.received("e1", RECEIVED, "a", 1);

        assertThat(ledger.balance(RECEIVED)).isEqualTo(new Balance(2, 1, 1, 0));
    }

    @Test
    void isNotContentWithAnotherVersion() {
        ledger.acknowledged(CLASSIFIED, "a", 2);
        ledger.received("e1", CLASSIFIED, "a", 3);

        assertThat(ledger.balance().lost()).isEqualTo(1);
    }

    @Test
    void findsEventDeliveredTwice() {
        ledger.acknowledged(RECEIVED, "a", 1);
        ledger.received("e1", RECEIVED, "a", 1);
        ledger.received("e1", RECEIVED, "a", 1);

        assertThat(ledger.balance(RECEIVED)).isEqualTo(new Balance(1, 1, 0, 1));
    }

    @Test
    void findsCommandCarriedOutTwice() {
        ledger.acknowledged(RECEIVED, "a", 1);
        ledger.received("e1", RECEIVED, "a", 1);
        ledger.received("e2", RECEIVED, "a", 1);

        assertThat(ledger.balance().doubled()).isEqualTo(1);
    }

    @Test
    void findsForeignEventDeliveredTwice() {
        ledger.received("e1", "hotline.ticket.dueSoon", "a", 1);
        ledger.received("e2", "hotline.ticket.dueSoon", "a", 1);
        ledger.received("e2", "hotline.ticket.dueSoon", "a", 1);

        assertThat(ledger.balance().doubled()).isEqualTo(1);
        assertThat(ledger.others()).isEqualTo(Map.of("hotline.ticket.dueSoon", 1L));
    }

    @Test
    void findsEventAfterALaterOneOfTheSameSubject() {
        ledger.received("e2", CLASSIFIED, "a", 2);
        ledger.received("e1", RECEIVED, "a", 1);

        assertThat(ledger.outOfOrder()).isEqualTo(1);
    }

    @Test
    void leavesSubjectsToThemselves() {
        ledger.received("e1", CLASSIFIED, "a", 2);
        ledger.received("e2", RECEIVED, "b", 1);

        assertThat(ledger.outOfOrder()).isZero();
    }

    @Test
    void countsARepeatedDeliveryAsDoubledOnly() {
        ledger.received("e1", RECEIVED, "a", 1);
        ledger.received("e2", CLASSIFIED, "a", 2);
        ledger.received("e1", RECEIVED, "a", 1);

        assertThat(ledger.outOfOrder()).isZero();
        assertThat(ledger.balance().doubled()).isEqualTo(1);
    }
}
