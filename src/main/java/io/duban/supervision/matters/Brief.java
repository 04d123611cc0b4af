package io.duban.supervision.matters;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.supervision.Urgency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be supervised, why, and what must be true at the end (立项内容).
 *
 * @param basisEvidence the paper, minutes or words the basis is found in
 * @param title what it is about, without personal data: it travels on the stream
 * @param physicalResult the result can be seen on the spot, so that paper alone never ends the matter
 */
public record Brief(
        Kind kind,
        @Nullable Basis basis,
        @Nullable String basisEvidence,
        String title,
        List<String> acceptanceCriteria,
        Set<UUID> objectUnitIds,
        List<String> methods,
        Urgency urgency,
        boolean physicalResult,
        @Nullable UUID instructingLeaderId) {

    private static final Set<String> ON_SITE = Set.of("CHECK", "INTERVIEW", "UNANNOUNCED_VISIT");

    /** A deputy's words carry everyday follow-up only (domain 2.4.1). */
    void requireBasis() {
        var missing = basis == null || basisEvidence == null || basisEvidence.isBlank();
        if (missing || basis == Basis.DEPUTY_INSTRUCTION && kind != Kind.ROUTINE) {
            throw Refusal.of(
                    RefusalCode.E_SUP_NO_BASIS,
                    "立项须写明依据和依据材料;分管领导批示只能作为日常督办的依据。",
                    "A matter needs a basis and its evidence; a deputy's instruction is one for ROUTINE matters only.");
        }
    }

    /** The same about other units. */
    Brief about(Set<UUID> units) {
        return new Brief(
                kind,
                basis,
                basisEvidence,
                title,
                acceptanceCriteria,
                Set.copyOf(units),
                methods,
                urgency,
                physicalResult,
                instructingLeaderId);
    }

    /** The same for another leader, who holds the post of the one before. */
    Brief instructedBy(UUID leader) {
        return new Brief(
                kind,
                basis,
                basisEvidence,
                title,
                acceptanceCriteria,
                objectUnitIds,
                methods,
                urgency,
                physicalResult,
                leader);
    }

    /** Whether somebody comes to look, so that it counts as a visit to its objects (条例 art. 12). */
    boolean plansVisit() {
        return physicalResult || methods.stream().anyMatch(ON_SITE::contains);
    }

    /** 督查类型. */
    public enum Kind {
        COMPREHENSIVE,
        SPECIAL,
        INCIDENT_INVESTIGATION,
        ROUTINE,
        CLUE_VERIFICATION;

        /**
         * An inspection ends in a conclusion (政府督查工作条例 art. 16); everyday follow-up (日常督办) may end with its verification, as the table of
         * domain 2.4.1 has it: CONCLUDED is "for inspections", and T11 goes from PENDING_VERIFICATION too.
         */
        boolean needsConclusion() {
            return this != ROUTINE;
        }
    }

    /** 立项依据. */
    public enum Basis {
        GOVERNMENT_DECISION,
        CHIEF_INSTRUCTION,
        APPROVED_PROPOSAL,
        SUPERIOR_TASK,
        MEETING_DECISION,
        DEPUTY_INSTRUCTION
    }
}
