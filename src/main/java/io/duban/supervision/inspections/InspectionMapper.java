package io.duban.supervision.inspections;

import io.duban.contract.DatumDto;
import io.duban.contract.FieldInspectionDto;
import io.duban.contract.InspectionFindingDto;
import io.duban.contract.InspectionPhotoDto;
import io.duban.contract.InspectionRecordDto;
import io.duban.contract.InspectionStartDto;
import io.duban.contract.PositionDto;
import io.duban.platform.evidence.StoredFile;
import io.duban.platform.web.MappingRules;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Contract to domain and back: field inspections and their photos. */
@Mapper(config = MappingRules.class)
interface InspectionMapper {

    @Mapping(target = "position", defaultExpression = "java(FieldInspection.Position.NONE)")
    FieldInspecting.Start toStart(InspectionStartDto dto);

    FieldInspection.Position toPosition(PositionDto dto);

    FieldInspecting.VisitRecord toRecord(InspectionRecordDto dto);

    @Mapping(target = ".", source = "inspection")
    @Mapping(target = "position", source = "position")
    FieldInspectionDto toDto(InspectionView view);

    InspectionFindingDto toDto(InspectionFinding finding);

    default @Nullable PositionDto toDto(FieldInspection.@Nullable Position position) {
        return position == null || position.latitude() == null ? null : copy(position);
    }

    @Named("a position that is there")
    PositionDto copy(FieldInspection.Position position);

    default InspectionPhotoDto toDto(InspectionView.Photo photo) {
        return photo.places() ? withPlace(photo) : withoutPlace(photo);
    }

    @Named("to those who may see places")
    @Mapping(target = ".", source = "file")
    @Mapping(target = "receivedById", source = "file.receivedBy")
    @Mapping(target = "position", source = "file")
    InspectionPhotoDto withPlace(InspectionView.Photo photo);

    @Named("to everybody else")
    @Mapping(target = ".", source = "file")
    @Mapping(target = "receivedById", source = "file.receivedBy")
    @Mapping(target = "position", ignore = true)
    @Mapping(target = "capturedAt", ignore = true)
    @Mapping(target = "exifTime", ignore = true)
    InspectionPhotoDto withoutPlace(InspectionView.Photo photo);

    default @Nullable PositionDto place(StoredFile photo) {
        if (photo.latitude() == null || photo.longitude() == null) {
            return null;
        }
        return new PositionDto(photo.latitude(), photo.longitude())
                .accuracyMetres(photo.accuracyMetres())
                .datum(photo.datum() == null ? null : DatumDto.valueOf(photo.datum()));
    }
}
