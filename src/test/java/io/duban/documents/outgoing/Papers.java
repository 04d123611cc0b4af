package io.duban.documents.outgoing;

import static io.duban.platform.identity.Role.*;

import io.duban.documents.DocType;
import io.duban.documents.Urgency;
import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.identity.Reach;
import io.duban.platform.identity.Role;
import io.duban.platform.identity.Zone;
import io.duban.platform.web.Operation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPatternParser;

/** Papers and officers for tests that need no server. */
final class Papers {

    static final UUID UNIT = UUID.randomUUID();
    static final UUID OTHER_UNIT = UUID.randomUUID();
    static final UUID THIRD_UNIT = UUID.randomUUID();
    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    static final Officer LIAISON = officer(UNIT_LIAISON, UNIT);
    static final Officer HEAD = officer(UNIT_HEAD, UNIT);
    static final Officer REVIEWER = officer(DOC_REVIEWER, UUID.randomUUID());
    static final Officer DIRECTOR = officer(OFFICE_DIRECTOR, UUID.randomUUID());
    static final Officer LEADER = officer(CHIEF_LEADER, UUID.randomUUID());
    static final Officer REGISTRY = officer(REGISTRAR, UUID.randomUUID());
    static final Officer KEEPER = officer(SEAL_KEEPER, UUID.randomUUID());
    static final Officer COSIGNER = officer(UNIT_HEAD, OTHER_UNIT);
    static final Officer LAWYER = officer(LEGAL_REVIEWER, UUID.randomUUID());
    static final Officer ARCHIVES = officer(ARCHIVIST, UUID.randomUUID());
    static final Officer RECIPIENT = officer(UNIT_LIAISON, OTHER_UNIT);

    private Papers() {}

    static Officer officer(Role role, UUID unit) {
        return new Officer(
                UUID.randomUUID(),
                role.name(),
                unit,
                Set.of(new Post(role, unit)),
                Set.of(),
                "duban-desktop",
                true,
                Set.of("office"),
                null);
    }

    static Officer deputy() {
        return officer(DEPUTY_LEADER, UUID.randomUUID());
    }

    static Command by(Officer officer, long seenVersion) {
        var operation = new Operation(
                "test",
                HttpMethod.POST,
                PathPatternParser.defaultInstance.parse("/v1/outgoing-documents"),
                "doc:read",
                Set.of(),
                false,
                false);
        var all = new Zone(true, Set.of(), Set.of());
        var reach = new Reach(all, new Zone(false, Set.of(), Set.of()));
        return new Command(
                new Access(officer, operation, reach), UUID.randomUUID(), new byte[0], seenVersion, NOW, null);
    }

    static Command by(Officer officer, Dossier dossier) {
        return by(officer, dossier.version());
    }

    static Command by(Officer officer, OutgoingDocument document) {
        return by(officer, document.version());
    }

    static Paper paper(DocType type) {
        return new Paper(
                Paper.Issuer.GOVERNMENT,
                type,
                Paper.Direction.DOWNWARD,
                Urgency.NORMAL,
                "关于做好冬季供暖保障工作的通知",
                "各有关单位:\n\n请做好供暖保障工作。",
                List.of(OTHER_UNIT),
                List.of(THIRD_UNIT),
                Paper.Disclosure.PROACTIVE,
                null,
                "冬季供暖工作部署",
                false,
                true);
    }

    static OutgoingDocument draft() {
        return drafted(paper(DocType.NOTICE), Particulars.NONE);
    }

    static OutgoingDocument drafted(Paper paper, Particulars particulars) {
        return OutgoingDocument.drafted(UUID.randomUUID(), UNIT, paper, particulars, by(LIAISON, 0));
    }

    static OutgoingDocument in(OutgoingStatus status) {
        return in(status, draft());
    }

    /** The document as if it stood in this state, for the cells of the table. */
    static OutgoingDocument in(OutgoingStatus status, OutgoingDocument document) {
        return new OutgoingDocument(
                document.id(),
                document.version(),
                status,
                document.origin(),
                document.paper(),
                document.particulars(),
                document.review(),
                document.registration(),
                document.progress(),
                document.course(),
                document.ending(),
                document.unitIds(),
                document.participantIds());
    }

    static Deadline due(UUID document, String step) {
        return new Deadline(
                UUID.randomUUID(),
                "document.outgoing",
                document,
                step,
                "RULE",
                1,
                "2026.1",
                NOW,
                NOW.plus(1, ChronoUnit.DAYS),
                NOW.plus(1, ChronoUnit.DAYS),
                NOW.plus(20, ChronoUnit.HOURS),
                false);
    }

    /** Reviewed, and on the leader's desk. */
    static Dossier awaitingSignature(DocType type) {
        return awaitingSignature(drafted(paper(type), Particulars.NONE));
    }

    static Dossier awaitingSignature(OutgoingDocument draft) {
        var reviewed = Dossier.of(reviewed(draft));
        return Signing.presented(
                reviewed, LEADER.id(), List.of(), false, due(draft.id(), "SIGNATURE"), by(DIRECTOR, reviewed));
    }

    static OutgoingDocument submitted(OutgoingDocument draft) {
        return draft.submitted(OutgoingMove.SUBMIT_FOR_REVIEW, due(draft.id(), "REVIEW"), by(HEAD, draft));
    }

    static OutgoingDocument reviewed(OutgoingDocument draft) {
        var submitted = submitted(draft);
        return submitted.reviewed(null, by(REVIEWER, submitted));
    }

    static Paper paper(DocType type, Urgency urgency, boolean normative) {
        var plain = paper(type);
        return new Paper(
                plain.issuer(),
                type,
                plain.direction(),
                urgency,
                plain.title(),
                plain.text(),
                plain.mainRecipients(),
                plain.copyRecipients(),
                plain.disclosure(),
                null,
                plain.basis(),
                normative,
                true);
    }

    static SignerDecision decision(
            OutgoingSigner.Verdict verdict, String hash, OutgoingSigner.Form form, String words) {
        return new SignerDecision(verdict, hash, form, words, List.of(), false);
    }

    static SignerDecision says(OutgoingSigner.Verdict verdict, Dossier dossier) {
        return decision(verdict, dossier.document().paper().hash(), OutgoingSigner.Form.EXPLICIT, "同意。");
    }
}
