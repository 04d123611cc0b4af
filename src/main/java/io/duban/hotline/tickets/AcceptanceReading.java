package io.duban.hotline.tickets;

import io.duban.contract.TicketAcceptanceDto;
import io.duban.contract.UpstreamClosingDto;
import io.duban.platform.uploads.DeclaredFileMapper;
import io.duban.platform.web.Times;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What comes in by the contract, as our own; with a hash of what a partner sent. */
@Component
class AcceptanceReading {

    private final IntakeMapper mapper;
    private final DeclaredFileMapper files;
    private final Times times;
    private final JsonMapper json;

    AcceptanceReading(IntakeMapper mapper, DeclaredFileMapper files, Times times, JsonMapper json) {
        this.mapper = mapper;
        this.files = files;
        this.times = times;
        this.json = json;
    }

    TicketIntake.Acceptance acceptance(TicketAcceptanceDto dto) {
        var source = dto.getSourceSystem() == null
                ? Source.OWN
                : new Source(dto.getSourceSystem(), dto.getSourceId(), dto.getSourceVersion(), hash(dto));
        return new TicketIntake.Acceptance(
                source,
                mapper.toDemand(dto),
                dto.getCitizen() == null ? Citizen.ANONYMOUS : mapper.toCitizen(dto.getCitizen()),
                dto.getReported() == null ? Reported.NOBODY : mapper.toReported(dto.getReported()),
                mapper.toTelling(dto),
                times.toDomain(dto.getOuterDueAt()),
                dto.getPhotos() == null
                        ? List.of()
                        : files.toDeclarations(dto.getPhotos().getFiles()));
    }

    UpstreamRounds.Closing closing(UpstreamClosingDto dto) {
        return new UpstreamRounds.Closing(
                new Source(dto.getSourceSystem(), dto.getSourceId(), dto.getSourceVersion(), hash(dto)),
                dto.getReason());
    }

    private byte[] hash(Object dto) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(dto));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
