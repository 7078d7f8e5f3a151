package org.larum.app.channel;

import java.net.URI;
import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.delivery.Endpoints;
import org.larum.app.delivery.LogBriefing;
import org.larum.app.delivery.WebhookTable;
import org.larum.app.outbound.GuardedHttp;
import org.larum.app.outbound.Reach;
import org.larum.app.rulebook.RuleBook;
import org.larum.app.watch.OwnFaults;
import org.larum.domain.shared.Ids;
import org.larum.domain.shared.Link;
import org.larum.domain.shared.Time;
import org.larum.notifiers.email.EmailChannel;
import org.larum.notifiers.telephone.TwilioProbe;
import org.larum.notifiers.webhook.WebhookChannel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    HouseChannels houseChannels(RuleBook rules) {
        return new HouseChannels(rules);
    }

    @Bean
    Checks channelChecks(
            HouseChannels channels,
            Providers providers,
            WebhookTable webhooks,
            OwnFaults faults,
            JdbcClient jdbc,
            Settings settings) {
        return new Checks(channels, providers, new CheckTable(jdbc), webhooks, faults, page(settings));
    }

    private static Link page(Settings settings) {
        return new Link(settings.url() + "/channels", "Channels");
    }

    @Bean
    Providers channelProviders(
            LogBriefing briefing,
            Endpoints endpoints,
            RuleBook rules,
            EmailChannel mail,
            WebhookChannel webhooks,
            Settings settings,
            Ids ids,
            Time time) {
        var twilio = new TwilioProbe(new GuardedHttp(Reach.ANY_BUT_SPECIAL), time);
        var ping = new Ping(webhooks, URI.create(settings.url() + "/channels"), ids, time);
        return new Providers(briefing, mail, twilio, new Providers.Machines(endpoints, rules, ping));
    }

    @Bean
    WebhookWatch webhookWatch(
            WebhookTable table, RuleBook rules, Commands commands, OwnFaults faults, Settings settings, Time time) {
        return new WebhookWatch(table, rules, commands, faults, page(settings), time);
    }

    @Bean
    CheckClock checkClock(Checks checks, WebhookWatch webhooks) {
        return new CheckClock(checks, webhooks);
    }

    @Bean
    Health channelHealth(JdbcClient jdbc, Checks checks) {
        return new Health(new FiguresTable(jdbc), checks);
    }
}
