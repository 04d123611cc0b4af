package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Set;
import java.util.UUID;

/**
 * What must have been looked at, and who must have been asked, before a matter is handled (domain 2.4.1 T11).
 *
 * @param recordAuthors who submitted a field record of it
 */
record Verification(Brief brief, Origin origin, Set<UUID> recordAuthors) {

    void require(Course.Answer citizen, Command command) {
        requireLookedAt();
        if (command.persons().stream().anyMatch(recordAuthors::contains)) {
            throw selfApproval();
        }
        citizen.require(origin.isCitizenBorn());
    }

    boolean isPossibleFor(UUID person) {
        return isLookedAt() && !recordAuthors.contains(person);
    }

    boolean isLookedAt() {
        return !brief.physicalResult() || !recordAuthors.isEmpty();
    }

    /** @throws Refusal {@code E_SUP_NO_FIELD_CHECK} for a physical result nobody looked at */
    void requireLookedAt() {
        if (!isLookedAt()) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NO_FIELD_CHECK,
                    "有实物结果的事项须有现场核查记录才能办结。",
                    "A physical result is not handled without a field record.");
        }
    }

    static Refusal selfApproval() {
        return Refusal.of(
                RefusalCode.E_GEN_SELF_APPROVAL,
                "不能审批自己起草、报送或核查的事项。",
                "Nobody decides on what he drafted, submitted or inspected himself.");
    }
}
