package io.duban.supervision.inspections;

import io.duban.contract.DatumDto;
import io.duban.contract.FieldInspectionDto;
import io.duban.contract.FieldWorkDto;
import io.duban.contract.FieldWorkItemDto;
import io.duban.contract.FieldWorkMatterDto;
import io.duban.contract.InspectionFindingDto;
import io.duban.contract.InspectionPhotoDto;
import io.duban.contract.InspectionPlanOrderDto;
import io.duban.contract.InspectionRecordDto;
import io.duban.contract.InspectionStartDto;
import io.duban.contract.NewFindingDto;
import io.duban.contract.NewRecordDto;
import io.duban.contract.PhotoPreviewDto;
import io.duban.contract.PositionDto;
import io.duban.contract.RecordFindingDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.uploads.DeclaredFileMapper;
import io.duban.platform.web.MappingRules;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Contract to domain and back: field inspections and their photos. */
@Mapper(config = MappingRules.class, uses = DeclaredFileMapper.class)
interface InspectionMapper {

    InspectionPlanning.PlanOrder toOrder(InspectionPlanOrderDto dto);

    FieldWork.Start toStart(InspectionStartDto dto);

    Visit.Position toPosition(PositionDto dto);

    FieldWork toWork(FieldWorkDto dto);

    FieldWork.Found toFound(NewFindingDto dto);

    FieldWork.VisitRecord toVisitRecord(NewRecordDto dto);

    FieldInspecting.Handed toHanded(InspectionRecordDto dto);

    FieldInspecting.Noted toNoted(RecordFindingDto dto);

    @Mapping(target = ".", source = "inspection")
    @Mapping(target = ".", source = "inspection.mission")
    @Mapping(target = ".", source = "inspection.team")
    @Mapping(target = ".", source = "inspection.visit")
    @Mapping(target = ".", source = "inspection.answer")
    @Mapping(target = ".", source = "inspection.ending")
    @Mapping(target = ".", source = "sheet")
    @Mapping(target = "position", source = "position")
    @Mapping(target = "hazard", source = "hazard")
    FieldInspectionDto toDto(InspectionView view);

    InspectionFindingDto toDto(InspectionFinding finding);

    PositionDto toDto(Visit.Position position);

    @Mapping(target = "matter", source = "item")
    FieldWorkItemDto toDto(FieldWorkPacking.Item item);

    @Mapping(target = ".", source = "matter")
    @Mapping(target = ".", source = "matter.brief")
    FieldWorkMatterDto toMatter(FieldWorkPacking.Item item);

    default Map<String, String> toNames(Map<UUID, String> names) {
        return names.entrySet().stream()
                .collect(Collectors.toMap(name -> name.getKey().toString(), Map.Entry::getValue));
    }

    default InspectionPhotoDto toDto(InspectionView.Photo photo) {
        return photo.places() ? withPlace(photo) : withoutPlace(photo);
    }

    @Named("to those who may see places")
    @Mapping(target = ".", source = "file")
    @Mapping(target = "receivedById", source = "file.receivedBy")
    @Mapping(target = "position", source = "file")
    @Mapping(target = "preview", source = "file")
    @Mapping(target = "blurredAt", source = "mark.blurredAt")
    @Mapping(target = "blurFaces", expression = "java(photo.blurFaces())")
    @Mapping(target = "withheld", expression = "java(photo.withheld())")
    InspectionPhotoDto withPlace(InspectionView.Photo photo);

    @Named("to everybody else")
    @Mapping(target = ".", source = "file")
    @Mapping(target = "receivedById", source = "file.receivedBy")
    @Mapping(target = "position", ignore = true)
    @Mapping(target = "capturedAt", ignore = true)
    @Mapping(target = "exifTime", ignore = true)
    @Mapping(target = "preview", source = "file")
    @Mapping(target = "blurredAt", source = "mark.blurredAt")
    @Mapping(target = "blurFaces", expression = "java(photo.blurFaces())")
    @Mapping(target = "withheld", expression = "java(photo.withheld())")
    InspectionPhotoDto withoutPlace(InspectionView.Photo photo);

    default PhotoPreviewDto preview(StoredFile photo) {
        return PhotoPreviewDto.valueOf(photo.preview().name());
    }

    default @Nullable PositionDto place(StoredFile photo) {
        if (photo.latitude() == null || photo.longitude() == null) {
            return null;
        }
        return new PositionDto(photo.latitude(), photo.longitude())
                .accuracyMetres(photo.accuracyMetres())
                .datum(photo.datum() == null ? null : DatumDto.valueOf(photo.datum()));
    }
}
