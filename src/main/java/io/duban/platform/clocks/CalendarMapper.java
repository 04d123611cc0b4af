package io.duban.platform.clocks;

import io.duban.contract.HolidayDto;
import io.duban.contract.NewShorteningDecisionDto;
import io.duban.contract.NewWorkCalendarDto;
import io.duban.contract.NoticeHeadingDto;
import io.duban.contract.ShorteningDto;
import io.duban.contract.WorkCalendarDto;
import io.duban.contract.WorkCalendarNoticeDto;
import io.duban.platform.calendar.Arrangement;
import io.duban.platform.web.MappingRules;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** Contract to domain and back. */
@Mapper(config = MappingRules.class)
interface CalendarMapper {

    CalendarNotice.Heading toHeading(NoticeHeadingDto dto);

    Arrangement.Holiday toHoliday(HolidayDto dto);

    ShorteningDeciding.Decision toDecision(NewShorteningDecisionDto dto);

    default Arrangement toArrangement(int year, NewWorkCalendarDto dto) {
        return Arrangement.of(year, dto.getOff().stream().map(this::toHoliday).toList(), dto.getWork());
    }

    @Mapping(target = "year", source = "arrangement.year")
    @Mapping(target = "off", source = "arrangement.off")
    @Mapping(target = "work", source = "arrangement.work")
    @Mapping(target = "provisional", expression = "java(year.notice() == null)")
    @Mapping(target = "workingDays", expression = "java(year.arrangement().workingDays())")
    @Mapping(target = "version", expression = "java(year.version())")
    @Mapping(target = "undecidedShortenings", source = "undecided")
    WorkCalendarDto toDto(CalendarReading.CalendarYear year);

    @Nullable
    WorkCalendarNoticeDto toDto(@Nullable CalendarNotice notice);

    ShorteningDto toDto(Shortening shortening);

    default List<LocalDate> inOrder(Set<LocalDate> days) {
        return days.stream().sorted().toList();
    }
}
