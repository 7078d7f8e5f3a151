package org.larum.app.status;

import org.larum.app.config.Settings;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.security.Vault;
import org.larum.app.status.StatusMailer.MailRoom;
import org.larum.app.status.SubscribePages.MailIsSetUp;
import org.larum.domain.shared.Ids;
import org.larum.notifiers.email.EmailChannel;
import org.larum.projections.shared.Names;
import org.larum.projections.status.StatusAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of mail about the status page together. */
@Configuration(proxyBeanMethods = false)
public class StatusConfiguration {

    @Bean
    SubscriberTable subscriberTable(JdbcClient jdbc) {
        return new SubscriberTable(jdbc);
    }

    @Bean
    MailIsSetUp mailIsSetUp(RuleBook rules) {
        return () -> rules.now().email().isPresent();
    }

    @Bean
    Subscriptions subscriptions(SubscriberTable table, StatusAnswers answers, Vault vault, Names names, Ids ids) {
        return new Subscriptions(table, answers, vault, names, ids);
    }

    @Bean(initMethod = "start", destroyMethod = "stop")
    StatusMailer statusMailer(
            SubscriberTable table,
            StatusAnswers answers,
            Subscriptions subscriptions,
            Vault vault,
            LogBriefing briefing,
            EmailChannel channel,
            Settings settings) {
        var room = new MailRoom(channel, briefing::mailServer, settings.url().toString());
        return new StatusMailer(table, answers, subscriptions, vault, room);
    }
}
