package io.duban.platform.identity;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Operation;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A delegation (委托/代签) as it is in force: the delegate may act for the principal, within these limits (domain 0.2).
 *
 * @param presiding the delegate presides over the principal's work (主持工作), so that it covers what the law gives to the chief
 * @param documentKinds names of the kinds of paper it is for; empty for all kinds
 * @param unitIds the part of the principal's portfolio it is for; empty for all of it
 */
public record Mandate(
        UUID id,
        UUID principalId,
        UUID delegateId,
        Instant validFrom,
        Instant validTo,
        boolean presiding,
        Set<String> documentKinds,
        Set<UUID> unitIds) {

    /** What a leader does beside papers and notices that somebody else may do for him. */
    private static final Set<String> MATTERS = Set.of(
            "supervision:read", "conclusion:read", "supervision:create", "supervision:urge", "supervision:close");

    /** What is kept at a desk of the office is nobody's to do for another. */
    private static final Set<String> NEVER =
            Set.of("doc:register", "doc:number-and-seal", "doc:set-data-class", "doc:archive", "doc:export");

    /** The posts whose holders decide, beside the heads of units. */
    private static final Role[] DECIDING = {
        Role.CHIEF_LEADER, Role.DEPUTY_LEADER, Role.OFFICE_DIRECTOR, Role.OFFICE_DEPUTY
    };

    private static final Set<String> OWN_LISTS = Set.of(Operation.SELF, "event:subscribe");

    /** Whether any mandate opens this row of the permission matrix; here and nowhere else it is decided which rows do. */
    static boolean isOpen(String authz) {
        return isOfPapers(authz) || authz.startsWith("notice:") || MATTERS.contains(authz) || OWN_LISTS.contains(authz);
    }

    private static boolean isOfPapers(String authz) {
        return authz.startsWith("doc:") && !NEVER.contains(authz);
    }

    /**
     * Whether their posts let one act for the other: who decides in the office for another who does, and a unit's deputy for its head.
     * Asked when a mandate is given and whenever it is used, since posts change.
     */
    public static boolean joins(Officer principal, Officer delegate) {
        if (principal.has(DECIDING)) {
            return delegate.has(DECIDING);
        }
        return principal.posts().stream()
                .filter(post -> post.role() == Role.UNIT_HEAD)
                .anyMatch(post -> delegate.hasAt(post.unitId(), Role.UNIT_DEPUTY));
    }

    /** Whether this mandate opens the row: one that is for kinds of paper is for papers alone. */
    public boolean opens(String authz) {
        return isOpen(authz) && (documentKinds.isEmpty() || isOfPapers(authz) || OWN_LISTS.contains(authz));
    }

    /**
     * Asked before a delegate decides on a paper.
     *
     * @param docType the name of its kind
     * @param unitId the unit it comes from
     * @param reservedToChief whether the law gives it to the chief himself (上行文, important papers)
     * @throws Refusal {@code E_DOC_SIGNER_NOT_AUTHORISED} for another kind or a reserved paper, {@code E_GEN_SCOPE} for another unit
     */
    public void requireCovers(String docType, UUID unitId, boolean reservedToChief) {
        if (!documentKinds.isEmpty() && !documentKinds.contains(docType)) {
            throw Refusal.of(
                    RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                    "委托不含这一文种,请由委托人本人办理。",
                    "The delegation is not for this kind of paper; the principal decides himself.");
        }
        requireCovers(Set.of(unitId), reservedToChief);
    }

    /**
     * Asked before a delegate decides on anything that is no paper of a kind.
     *
     * @param unitIds the units it belongs to; one of them must be covered
     * @throws Refusal {@code E_DOC_SIGNER_NOT_AUTHORISED} for what is reserved, {@code E_GEN_SCOPE} for other units
     */
    public void requireCovers(Set<UUID> unitIds, boolean reservedToChief) {
        if (!this.unitIds.isEmpty() && unitIds.stream().noneMatch(this.unitIds::contains)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "委托不含这一单位的事项,请由委托人本人办理。",
                    "The delegation is not for this unit; the principal decides himself.");
        }
        if (reservedToChief && !presiding) {
            throw Refusal.of(
                    RefusalCode.E_DOC_SIGNER_NOT_AUTHORISED,
                    "依规须由主要领导签发的事项,只有主持工作的副职可以代签。",
                    "What the law gives to the chief is decided by him, or by the deputy who presides over his work.");
        }
    }
}
