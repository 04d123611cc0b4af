package io.duban.platform.persistence;

import io.r2dbc.spi.Row;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.GenericConverter;
import org.springframework.data.convert.ReadingConverter;

/** Lets repositories read rows of the tables' records by {@link RecordReader}; whatever else they select is read the general way. */
@ReadingConverter
final class RecordReading implements GenericConverter {

    private final Collection<Class<?>> records;

    RecordReading(Collection<Class<?>> records) {
        records.forEach(RecordReader::of);
        this.records = records;
    }

    @Override
    public Set<ConvertiblePair> getConvertibleTypes() {
        return records.stream()
                .map(type -> new ConvertiblePair(Row.class, type))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public @Nullable Object convert(@Nullable Object row, TypeDescriptor from, TypeDescriptor to) {
        return row == null ? null : RecordReader.of(to.getType()).read((Row) row);
    }
}
