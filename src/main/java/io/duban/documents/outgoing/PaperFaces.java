package io.duban.documents.outgoing;

import io.duban.platform.evidence.StoredFile;
import io.duban.platform.identity.Reach;
import io.duban.platform.identity.UnitDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Puts names to what stands on a paper, for whoever prints it. */
@Component
class PaperFaces {

    private final Dossiers dossiers;
    private final UnitDirectory directory;
    private final IssuerNames issuers;

    PaperFaces(Dossiers dossiers, UnitDirectory directory, IssuerNames issuers) {
        this.dossiers = dossiers;
        this.directory = directory;
        this.issuers = issuers;
    }

    /** The face of a paper in reach; absent and out of reach are the same refusal. */
    Mono<PaperFace> of(UUID documentId, Reach reach) {
        return dossiers.require(documentId, reach)
                .flatMap(dossier -> unitNames(dossier)
                        .flatMap(units -> signerNames(dossier).map(signers -> face(dossier, units, signers))));
    }

    private PaperFace face(Dossier dossier, Map<UUID, String> units, List<String> signers) {
        var document = dossier.document();
        var paper = document.paper();
        var issuer = issuers.require(paper.issuer());
        var bodies = named(document.particulars().jointUnitIds(), units);
        return new PaperFace(
                issuer,
                paper.urgency(),
                document.registration().documentNumber(),
                signers,
                paper.title(),
                named(paper.mainRecipients(), units),
                paper.text(),
                dossier.attachments().stream()
                        .map(StoredFile::fileName)
                        .filter(Objects::nonNull)
                        .toList(),
                Stream.concat(Stream.of(issuer), bodies.stream()).toList(),
                document.documentDate(),
                document.particulars().note(),
                named(paper.copyRecipients(), units),
                day(document.registration().issuedAt()));
    }

    private Mono<Map<UUID, String>> unitNames(Dossier dossier) {
        var document = dossier.document();
        var ids = Stream.concat(document.paper().recipients().stream(), document.particulars().jointUnitIds().stream())
                .toList();
        return directory.units(ids).collectMap(UnitDirectory.Unit::id, UnitDirectory.Unit::name);
    }

    private Mono<List<String>> signerNames(Dossier dossier) {
        var main = dossier.sheet().main();
        if (dossier.document().paper().direction() != Paper.Direction.UPWARD || main.isEmpty()) {
            return Mono.just(List.of());
        }
        return directory
                .persons(List.of(main.get().personId()))
                .map(UnitDirectory.Named::name)
                .collect(Collectors.toList());
    }

    private static List<String> named(Collection<UUID> ids, Map<UUID, String> names) {
        return ids.stream().map(names::get).filter(Objects::nonNull).toList();
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, Progress.OFFICE);
    }
}
