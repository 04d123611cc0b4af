package io.duban.supervision.inspections;

import io.duban.contract.DeclaredFileListDto;
import io.duban.contract.InspectionUploadsApi;
import io.duban.contract.PhotoDeclarationDto;
import io.duban.platform.commands.Commands;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import io.duban.platform.uploads.DeclaredFileMapper;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Implements the part of the contract where photos of an inspection are named: translation only. */
@RestController
class InspectionUploadController implements InspectionUploadsApi {

    private final Commands commands;
    private final FieldInspecting inspecting;
    private final InspectionFiles inspections;
    private final Permissions permissions;
    private final DeclaredFileMapper mapper;

    InspectionUploadController(
            Commands commands,
            FieldInspecting inspecting,
            InspectionFiles inspections,
            Permissions permissions,
            DeclaredFileMapper mapper) {
        this.commands = commands;
        this.inspecting = inspecting;
        this.inspections = inspections;
        this.permissions = permissions;
        this.mapper = mapper;
    }

    @Override
    public Mono<ResponseEntity<DeclaredFileListDto>> declareInspectionPhotos(
            UUID inspectionId, UUID key, Mono<PhotoDeclarationDto> body, ServerWebExchange exchange) {
        return body.flatMap(dto -> commands.execute(
                exchange,
                dto,
                DeclaredFileListDto.class,
                command -> inspecting.declare(inspectionId, mapper.toDeclarations(dto.getFiles()), command),
                (file, command) -> ResponseEntity.ok(mapper.toDto(file.declared()))));
    }

    @Override
    public Mono<ResponseEntity<DeclaredFileListDto>> listDeclaredInspectionPhotos(
            UUID inspectionId, ServerWebExchange exchange) {
        return inspections
                .requireContent(inspectionId, Access.of(exchange))
                .map(file -> InspectionView.seesPlaces(
                                file.inspection(), Access.of(exchange).officer(), permissions)
                        ? mapper.toDto(file.declared())
                        : mapper.toDtoWithoutNames(file.declared()))
                .map(ResponseEntity::ok);
    }
}
