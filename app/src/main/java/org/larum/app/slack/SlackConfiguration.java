package org.larum.app.slack;

import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.SecretTable;
import org.larum.domain.directory.Seals;
import org.larum.notifiers.slack.SlackApi;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class SlackConfiguration {

    @Bean
    SlackHouse slackHouse(RuleBook rules, SecretTable secrets) {
        return new SlackHouse(rules, secrets);
    }

    @Bean
    SlackPeople slackPeople(JdbcClient jdbc, SlackApi slack, RuleBook rules, Seals seals, SecretTable secrets) {
        return new SlackPeople(new SlackPeopleTable(jdbc), slack, rules, seals, secrets);
    }
}
