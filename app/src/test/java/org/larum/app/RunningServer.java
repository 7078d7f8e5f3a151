package org.larum.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.larum.app.config.SystemTime;
import org.larum.app.eventstore.EventLog;
import org.larum.app.rulebook.RuleBook;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/** A server on a database of its own, or several nodes on one, for all tests of a class; each test has words of its own. */
public final class RunningServer implements BeforeAllCallback, AfterAllCallback {

    private final int nodes;
    private final String organisation;
    private final List<ConfigurableApplicationContext> running = new ArrayList<>();
    private final List<Caller> callers = new ArrayList<>();
    private final List<Path> directories = new ArrayList<>();

    /** Without an organisation. */
    public RunningServer() {
        this(1, "");
    }

    /** @param organisation a YAML file that is applied before the first test */
    public RunningServer(int nodes, String organisation) {
        this.nodes = nodes;
        this.organisation = organisation;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        var database = TestDatabase.freshUrl();
        for (int node = 0; node < nodes; node++) {
            var data = Files.createTempDirectory("larum-test");
            directories.add(data);
            running.add(Servers.start(database, data, new SystemTime()));
            callers.add(new Caller(running.getLast()));
        }
        if (!organisation.isEmpty()) {
            var answer = caller().post("/api/config", organisation, Caller.bearer(Servers.ADMIN));
            assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
            // The other nodes hear of it in a moment; no test is about that moment.
            running.forEach(node -> node.getBean(RuleBook.class).catchUp());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        running.forEach(ConfigurableApplicationContext::close);
        for (var directory : directories) {
            FileSystemUtils.deleteRecursively(directory);
        }
    }

    public Caller caller() {
        return caller(0);
    }

    /** The address of the first node, for what a {@link Caller} does not say. */
    public String base() {
        return "http://127.0.0.1:" + Servers.port(running.getFirst());
    }

    public Caller caller(int node) {
        return callers.get(node);
    }

    /** Of the first node. */
    public <T> T bean(Class<T> type) {
        return running.getFirst().getBean(type);
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Does something that holds its locks until it is done; nothing of it is kept. */
    public void inTransaction(Consumer<JdbcClient> work) {
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.accept(jdbc());
        });
    }

    /** The index of the newest event, as a reader passes it to see what was written. */
    public long head() {
        return bean(EventLog.class).head();
    }
}
