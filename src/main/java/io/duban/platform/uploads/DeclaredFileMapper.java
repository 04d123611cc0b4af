package io.duban.platform.uploads;

import io.duban.contract.DeclaredFileDto;
import io.duban.contract.DeclaredFileListDto;
import io.duban.contract.DeclaredFileOrderDto;
import io.duban.contract.PositionDto;
import io.duban.platform.evidence.CapturePoint;
import io.duban.platform.web.MappingRules;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/** Contract to domain and back: declared files. For the mappers of the modules whose subjects name files, by {@code uses}. */
@Mapper(config = MappingRules.class)
public interface DeclaredFileMapper {

    @Mapping(target = "point", source = "position")
    Declaration toDeclaration(DeclaredFileOrderDto dto);

    List<Declaration> toDeclarations(@Nullable List<DeclaredFileOrderDto> dtos);

    CapturePoint toPoint(PositionDto dto);

    DeclaredFileListDto toDto(DeclaredFilesView view);

    /** For those who may not know when a photo was taken: cameras name their files by the time. */
    @Named("withoutNames")
    default DeclaredFileListDto toDtoWithoutNames(DeclaredFilesView view) {
        var dto = toDto(view);
        dto.getItems().forEach(item -> item.setFileName(null));
        return dto;
    }

    @Mapping(target = ".", source = "file")
    @Mapping(target = "declaredById", source = "file.declaredBy")
    @Mapping(target = "id", source = "file.id")
    DeclaredFileDto toDto(DeclaredFilesView.Item item);
}
