package app.latchkey.space;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** How the product reaches its database and its time. */
@Configuration(proxyBeanMethods = false)
class Database {

    private final DataSource scoped;

    Database(DataSource pool) {
        scoped = new ScopedDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager() {
        return new ScopedTransactionManager(scoped);
    }

    /** The product's only way to a statement. */
    @Bean
    JdbcClient jdbcClient() {
        return JdbcClient.create(scoped);
    }

    /** Business time. Leases and budgets use the database's clock instead. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
