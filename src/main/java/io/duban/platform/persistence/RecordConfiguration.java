package io.duban.platform.persistence;

import java.util.List;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.r2dbc.convert.R2dbcCustomConversions;
import org.springframework.data.r2dbc.dialect.PostgresDialect;
import org.springframework.data.r2dbc.repository.config.EnableR2dbcRepositories;
import org.springframework.data.relational.core.mapping.Table;

/** How rows become records, and how they are found by their id. A record that cannot be read so stops the start. */
@Configuration(proxyBeanMethods = false)
@EnableR2dbcRepositories(basePackages = "io.duban", repositoryBaseClass = RecordRepository.class)
class RecordConfiguration {

    @Bean
    R2dbcCustomConversions recordConversions(ApplicationContext context) throws ClassNotFoundException {
        var records = new EntityScanner(context).scan(Table.class);
        return R2dbcCustomConversions.of(PostgresDialect.INSTANCE, List.of(new RecordReading(records)));
    }
}
