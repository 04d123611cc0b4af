package io.duban.supervision;

import io.duban.contract.PhotoRenditionDto;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** The renditions are written in small letters in an address. */
@Component
class RenditionNames implements Converter<String, PhotoRenditionDto> {

    @Override
    public PhotoRenditionDto convert(String name) {
        return PhotoRenditionDto.fromValue(name);
    }
}
