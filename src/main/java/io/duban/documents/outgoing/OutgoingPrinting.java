package io.duban.documents.outgoing;

import io.duban.documents.DocType;
import io.duban.documents.Urgency;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Directory;
import io.duban.platform.typesetting.OfficialPaper;
import io.duban.platform.typesetting.Typesetting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Prints a document as the paper that its readers know (红头文件), or as a draft before it has its number. */
@Component
class OutgoingPrinting {

    private static final String DRAFT = "送审稿";

    private final Dossiers dossiers;
    private final Directory directory;
    private final IssuerNames issuers;
    private final Typesetting typesetting;

    OutgoingPrinting(Dossiers dossiers, Directory directory, IssuerNames issuers, Typesetting typesetting) {
        this.dossiers = dossiers;
        this.directory = directory;
        this.issuers = issuers;
        this.typesetting = typesetting;
    }

    /** A PDF and what to call it. */
    record Printed(String fileName, byte[] content) {}

    /** The paper, or {@code E_DOC_TEXT_CHANGED} when it is not the text that was signed. */
    Mono<Printed> print(UUID documentId, Access access) {
        return dossiers.require(documentId, access.reach())
                .flatMap(this::written)
                .flatMap(paper -> typesetting.pdf(paper).map(pdf -> new Printed(paper.title() + ".pdf", pdf)));
    }

    private Mono<OfficialPaper> written(Dossier dossier) {
        return directory.names(named(dossier)).map(names -> paper(dossier, names));
    }

    private static Set<UUID> named(Dossier dossier) {
        var all = new HashSet<>(dossier.document().paper().recipients());
        dossier.sheet().seats().forEach(seat -> all.add(seat.personId()));
        return all;
    }

    private OfficialPaper paper(Dossier dossier, Map<UUID, String> names) {
        var document = dossier.document();
        var paper = document.paper();
        var isIssued = document.registration().numberedAt() != null;
        var signed = document.review().reviewedHash();
        return new OfficialPaper(
                format(paper),
                head(dossier, names),
                paper.title(),
                named(paper.mainRecipients(), names),
                paper.text(),
                dossier.attachments().stream().map(OutgoingPrinting::title).toList(),
                closing(document, isIssued),
                colophon(document, names),
                marking(document.status(), isIssued),
                isIssued && signed != null ? signed : paper.hash());
    }

    /** What has no force, or none any more, must not look as if it had. */
    private static OfficialPaper.Marking marking(OutgoingStatus status, boolean isIssued) {
        return switch (status) {
            case REVOKED -> new OfficialPaper.Marking("已撤销", false);
            case REPEALED, SUPERSEDED -> new OfficialPaper.Marking("已废止", false);
            default -> isIssued ? OfficialPaper.Marking.NONE : new OfficialPaper.Marking(DRAFT, false);
        };
    }

    private static OfficialPaper.Format format(Paper paper) {
        if (paper.docType() == DocType.LETTER) {
            return OfficialPaper.Format.LETTER;
        }
        return paper.direction() == Paper.Direction.UPWARD
                ? OfficialPaper.Format.UPWARD
                : OfficialPaper.Format.DOWNWARD;
    }

    private OfficialPaper.Head head(Dossier dossier, Map<UUID, String> names) {
        var document = dossier.document();
        var signers = dossier.sheet().seats().stream()
                .filter(OutgoingSigner::isMain)
                .map(OutgoingSigner::personId)
                .toList();
        return new OfficialPaper.Head(
                List.of(issuers.require(document.paper().issuer())),
                "文件",
                null,
                null,
                urgency(document.paper().urgency()),
                document.registration().documentNumber(),
                named(signers, names));
    }

    private OfficialPaper.Closing closing(OutgoingDocument document, boolean isIssued) {
        return new OfficialPaper.Closing(
                List.of(issuers.require(document.paper().issuer())),
                isIssued ? document.progress().documentDate() : null,
                true,
                switch (document.paper().disclosure()) {
                    case PROACTIVE -> "此件公开发布";
                    case ON_REQUEST -> "此件依申请公开";
                    case NOT_DISCLOSED -> "此件不予公开";
                });
    }

    private OfficialPaper.Colophon colophon(OutgoingDocument document, Map<UUID, String> names) {
        var office = issuers.issuers().get(Paper.Issuer.OFFICE);
        var registration = document.registration();
        return new OfficialPaper.Colophon(
                named(document.paper().copyRecipients(), names),
                office == null ? issuers.require(document.paper().issuer()) : office,
                day(registration.issuedAt() == null ? registration.numberedAt() : registration.issuedAt()));
    }

    private static @Nullable String urgency(Urgency urgency) {
        return switch (urgency) {
            case EXTRA_URGENT -> "特急";
            case URGENT -> "加急";
            case NORMAL -> null;
        };
    }

    private static List<String> named(Collection<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(names::get).filter(Objects::nonNull).distinct().toList();
    }

    /** An attachment is named on the paper without what tells programs its kind. */
    private static String title(StoredFile file) {
        return String.valueOf(file.fileName()).replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Progress.OFFICE);
    }
}
