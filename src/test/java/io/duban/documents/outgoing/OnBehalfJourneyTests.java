package io.duban.documents.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Phone;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A delegate signs for his principal (代签): both names stand on the sheet, and duties stay separate. */
class OnBehalfJourneyTests extends WholeWayTests {

    /** Else what waits for a leader would lie on his delegates' desks in every later test, too. */
    @AfterEach
    void nobodyActsForAnybody() {
        run("update delegation set ended_at = now() where ended_at is null");
    }

    @Test
    void recordsBothNamesOnTheSeatAndLetsNobodyWhoPresentedItSignForAnother() {
        mandate(DEPUTY, 203);
        mandate(DEPUTY, DIRECTOR);
        var id = drafted(Map.of());
        submitAndReview(id);
        present(id, DEPUTY).expect(200);

        does(delegate(DIRECTOR), DIRECTOR, "decisions", id, verdict("SIGN", id)).refused(403, "E_GEN_SELF_APPROVAL");
        var signed = does(delegate(203), 203, "decisions", id, verdict("SIGN", id));
        in("SIGNED", signed);
        var seat = signed.body().get("signers").get(0);
        assertThat(seat.get("personId").asString()).isEqualTo(id(DEPUTY).toString());
        assertThat(seat.get("decidedBy").asString()).isEqualTo(id(203).toString());
    }

    @Test
    void signsNothingThatIsReservedToTheChief() {
        mandate(CHIEF, 203);
        var id = drafted(Map.of());
        submitAndReview(id);
        var important = new HashMap<String, Object>(Map.of("signerId", id(CHIEF), "orderReason", "出差"));
        important.put("important", true);
        does(DIRECTOR, "signature-requests", id, important).expect(200);
        does(Phone.desktop(port, id(203)).onBehalfOf(id(CHIEF)), 203, "decisions", id, verdict("SIGN", id))
                .refused(403, "E_DOC_SIGNER_NOT_AUTHORISED");
    }

    @Test
    void answersNoWishToTakeBackAPaperHisMandateIsNotFor() {
        mandate(DEPUTY, 205, "LETTER");
        var id = drafted(Map.of());
        submitAndReview(id);
        present(id, DEPUTY).expect(200);
        does(HEAD, "withdrawal-requests", id, Map.of("reason", "另行研究")).expect(200);
        does(
                        Phone.desktop(port, id(205)).onBehalfOf(id(DEPUTY)),
                        205,
                        "withdrawal-answers",
                        id,
                        Map.of("granted", false))
                .refused(403, "E_DOC_SIGNER_NOT_AUTHORISED");
    }

    private Phone delegate(int person) {
        return Phone.desktop(port, id(person)).onBehalfOf(id(DEPUTY));
    }

    private void mandate(int principal, int delegate, String... kinds) {
        run("""
                insert into delegation (id, version, principal_id, delegate_id, valid_from, valid_to, presiding, document_kinds, reason,
                    created_by_id, created_at)
                values ('%s', 1, '%s', '%s', now() - interval '1 minute', now() + interval '1 day', false, '{%s}', '出差', '%s', now())""".formatted(UUID.randomUUID(), id(principal), id(delegate), String.join(",", kinds), id(principal)));
    }
}
